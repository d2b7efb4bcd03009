package photoset.bench.quality;

import java.util.Locale;
import photoset.imaging.LinearRgb;

/** A paint and the one that takes its place: light and dark, chromatic, white, grey and black ones. */
enum Repaint {
    WHITE_TO_SAGE("#e8e2d6", "#8fa58a"),
    WHITE_TO_NAVY("#e8e2d6", "#1f2f4f"),
    WHITE_TO_BLACK("#eeeeec", "#1c1c1e"),
    GREY_TO_BRICK("#9aa0a6", "#b5483a"),
    GREY_TO_WHITE("#8c8c8a", "#f0efeb"),
    BLACK_TO_GREY("#2b2b2d", "#8a8d90"),
    BLACK_TO_RED("#2b2b2d", "#a8322c"),
    BEIGE_TO_WHITE("#c9b48f", "#f2f0ea"),
    BRICK_TO_GREY("#b5483a", "#9aa0a6"),
    BRICK_TO_WHITE("#b5483a", "#e9e6df"),
    NAVY_TO_CREAM("#2c3e63", "#e9dca8"),
    SAGE_TO_TERRACOTTA("#8fa58a", "#c4694a"),
    OCHRE_TO_BLUE("#c99a3b", "#3f6f9f"),
    OAK_TO_WALNUT("#b58b5c", "#5b3a24"),
    BOTTLE_TO_SAGE("#3a5424", "#9caf88");

    /** Beyond it the noise of the sensor and the steps of a byte are multiplied beyond what an eye forgives. */
    private static final double DARK_TO_LIGHT = 3;

    /** Below this angle to white, chroma cannot tell sheen from paint. */
    private static final double NEUTRAL_DEGREES = 6;

    final LinearRgb before;
    final LinearRgb after;

    Repaint(String before, String after) {
        this.before = LinearRgb.of(before);
        this.after = LinearRgb.of(after);
    }

    boolean isDarkToLight() {
        return after.luminance() > DARK_TO_LIGHT * before.luminance();
    }

    /** Whether the present paint is white, grey or black. */
    boolean isNeutral() {
        double sum = before.red() + before.green() + before.blue();
        double square = before.red() * before.red() + before.green() * before.green() + before.blue() * before.blue();
        return Math.toDegrees(Math.acos(Math.min(1, sum / Math.sqrt(3 * square)))) < NEUTRAL_DEGREES;
    }

    /** The name as people write it. */
    String words() {
        return name().toLowerCase(Locale.ROOT).replace("_to_", " to ");
    }
}
