package photoset.gpu.masks;

import java.util.Arrays;
import photoset.imaging.Mask;
import photoset.imaging.Plane;
import photoset.imaging.regions.BitMask;

/**
 * Draws the line where a margin crosses zero as a soft edge: a pixel's distance to the line is its margin over the
 * margin's slope, so that the edge lies between pixels where the numbers put it and grows without steps.
 */
public final class Contour {
    /** Half the width of the soft edge in pixels of the margin: one, the least that hides the grid. */
    private static final float SOFT_PX = 1f;

    /** How far from the decided border a pixel may be neither 0 nor 255. */
    private static final int SOFT_RADIUS_PX = 2;

    /** Keeps a flat margin from dividing by zero; far below any slope that matters. */
    private static final float SLOPE_MIN = 1e-6f;

    private Contour() {}

    /**
     * A mask of the margin's size.
     *
     * @param margin how clear the decision is, positive inside; any unit
     * @param decided the decision after repairs; the mask is at least 128 exactly there
     */
    public static Mask soft(Plane margin, BitMask decided) {
        var near = decided.grown(SOFT_RADIUS_PX);
        var edge = near.and(decided.inverse().grown(SOFT_RADIUS_PX));
        var alpha = new byte[decided.size()];
        var inside = decided.without(edge);
        for (int from = inside.next(0); from < inside.size(); ) {
            int to = inside.nextNot(from);
            Arrays.fill(alpha, from, to, (byte) 255);
            from = inside.next(to);
        }
        for (int i = edge.next(0); i < edge.size(); i = edge.next(i + 1)) {
            int value = value(margin, i % margin.width(), i / margin.width());
            alpha[i] = (byte) (decided.has(i) ? Math.max(Mask.COVERED, value) : Math.min(Mask.COVERED - 1, value));
        }
        return new Mask(margin.width(), margin.height(), alpha);
    }

    private static int value(Plane margin, int x, int y) {
        float[] values = margin.values();
        int width = margin.width();
        int at = y * width + x;
        int left = x > 0 ? at - 1 : at;
        int right = x < width - 1 ? at + 1 : at;
        int up = y > 0 ? at - width : at;
        int down = y < margin.height() - 1 ? at + width : at;
        float across = (values[right] - values[left]) / Math.max(1, right - left);
        float along = (values[down] - values[up]) / (down - up > width ? 2 : 1);
        float slope = Math.max(SLOPE_MIN, (float) Math.sqrt(across * across + along * along));
        float distance = Math.clamp(values[at] / slope / SOFT_PX, -1f, 1f);
        return Math.round(127.5f + 127.5f * distance);
    }
}
