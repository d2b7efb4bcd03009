package photoset.cpu.packing;

import java.io.InputStream;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import photoset.cpu.sets.SetOrderRefused;

/**
 * A file that goes into the zip as it is: a manifest, a delivered picture.
 *
 * @param name in the zip, with its folder
 * @param content opens it; called once
 */
public record Attachment(String name, Supplier<InputStream> content) {
    private static final Pattern NAME = Pattern.compile("[a-z0-9_-]+(/[a-z0-9_-]+)*\\.[a-z0-9]+");

    public Attachment {
        if (!NAME.matcher(name).matches()) {
            throw new SetOrderRefused(
                    "The file name %s is not made of lower-case letters, digits and folders.".formatted(name));
        }
    }
}
