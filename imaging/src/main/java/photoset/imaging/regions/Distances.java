package photoset.imaging.regions;

/** Distances in pixels over a grid, in two passes with steps of 1 and the square root of 2 (Borgefors 1986). */
public final class Distances {
    private static final float DIAGONAL = 1.4142135f;

    private Distances() {}

    /** Gives every place its distance from the nearest one that has 0. */
    public static void spread(float[] away, int columns) {
        int rows = away.length / columns;
        for (int y = 0; y < rows; y++) {
            float before = Float.MAX_VALUE;
            for (int x = 0, i = y * columns; x < columns; x++, i++) {
                before = Math.min(away[i], before + 1);
                before = y > 0 ? nearer(away, before, i - columns, x, columns) : before;
                away[i] = before;
            }
        }
        for (int y = rows - 1; y >= 0; y--) {
            float before = Float.MAX_VALUE;
            for (int x = columns - 1, i = y * columns + x; x >= 0; x--, i--) {
                before = Math.min(away[i], before + 1);
                before = y < rows - 1 ? nearer(away, before, i + columns, x, columns) : before;
                away[i] = before;
            }
        }
    }

    /** What is known of a place, or what the three in the row beside it say. */
    private static float nearer(float[] away, float known, int beside, int x, int columns) {
        float straight = away[beside] + 1;
        float left = x > 0 ? away[beside - 1] : Float.MAX_VALUE;
        float right = x < columns - 1 ? away[beside + 1] : Float.MAX_VALUE;
        return Math.min(known, Math.min(straight, Math.min(left, right) + DIAGONAL));
    }
}
