package photoset.bench.rooms;

/**
 * A box that stands on the floor and hides what is behind it.
 *
 * @param low its corner with the least coordinates, in meters
 * @param high the opposite one
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record Furniture(double[] low, double[] high, double[] color) {
    /** How far a ray goes before it hits the box, infinite if it misses (Kay, Kajiya 1986). */
    double distance(double[] from, double[] ray) {
        double enter = 0;
        double leave = Double.POSITIVE_INFINITY;
        for (int axis = 0; axis < 3; axis++) {
            double one = (low[axis] - from[axis]) / ray[axis];
            double other = (high[axis] - from[axis]) / ray[axis];
            enter = Math.max(enter, Math.min(one, other));
            leave = Math.min(leave, Math.max(one, other));
        }
        return enter <= leave && enter > 0 ? enter : Double.POSITIVE_INFINITY;
    }

    /** Light falls from above: top, then one pair of sides, then the other. */
    double shade(double[] point) {
        if (point[1] > high[1] - 1e-6) {
            return 1;
        }
        return Math.abs(point[0] - low[0]) < 1e-6 || Math.abs(point[0] - high[0]) < 1e-6 ? .75 : .55;
    }
}
