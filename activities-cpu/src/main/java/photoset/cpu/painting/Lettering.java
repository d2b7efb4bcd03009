package photoset.cpu.painting;

/** The word of the watermark as tiles on a slanted grid; drawn from its own dots, so no font is needed. */
final class Lettering {
    /** PHOTOSET, five dots a letter and one between. */
    private static final String[] WORD = {
        "####. #...# .###. ##### .###. .#### ##### #####",
        "#...# #...# #...# ..#.. #...# #.... #.... ..#..",
        "#...# #...# #...# ..#.. #...# #.... #.... ..#..",
        "####. ##### #...# ..#.. #...# .###. ####. ..#..",
        "#.... #...# #...# ..#.. #...# ....# #.... ..#..",
        "#.... #...# #...# ..#.. #...# ....# #.... ..#..",
        "#.... #...# .###. ..#.. .###. ####. ##### ..#.."
    };

    /** The word's dots, 1 or 0, up to the next word and its first column, between two empty lines. */
    private static final float[][] DOTS = dots();

    /** Distance of two words along and across the lines, in dots. */
    private static final int ALONG = 62;

    private static final int ACROSS = 22;

    /** A word is about a seventh of the long side. */
    private static final double DOTS_PER_SIDE = 330;

    /** Whole words, so many dots as none lies before a picture's first column: half of {@link #DOTS_PER_SIDE}. */
    private static final int BEFORE = 4 * ALONG;

    private static final double SLANT = Math.toRadians(-30);

    private final float cos;
    private final float sin;
    private final float dotPx;

    Lettering(int longSidePx) {
        this.dotPx = (float) Math.max(1, longSidePx / DOTS_PER_SIDE);
        this.cos = (float) Math.cos(SLANT) / dotPx;
        this.sin = (float) Math.sin(SLANT) / dotPx;
    }

    /** The first column of a row, from one on, that a letter may cover; between two lines of words there is none. */
    int next(int x, int y) {
        float into = into(x, y);
        return into < WORD.length + .5f ? x : x + (int) ((ACROSS - into) / -sin);
    }

    /** Where the line of words ends on which a column lies, or a little before; at least the next column. */
    int end(int x, int y) {
        return x + Math.max(1, (int) ((WORD.length + .5f - into(x, y)) / -sin));
    }

    private float into(int x, int y) {
        float across = y * cos - x * sin;
        return across - (int) across / ACROSS * ACROSS;
    }

    /** How much of a pixel a letter covers, 0 to 1. */
    float at(int x, int y) {
        float along = x * cos + y * sin;
        float across = y * cos - x * sin;
        // Words rise to the right, so nothing of the picture lies before the first line.
        int line = (int) across / ACROSS;
        float v = across - line * ACROSS - .5f;
        if (v >= WORD.length) {
            return 0;
        }
        // Every other line is moved by half a word, as bricks are.
        float u = along + line % 2 * (ALONG / 2f) - .5f;
        float smooth = mix(u, v);
        // Sharpens the four-dot mean to an edge one pixel wide.
        return Math.min(Math.max((smooth - .5f) * dotPx + .5f, 0), 1);
    }

    /** Half a dot before the first row and less than a picture's height before the first column. */
    private static float mix(float u, float v) {
        int column = (int) (u + BEFORE) - BEFORE;
        int row = (int) (v + 1) - 1;
        float right = u - column;
        float down = v - row;
        int at = (column + BEFORE) % ALONG;
        float[] upper = DOTS[row + 1];
        float[] lower = DOTS[row + 2];
        float top = upper[at] * (1 - right) + upper[at + 1] * right;
        float bottom = lower[at] * (1 - right) + lower[at + 1] * right;
        return top * (1 - down) + bottom * down;
    }

    private static float[][] dots() {
        var dots = new float[WORD.length + 2][ALONG + 1];
        for (int row = 0; row < WORD.length; row++) {
            for (int column = 0; column < WORD[row].length(); column++) {
                dots[row + 1][column] = WORD[row].charAt(column) == '#' ? 1 : 0;
            }
            dots[row + 1][ALONG] = dots[row + 1][0];
        }
        return dots;
    }
}
