package photoset.cpu.sets;

import java.awt.Color;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * One color that a rule put somewhere.
 *
 * @param concept where it is, in the language of the set, e.g. Wall
 * @param name what it is called, e.g. Sage green
 * @param hex six digits with a number sign, e.g. {@code #a9b5a0}
 */
public record PaletteColor(String concept, String name, String hex) {
    private static final Pattern HEX = Pattern.compile("#[0-9a-f]{6}");

    public PaletteColor {
        hex = hex.toLowerCase(Locale.ROOT);
        if (!HEX.matcher(hex).matches()) {
            throw new SetOrderRefused(
                    "The color %s of %s is none. Write six hexadecimal digits after a number sign, such as #a9b5a0."
                            .formatted(hex, concept));
        }
    }

    /** To paint with. */
    public Color color() {
        return Color.decode(hex);
    }
}
