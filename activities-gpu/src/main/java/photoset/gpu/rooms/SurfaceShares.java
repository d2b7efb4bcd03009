package photoset.gpu.rooms;

import java.util.List;

/** How much of each pixel is wall, floor, ceiling and anything else, row by row; together 1. The arrays are shared. */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record SurfaceShares(float[] wall, float[] floor, float[] ceiling, float[] other) {
    /** Of so many pixels, still to be filled. */
    static SurfaceShares blank(int pixels) {
        return new SurfaceShares(new float[pixels], new float[pixels], new float[pixels], new float[pixels]);
    }

    /** Those of a part that is a surface. */
    float[] of(RoomPart surface) {
        return switch (surface) {
            case WALL -> wall;
            case FLOOR -> floor;
            case CEILING -> ceiling;
            case TILE, BACKDROP, MOLDING -> throw new IllegalArgumentException(surface + " is no surface of its own");
        };
    }

    List<float[]> all() {
        return List.of(wall, floor, ceiling, other);
    }
}
