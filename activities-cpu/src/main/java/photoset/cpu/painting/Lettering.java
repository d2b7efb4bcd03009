package photoset.cpu.painting;

/** The word of the watermark as tiles on a slanted grid; drawn from its own dots, so no font is needed. */
final class Lettering {
    /** PHOTOSET, five dots a letter and one between. */
    private static final String[] DOTS = {
        "####. #...# .###. ##### .###. .#### ##### #####",
        "#...# #...# #...# ..#.. #...# #.... #.... ..#..",
        "#...# #...# #...# ..#.. #...# #.... #.... ..#..",
        "####. ##### #...# ..#.. #...# .###. ####. ..#..",
        "#.... #...# #...# ..#.. #...# ....# #.... ..#..",
        "#.... #...# #...# ..#.. #...# ....# #.... ..#..",
        "#.... #...# .###. ..#.. .###. ####. ##### ..#.."
    };

    /** Distance of two words along and across the lines, in dots. */
    private static final int ALONG = 62;

    private static final int ACROSS = 22;

    /** A word is about a seventh of the long side. */
    private static final double DOTS_PER_SIDE = 330;

    private static final double SLANT = Math.toRadians(-30);

    private final float cos;
    private final float sin;
    private final float dotPx;

    Lettering(int longSidePx) {
        this.dotPx = (float) Math.max(1, longSidePx / DOTS_PER_SIDE);
        this.cos = (float) Math.cos(SLANT) / dotPx;
        this.sin = (float) Math.sin(SLANT) / dotPx;
    }

    /** How much of a pixel a letter covers, 0 to 1. */
    float at(int x, int y) {
        float along = x * cos + y * sin;
        float across = y * cos - x * sin;
        int line = Math.floorDiv((int) Math.floor(across), ACROSS);
        float v = across - line * ACROSS - .5f;
        if (v >= DOTS.length) {
            return 0;
        }
        // Every other line is moved by half a word, as bricks are.
        float u = along + line % 2 * (ALONG / 2f) - .5f;
        float smooth = mix(u, v);
        // Sharpens the four-dot mean to an edge one pixel wide.
        return Math.clamp((smooth - .5f) * dotPx + .5f, 0f, 1f);
    }

    private static float mix(float u, float v) {
        int column = (int) Math.floor(u);
        int row = (int) Math.floor(v);
        float right = u - column;
        float down = v - row;
        float top = dot(column, row) * (1 - right) + dot(column + 1, row) * right;
        float bottom = dot(column, row + 1) * (1 - right) + dot(column + 1, row + 1) * right;
        return top * (1 - down) + bottom * down;
    }

    private static int dot(int column, int row) {
        int at = Math.floorMod(column, ALONG);
        return row >= 0 && row < DOTS.length && at < DOTS[row].length() && DOTS[row].charAt(at) == '#' ? 1 : 0;
    }
}
