package photoset.bench.products;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import photoset.imaging.Mask;

/**
 * How far a mask's contour is from the true one, in pixels, over all places where it crosses from one pixel to the next.
 *
 * @param p95 the 95th percentile
 */
public record ContourFigures(double median, double p95) {
    /** The level that parts inside and outside. */
    private static final double EDGE = Mask.COVERED - .5;

    /** Side of the squares by which places are found; what is farther away counts as if it were so far. */
    private static final int SQUARE_PX = 16;

    private record Place(double x, double y) {
        long square(int right, int down) {
            return ((long) (y / SQUARE_PX) + down) * Integer.MAX_VALUE + (long) (x / SQUARE_PX) + right;
        }

        double distance(Map<Long, List<Place>> others) {
            double nearest = SQUARE_PX;
            for (int down = -1; down <= 1; down++) {
                for (int right = -1; right <= 1; right++) {
                    for (var other : others.getOrDefault(square(right, down), List.of())) {
                        nearest = Math.min(nearest, Math.hypot(x - other.x, y - other.y));
                    }
                }
            }
            return nearest;
        }
    }

    /** Compares masks of one size. */
    public static ContourFigures of(Mask mask, Mask truth) {
        Map<Long, List<Place>> known = new HashMap<>();
        for (var place : contour(truth)) {
            known.computeIfAbsent(place.square(0, 0), square -> new ArrayList<>())
                    .add(place);
        }
        double[] away = contour(mask).stream()
                .mapToDouble(place -> place.distance(known))
                .toArray();
        Arrays.sort(away);
        return new ContourFigures(away[away.length / 2], away[(int) (.95 * away.length)]);
    }

    private static List<Place> contour(Mask mask) {
        List<Place> contour = new ArrayList<>();
        int width = mask.width();
        for (int i = 0; i < mask.levels().length; i++) {
            int x = i % width;
            int y = i / width;
            if (x + 1 < width && isCrossed(mask, i, i + 1)) {
                contour.add(new Place(x + share(mask, i, i + 1), y));
            }
            if (y + 1 < mask.height() && isCrossed(mask, i, i + width)) {
                contour.add(new Place(x, y + share(mask, i, i + width)));
            }
        }
        return contour;
    }

    private static boolean isCrossed(Mask mask, int one, int other) {
        return mask.at(one) < EDGE != mask.at(other) < EDGE;
    }

    private static double share(Mask mask, int one, int other) {
        return (EDGE - mask.at(one)) / (mask.at(other) - mask.at(one));
    }
}
