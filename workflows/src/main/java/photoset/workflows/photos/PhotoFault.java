package photoset.workflows.photos;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One photo's failure as its owner sees it. Whoever wrote the message, it is one line without links that every database
 * can keep: else the end of the photo could not be recorded, however often that is tried.
 *
 * @param code what kind it is
 * @param message a sentence that says what to do; holds no key, link or inner detail
 */
public record PhotoFault(PhotoError code, String message) {
    /** Two sentences; more would fill the rows with somebody's stack traces. */
    public static final int MESSAGE_CHARS_MAX = 300;

    private static final Pattern LINK = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*://\\S+");

    /** Control characters, and halves of surrogate pairs, which Java sees as characters of their own. */
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Cs}]+");

    public PhotoFault {
        message = line(message);
    }

    private static String line(@Nullable String message) {
        var printable = UNPRINTABLE.matcher(message == null ? "" : message).replaceAll(" ");
        var line = LINK.matcher(printable).replaceAll("(link)").strip();
        if (line.isEmpty()) {
            return "Nothing more is known.";
        }
        return line.codePointCount(0, line.length()) <= MESSAGE_CHARS_MAX
                ? line
                : line.substring(0, line.offsetByCodePoints(0, MESSAGE_CHARS_MAX));
    }
}
