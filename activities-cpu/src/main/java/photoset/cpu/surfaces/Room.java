package photoset.cpu.surfaces;

import java.util.List;
import photoset.imaging.Mask;
import photoset.imaging.Raster;
import photoset.workflows.rendering.SurfaceKind;

/** What is taken for granted about a room, and the planes that follow from it and the camera. */
final class Room {
    /** Height of the camera above the floor: held before the chest or the eyes. */
    static final double CAMERA_CM = 150;

    /** Height of a worktop above the floor, where people stand to work (EN 1116: 85 to 95). */
    static final double COUNTERTOP_CM = 90;

    /** Height of the ceiling above the floor. */
    static final double HEIGHT_CM = 250;

    /** Nothing in a room is farther away, and no wall nearer. */
    static final double FAR_CM = 5000;

    static final double NEAR_CM = 40;

    private Room() {}

    static List<Homography> planes(Raster photo, Mask mask, SurfaceKind kind) {
        var camera = new Camera(photo);
        double[][] rays = camera.rays();
        return switch (kind) {
            case FLOOR -> List.of(level(rays, CAMERA_CM));
            case COUNTERTOP -> List.of(level(rays, CAMERA_CM - COUNTERTOP_CM));
            case CEILING -> List.of(level(rays, CAMERA_CM - HEIGHT_CM));
            case WALL ->
                new WallPlanes(rays, mask)
                        .found().stream().map(wall -> upright(rays, wall)).toList();
        };
    }

    /** The level plane so far below the camera; its first axis leads away from the camera, as boards are laid. */
    private static Homography level(double[][] rays, double downCm) {
        boolean rightLeadsAway = Math.abs(rays[0][2]) > Math.abs(rays[2][2]);
        double[] along = rightLeadsAway ? rays[0] : rays[2];
        double[] across = rightLeadsAway ? rays[2] : rays[0];
        return rows(along, across, rays[1], 1 / downCm);
    }

    private static Homography upright(double[][] rays, double[] wall) {
        double[] along = wall[0] == 0 ? rays[0] : rays[2];
        double[] out = wall[0] == 0 ? rays[2] : rays[0];
        return rows(along, rays[1], out, (wall[0] + wall[1]) / wall[2]);
    }

    private static Homography rows(double[] u, double[] v, double[] w, double perCm) {
        return new Homography(
                new double[] {u[0], u[1], u[2], v[0], v[1], v[2], w[0] * perCm, w[1] * perCm, w[2] * perCm});
    }
}
