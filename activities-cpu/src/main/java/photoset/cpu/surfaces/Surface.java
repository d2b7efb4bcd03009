package photoset.cpu.surfaces;

import java.util.List;
import photoset.cpu.surfaces.Homography.Point;
import photoset.imaging.Mask;
import photoset.imaging.Raster;
import photoset.workflows.rendering.ResolvedAction.Corner;
import photoset.workflows.rendering.SurfaceKind;

/**
 * The plane or planes of one surface, as maps from pixels to cm. Their denominators are the reciprocal of how many lengths
 * of a ray it takes to get there, so where there are several the largest denominator tells which is met first.
 */
public final class Surface {
    private final List<Homography> planes;
    private final double usual;

    private Surface(List<Homography> planes, Raster photo) {
        this.planes = planes;
        this.usual = planes.stream()
                .mapToDouble(plane -> largest(plane, photo))
                .max()
                .orElseThrow();
    }

    private static double largest(Homography plane, Raster photo) {
        double[] m = plane.cells();
        return Math.max(0, m[6] * photo.width()) + Math.max(0, m[7] * photo.height()) + m[8];
    }

    /** Estimates the planes from the photo's straight edges and the mask's outline; the same photo gives the same. */
    public static Surface estimated(Raster photo, Mask mask, SurfaceKind kind) {
        return new Surface(Room.planes(photo, mask, kind), photo);
    }

    /**
     * The plane of a rectangle whose corners the user placed. Its proportions follow from the perspective, its size from
     * the height of the camera; upright ones count as room-high.
     *
     * @param corners top left, top right, bottom right, bottom left in shares of the photo's width and height
     * @throws IllegalArgumentException unless they are the corners of a convex quadrilateral
     */
    public static Surface through(List<Corner> corners, Raster photo, SurfaceKind kind) {
        var points = corners.stream()
                .map(corner -> new Point(corner.x() * photo.width(), corner.y() * photo.height()))
                .toList();
        return new Surface(List.of(Rectangle.plane(points, photo, kind)), photo);
    }

    /** The largest denominator in the photo: that of the nearest place. */
    double usual() {
        return usual;
    }

    List<Homography> planes() {
        return planes;
    }
}
