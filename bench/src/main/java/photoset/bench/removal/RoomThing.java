package photoset.bench.removal;

import java.util.List;

/** What stands or hangs in a room until it is removed. */
sealed interface RoomThing {
    /**
     * Something flat on a surface.
     *
     * @param corners of its outline on the surface, in meters, u and v in turn
     * @param round whether the first two corners are those of a box with an ellipse in it
     */
    record Flat(int surface, List<Double> corners, boolean round) implements RoomThing {
        static Flat box(int surface, double left, double bottom, double width, double height) {
            return new Flat(
                    surface,
                    List.of(left, bottom, left + width, bottom, left + width, bottom + height, left, bottom + height),
                    false);
        }

        static Flat disk(int surface, double left, double bottom, double width, double height) {
            return new Flat(surface, List.of(left, bottom, left + width, bottom + height), true);
        }

        /** Whether it covers a place of its surface. */
        boolean covers(double u, double v) {
            return round ? inEllipse(u, v) : inside(u, v);
        }

        private boolean inEllipse(double u, double v) {
            double x = (u - corners.get(0)) / (corners.get(2) - corners.get(0)) - .5;
            double y = (v - corners.get(1)) / (corners.get(3) - corners.get(1)) - .5;
            return x * x + y * y < .25;
        }

        /** Crosses an odd number of sides on its way out. */
        private boolean inside(double u, double v) {
            boolean inside = false;
            int count = corners.size();
            for (int i = 0, before = count - 2; i < count; before = i, i += 2) {
                double fromV = corners.get(before + 1);
                double toV = corners.get(i + 1);
                if (fromV > v != toV > v) {
                    double fromU = corners.get(before);
                    double toU = corners.get(i);
                    inside ^= u < fromU + (v - fromV) / (toV - fromV) * (toU - fromU);
                }
            }
            return inside;
        }
    }

    /** A ball, such as a pouf or a lamp. */
    record Ball(double x, double y, double z, double radius) implements RoomThing {
        /** How far a ray goes until it hits, infinite if it misses. */
        double distance(double[] from, double[] ray) {
            double square = ray[0] * ray[0] + ray[1] * ray[1] + ray[2] * ray[2];
            double dx = from[0] - x;
            double dy = from[1] - y;
            double dz = from[2] - z;
            double half = ray[0] * dx + ray[1] * dy + ray[2] * dz;
            double root = half * half - square * (dx * dx + dy * dy + dz * dz - radius * radius);
            double distance = root < 0 ? -1 : (-half - Math.sqrt(root)) / square;
            return distance > 0 ? distance : Double.POSITIVE_INFINITY;
        }
    }
}
