package photoset.bench.products;

/**
 * A thing that stands on the table: a box, turned around the upright axis, or a round one. Lengths in heights of the product;
 * x to the right, y away from the camera, z up.
 *
 * @param x of its middle
 * @param y of its middle
 * @param halfWidth or the radius
 * @param halfDepth of a box; 0 for what is round
 * @param turn of a box, in radians
 */
record Solid(double x, double y, double halfWidth, double halfDepth, double height, double turn) {
    static final double MISS = Double.POSITIVE_INFINITY;

    boolean isRound() {
        return halfDepth == 0;
    }

    /** How far along a ray it is hit, {@link #MISS} if not; the outward normal into {@code normal}, in the world's axes. */
    double hit(double[] from, double[] ray, double[] normal) {
        double cos = Math.cos(turn);
        double sin = Math.sin(turn);
        double px = from[0] - x;
        double py = from[1] - y;
        double[] origin = {cos * px + sin * py, cos * py - sin * px, from[2]};
        double[] way = {cos * ray[0] + sin * ray[1], cos * ray[1] - sin * ray[0], ray[2]};
        double[] local = new double[3];
        double at = isRound() ? hitRound(origin, way, local) : hitBox(origin, way, local);
        normal[0] = cos * local[0] - sin * local[1];
        normal[1] = sin * local[0] + cos * local[1];
        normal[2] = local[2];
        return at;
    }

    private double hitBox(double[] origin, double[] way, double[] normal) {
        double[] low = {-halfWidth, -halfDepth, 0};
        double[] high = {halfWidth, halfDepth, height};
        double enters = 1e-6;
        double leaves = MISS;
        int face = -1;
        for (int axis = 0; axis < 3; axis++) {
            double one = (low[axis] - origin[axis]) / way[axis];
            double other = (high[axis] - origin[axis]) / way[axis];
            if (Math.min(one, other) > enters) {
                enters = Math.min(one, other);
                face = axis;
            }
            leaves = Math.min(leaves, Math.max(one, other));
        }
        if (face < 0 || enters > leaves) {
            return MISS;
        }
        normal[face] = way[face] > 0 ? -1 : 1;
        return enters;
    }

    private double hitRound(double[] origin, double[] way, double[] normal) {
        double a = way[0] * way[0] + way[1] * way[1];
        double b = origin[0] * way[0] + origin[1] * way[1];
        double c = origin[0] * origin[0] + origin[1] * origin[1] - halfWidth * halfWidth;
        double root = b * b - a * c;
        if (root >= 0 && a > 0) {
            double side = (-b - Math.sqrt(root)) / a;
            double up = origin[2] + side * way[2];
            if (side > 1e-6 && up >= 0 && up <= height) {
                normal[0] = (origin[0] + side * way[0]) / halfWidth;
                normal[1] = (origin[1] + side * way[1]) / halfWidth;
                return side;
            }
        }
        double top = (height - origin[2]) / way[2];
        double across = Math.hypot(origin[0] + top * way[0], origin[1] + top * way[1]);
        if (top > 1e-6 && across <= halfWidth) {
            normal[2] = 1;
            return top;
        }
        return MISS;
    }
}
