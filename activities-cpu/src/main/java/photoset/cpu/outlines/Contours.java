package photoset.cpu.outlines;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import photoset.imaging.Plane;

/**
 * Where a plane crosses zero, by marching squares (Lorensen, Cline, 1987, in two dimensions): closed lines with what is not
 * negative at their left, seen with y downwards. Beyond its border a plane goes on for a node and is negative then.
 */
final class Contours {
    private static final int NONE = -1;

    /** Nodes around the plane: those that it goes on to, and those that end it. */
    private static final int RIM = 2;

    private static final float BEYOND = -1;

    private final int width;
    private final int height;
    private final float[] values;

    /** For each edge between two nodes, to the right of a node or below it, the edge that the line goes on to. */
    private final int[] next;

    private Contours(Plane plane) {
        this.width = plane.width() + 2 * RIM;
        this.height = plane.height() + 2 * RIM;
        this.values = new float[width * height];
        Arrays.fill(values, BEYOND);
        for (int y = 1; y + 1 < height; y++) {
            int row = Math.clamp(y - RIM, 0, plane.height() - 1) * plane.width();
            for (int x = 1; x + 1 < width; x++) {
                values[y * width + x] = plane.values()[row + Math.clamp(x - RIM, 0, plane.width() - 1)];
            }
        }
        this.next = new int[2 * values.length];
        Arrays.fill(next, NONE);
    }

    static List<Polyline> of(Plane plane) {
        var contours = new Contours(plane);
        contours.march();
        return contours.lines();
    }

    private void march() {
        for (int y = 0; y + 1 < height; y++) {
            for (int x = 0; x + 1 < width; x++) {
                int at = y * width + x;
                int corners = (values[at] >= 0 ? 1 : 0)
                        + (values[at + 1] >= 0 ? 2 : 0)
                        + (values[at + width + 1] >= 0 ? 4 : 0)
                        + (values[at + width] >= 0 ? 8 : 0);
                if (corners != 0 && corners != 15) {
                    square(corners, at);
                }
            }
        }
    }

    /** Leads the line through a square of four nodes, of which some are inside; two corners across are apart. */
    private void square(int corners, int at) {
        int top = 2 * at;
        int right = 2 * (at + 1) + 1;
        int bottom = 2 * (at + width);
        int left = 2 * at + 1;
        switch (corners) {
            case 1 -> next[left] = top;
            case 2 -> next[top] = right;
            case 3 -> next[left] = right;
            case 4 -> next[right] = bottom;
            case 5 -> {
                next[left] = top;
                next[right] = bottom;
            }
            case 6 -> next[top] = bottom;
            case 7 -> next[left] = bottom;
            case 8 -> next[bottom] = left;
            case 9 -> next[bottom] = top;
            case 10 -> {
                next[top] = right;
                next[bottom] = left;
            }
            case 11 -> next[bottom] = right;
            case 12 -> next[right] = left;
            case 13 -> next[right] = top;
            default -> next[top] = left;
        }
    }

    private List<Polyline> lines() {
        List<Polyline> lines = new ArrayList<>();
        int[] edges = new int[next.length];
        for (int start = 0; start < next.length; start++) {
            int count = 0;
            for (int edge = start; next[edge] != NONE; count++) {
                edges[count] = edge;
                int following = next[edge];
                next[edge] = NONE;
                edge = following;
            }
            if (count > 0) {
                lines.add(line(edges, count));
            }
        }
        return lines;
    }

    private Polyline line(int[] edges, int count) {
        double[] x = new double[count];
        double[] y = new double[count];
        for (int i = 0; i < count; i++) {
            int node = edges[i] / 2;
            boolean down = edges[i] % 2 == 1;
            float here = values[node];
            double share = here / (here - values[down ? node + width : node + 1]);
            x[i] = node % width - RIM + (down ? 0 : share);
            y[i] = node / width - RIM + (down ? share : 0);
        }
        return new Polyline(x, y);
    }
}
