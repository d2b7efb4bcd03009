package photoset.bench.rooms;

/**
 * A box of a room in meters: x from west to east, y up, z from south to north. Surfaces are the walls 0 to 3 clockwise as
 * seen from above from the south wall on, the floor and the ceiling.
 */
record RoomGeometry(double width, double height, double depth) {
    static final int WALLS = 4;
    static final int FLOOR = 4;
    static final int CEILING = 5;

    private static final double NEVER = Double.POSITIVE_INFINITY;

    /** How long a wall is, or the ceiling from west to east. */
    double length(int surface) {
        return surface == 1 || surface == 3 ? depth : width;
    }

    /** How far from a point inside a ray hits a surface, infinite if it does not. */
    double distance(int surface, double[] from, double[] ray) {
        return switch (surface) {
            case 0 -> ray[2] < 0 ? -from[2] / ray[2] : NEVER;
            case 1 -> ray[0] < 0 ? -from[0] / ray[0] : NEVER;
            case 2 -> ray[2] > 0 ? (depth - from[2]) / ray[2] : NEVER;
            case 3 -> ray[0] > 0 ? (width - from[0]) / ray[0] : NEVER;
            case FLOOR -> ray[1] < 0 ? -from[1] / ray[1] : NEVER;
            case CEILING -> ray[1] > 0 ? (height - from[1]) / ray[1] : NEVER;
            default -> throw new IllegalArgumentException("A room has six surfaces.");
        };
    }

    /** Along a surface, to the right as seen from inside. */
    double along(int surface, double[] point) {
        return switch (surface) {
            case 0 -> width - point[0];
            case 1 -> point[2];
            case 3 -> depth - point[2];
            default -> point[0];
        };
    }

    /** Up a wall, or to the north on floor and ceiling. */
    static double up(int surface, double[] point) {
        return surface < WALLS ? point[1] : point[2];
    }
}
