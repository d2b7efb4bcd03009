package photoset.cpu.surfaces;

import java.util.List;
import photoset.cpu.surfaces.Homography.Point;
import photoset.imaging.Raster;
import photoset.workflows.rendering.SurfaceKind;

/** Measures a rectangle that is seen in perspective (Zhang: A Flexible New Technique for Camera Calibration, 2000). */
final class Rectangle {
    /** Focal lengths beyond these, in long sides, are faults of the corners or of a view straight from the front. */
    private static final double FOCAL_MIN = .4;

    private static final double FOCAL_MAX = 3;

    private Rectangle() {}

    /** The map from pixels to cm on the rectangle, from its first corner on. */
    static Homography plane(List<Point> corners, Raster photo, SurfaceKind kind) {
        double middleX = photo.width() / 2.0;
        double middleY = photo.height() / 2.0;
        var centred = corners.stream()
                .map(corner -> new Point(corner.x() - middleX, corner.y() - middleY))
                .toList();
        double[] m = Homography.fromUnitSquare(centred).cells();
        double focal = focal(m, Math.max(photo.width(), photo.height()));
        double[] along = {m[0] / focal, m[3] / focal, m[6]};
        double[] down = {m[1] / focal, m[4] / focal, m[7]};
        double[] first = {m[2] / focal, m[5] / focal, m[8]};
        double cm = switch (kind) {
            case FLOOR -> Room.CAMERA_CM / away(along, down, first);
            case COUNTERTOP -> (Room.CAMERA_CM - Room.COUNTERTOP_CM) / away(along, down, first);
            case CEILING -> (Room.HEIGHT_CM - Room.CAMERA_CM) / away(along, down, first);
            case WALL -> Room.HEIGHT_CM / length(down);
        };
        var sized = new Homography(new double[] {cm * length(along), 0, 0, 0, cm * length(down), 0, 0, 0, 1});
        var plane = Homography.fromUnitSquare(corners).inverse().then(sized);
        return facing(plane, corners);
    }

    /** Both sides of the rectangle are at right angles only for one focal length. */
    private static double focal(double[] m, double longSide) {
        double square = -(m[0] * m[1] + m[3] * m[4]) / (m[6] * m[7]);
        double focal = Math.sqrt(square) / longSide;
        return (focal >= FOCAL_MIN && focal <= FOCAL_MAX ? focal : Camera.FOCAL_USUAL) * longSide;
    }

    private static double length(double[] v) {
        return Math.sqrt(v[0] * v[0] + v[1] * v[1] + v[2] * v[2]);
    }

    /** Distance of the camera from the plane in units of the map. */
    private static double away(double[] along, double[] down, double[] first) {
        double[] normal = {
            along[1] * down[2] - along[2] * down[1],
            along[2] * down[0] - along[0] * down[2],
            along[0] * down[1] - along[1] * down[0]
        };
        double sum = normal[0] * first[0] + normal[1] * first[1] + normal[2] * first[2];
        return Math.abs(sum) / length(normal);
    }

    /** A map has no sign; in ours the denominator is above 0 where the plane is in front of the camera. */
    private static Homography facing(Homography plane, List<Point> corners) {
        double x = corners.stream().mapToDouble(Point::x).average().orElseThrow();
        double y = corners.stream().mapToDouble(Point::y).average().orElseThrow();
        double[] m = plane.cells();
        return plane.times(Math.signum(m[6] * x + m[7] * y + m[8]));
    }
}
