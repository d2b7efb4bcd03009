package photoset.cpu.outlines;

import java.util.ArrayList;
import java.util.List;
import photoset.imaging.Mask;
import photoset.imaging.Plane;
import photoset.imaging.RgbPlanes;

/**
 * Leads the contour of a mask that is off by some pixels along the edges of its photo, straight or smooth where nothing
 * sure is seen. For things whose contours are so; what is frayed, as a plant, loses its tips.
 */
public final class Outline {
    /** A contour that is shorter, in nodes, is no longer than what it might be moved by. */
    private static final int LENGTH_MIN = 40;

    /** The bends that a network draws along a straight edge are shorter, in nodes. */
    private static final double BENDS = 4;

    /** Across a line that was led once, profiles are more nearly at right angles to the edge. */
    private static final int ROUNDS = 2;

    /** Weights against a bend of a node's length: of an edge that is sure, of where the line was, and of the picture's end. */
    private static final double SURE = 10;

    private static final double WAS = 1e-3;

    private static final double FIXED = 1e3;

    private final RgbPlanes colors;
    private final int columns;
    private final int rows;
    private final int step;

    /**
     * A photo seen through nodes.
     *
     * @param colors the nodes' mean colors, encoded sRGB, 0 to 1
     * @param step pixels along a side of a node
     */
    public Outline(RgbPlanes colors, int columns, int step) {
        this.colors = colors;
        this.columns = columns;
        this.rows = colors.size() / columns;
        this.step = step;
    }

    /**
     * The mask anew, hard inside and outside, with the share of each pixel on its contour.
     *
     * @param mask of the photo's size; not changed
     * @param reach how far its contour is off at most, in nodes
     */
    public Mask redrawn(Mask mask, double reach) {
        int places = (int) Math.ceil(Profiles.FINE * reach);
        List<Polyline> lines = new ArrayList<>();
        for (var line : Contours.of(levels(mask))) {
            var moved = placed(line).evened();
            for (int round = 0; round < ROUNDS && moved.size() >= LENGTH_MIN; round++) {
                moved = moved(moved, places).evened();
            }
            lines.add(moved);
        }
        return PolygonFill.drawn(lines, mask.width(), mask.height(), step);
    }

    /** How far the middle pixel of each node is above the level that decides. */
    private Plane levels(Mask mask) {
        float[] levels = new float[columns * rows];
        for (int i = 0; i < levels.length; i++) {
            int x = Math.min(mask.width() - 1, i % columns * step + step / 2);
            int y = Math.min(mask.height() - 1, i / columns * step + step / 2);
            levels[i] = mask.at(y * mask.width() + x) - Mask.COVERED + .5f;
        }
        return new Plane(columns, rows, levels);
    }

    /** From middle pixels to middles, which are half a pixel apart in nodes of an even side. */
    private Polyline placed(Polyline line) {
        int middle = step / 2;
        double shift = (middle + .5) / step - .5;
        double[] x = new double[line.size()];
        double[] y = new double[line.size()];
        for (int i = 0; i < x.length; i++) {
            x[i] = line.x(i) + shift;
            y[i] = line.y(i) + shift;
        }
        return new Polyline(x, y);
    }

    /** Where the edge is sure, there; elsewhere smoothly from one sure place to the next, not far from where the line was. */
    private Polyline moved(Polyline line, int reach) {
        var smooth = line.smoothed(BENDS);
        var profiles = new Profiles(colors, columns, smooth, reach);
        var costs = profiles.costs();
        int[] places = SmoothPath.through(costs);
        double[] x = new double[places.length];
        double[] y = new double[places.length];
        double[] weights = new double[places.length];
        for (int i = 0; i < x.length; i++) {
            double sure = SURE * profiles.confidence(i, places[i]);
            double away = (places[i] - reach + between(costs[i], places[i])) / Profiles.FINE * sure / (sure + WAS);
            double[] outward = smooth.outward(i);
            boolean isAtBorder = isAtBorder(line, i);
            x[i] = isAtBorder ? line.x(i) : smooth.x(i) + away * outward[0];
            y[i] = isAtBorder ? line.y(i) : smooth.y(i) + away * outward[1];
            weights[i] = isAtBorder ? FIXED : sure + WAS;
        }
        return new Polyline(WhittakerSmoother.smoothed(x, weights), WhittakerSmoother.smoothed(y, weights));
    }

    /** How far the lowest point of a parabola through a place and its neighbors is from the place. */
    private static double between(float[] costs, int place) {
        if (place == 0 || place == costs.length - 1) {
            return 0;
        }
        double bend = costs[place - 1] - 2.0 * costs[place] + costs[place + 1];
        return bend <= 0 ? 0 : Math.clamp((costs[place - 1] - costs[place + 1]) / (2 * bend), -.5, .5);
    }

    /** There a contour follows the picture's end, not an edge. */
    private boolean isAtBorder(Polyline line, int i) {
        return line.x(i) < 1 || line.y(i) < 1 || line.x(i) > columns - 2 || line.y(i) > rows - 2;
    }
}
