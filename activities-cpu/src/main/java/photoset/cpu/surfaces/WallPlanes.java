package photoset.cpu.surfaces;

import java.util.ArrayList;
import java.util.List;
import photoset.imaging.Mask;

/**
 * The walls of a room whose camera is known. Every column of the mask says how far away the wall can be at most: its
 * lowest pixel is not below the floor, its highest not above the ceiling. Walls stand at right angles, so what most
 * columns agree on is the distance of one.
 */
final class WallPlanes {
    /** Columns that are looked at. */
    private static final int COLUMNS = 200;

    /** Columns agree on a wall's distance within this share of it. */
    private static final double AGREE = .06;

    /** Fewer columns than this share are furniture or a recess. */
    private static final double SHARE_MIN = .1;

    private static final int WALLS_MAX = 3;

    /** Where no column says anything: across a usual room. */
    private static final double DISTANCE_CM = 300;

    private final double[][] rays;
    private final List<double[]> places = new ArrayList<>();

    WallPlanes(double[][] rays, Mask mask) {
        this.rays = rays;
        int step = Math.max(1, mask.width() / COLUMNS);
        for (int x = step / 2; x < mask.width(); x += step) {
            place(mask, x);
        }
    }

    private void place(Mask mask, int x) {
        int top = -1;
        int bottom = -1;
        for (int y = 0; y < mask.height(); y++) {
            if (mask.at(y * mask.width() + x) >= 128) {
                top = top < 0 ? y : top;
                bottom = y;
            }
        }
        if (top >= 0) {
            // Where the frame cuts the wall off, nothing is known of its end.
            boolean cut = bottom == mask.height() - 1;
            double low = cut ? Double.POSITIVE_INFINITY : reach(x, bottom + 1, Room.CAMERA_CM);
            double high = top == 0 ? Double.POSITIVE_INFINITY : reach(x, top, Room.CAMERA_CM - Room.HEIGHT_CM);
            int y = low <= high ? bottom + 1 : top;
            double reach = Math.min(low, high);
            if (reach < Room.FAR_CM) {
                places.add(new double[] {reach * along(0, x, y), reach * along(2, x, y)});
            }
        }
    }

    private double along(int axis, double x, double y) {
        return rays[axis][0] * x + rays[axis][1] * y + rays[axis][2];
    }

    /** How far along a ray lies what is {@code downCm} below the camera. */
    private double reach(double x, double y, double downCm) {
        double reach = downCm / along(1, x, y);
        return reach > 0 ? reach : Double.POSITIVE_INFINITY;
    }

    /** Each wall as its normal along right and forward, and its distance in cm. */
    List<double[]> found() {
        List<double[]> walls = new ArrayList<>();
        List<double[]> open = new ArrayList<>(places);
        while (walls.size() < WALLS_MAX && open.size() >= Math.max(3, SHARE_MIN * places.size())) {
            double[] best = mostAgreed(open);
            if (open.stream().filter(place -> isAt(best, place)).count() < SHARE_MIN * places.size()) {
                break;
            }
            walls.add(best);
            open.removeIf(place -> isAt(best, place) || isBehind(best, place));
        }
        return walls.isEmpty() ? List.of(facing()) : walls;
    }

    private static double[] mostAgreed(List<double[]> open) {
        double[] best = {0, 1, DISTANCE_CM};
        double most = -1;
        for (double[] place : open) {
            for (int way = 0; way < 4; way++) {
                int sign = way < 2 ? 1 : -1;
                double[] wall = {way % 2 == 0 ? sign : 0, way % 2 == 1 ? sign : 0, 0};
                wall[2] = wall[0] * place[0] + wall[1] * place[1];
                if (wall[2] > Room.NEAR_CM) {
                    double votes = votes(wall, open);
                    if (votes > most) {
                        most = votes;
                        best = wall;
                    }
                }
            }
        }
        return best;
    }

    private static double votes(double[] wall, List<double[]> open) {
        double votes = 0;
        for (double[] place : open) {
            double miss = (distance(wall, place) / wall[2] - 1) / AGREE;
            votes += Math.max(0, 1 - miss * miss);
            // A wall in front of what is seen elsewhere cannot be.
            votes -= miss > 1 ? .5 : 0;
        }
        return votes;
    }

    private static double distance(double[] wall, double[] place) {
        return wall[0] * place[0] + wall[1] * place[1];
    }

    private static boolean isAt(double[] wall, double[] place) {
        return Math.abs(distance(wall, place) / wall[2] - 1) <= AGREE;
    }

    private static boolean isBehind(double[] wall, double[] place) {
        return distance(wall, place) > wall[2];
    }

    /** A wall across the line of sight. */
    private double[] facing() {
        // The z component of an axis is what a step in focal length adds; the larger one looks ahead.
        return Math.abs(rays[0][2]) > Math.abs(rays[2][2])
                ? new double[] {Math.signum(rays[0][2]), 0, DISTANCE_CM}
                : new double[] {0, Math.signum(rays[2][2]), DISTANCE_CM};
    }
}
