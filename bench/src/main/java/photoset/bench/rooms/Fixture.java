package photoset.bench.rooms;

/**
 * One thing on one surface of a room.
 *
 * @param id from 1, the same in every view
 * @param surface index of the wall, or {@link RoomGeometry#CEILING}
 * @param left along the surface, in meters
 * @param bottom up the wall, or across the ceiling, in meters
 */
record Fixture(
        int id,
        FixtureKind kind,
        int surface,
        double left,
        double bottom,
        double width,
        double height,
        FixtureLook look) {
    boolean covers(double u, double v) {
        return u >= left && u < left + width && v >= bottom && v < bottom + height;
    }

    /** Whether two would touch, or nearly. */
    boolean meets(Fixture other, double gap) {
        return surface == other.surface
                && left < other.left + other.width + gap
                && other.left < left + width + gap
                && bottom < other.bottom + other.height + gap
                && other.bottom < bottom + height + gap;
    }

    /** Puts the linear color at a point of the surface. */
    void paint(double u, double v, double[] color) {
        look.paint(kind, (u - left) / width, (bottom + height - v) / height, width / height, color);
    }

    /** Whether it shines by itself. */
    boolean isLit(double u, double v) {
        return look.isLit(kind, (u - left) / width, (bottom + height - v) / height);
    }
}
