package photoset.cpu.surfaces;

import java.util.ArrayList;
import java.util.List;
import photoset.cpu.surfaces.Homography.Point;
import photoset.imaging.Raster;

/**
 * The planes on which a part of a photo may lie, as far as straight edges show them: those of two of a room's three
 * directions along which edges in it run (Huang et al.: Image Completion Using Planar Structure Guidance, 2014).
 */
public final class LocalPlanes {
    /** Edges of each direction, in long sides of the part: with fewer there is no pattern to follow. */
    private static final double EDGES_MIN = .3;

    /** Edges so far beside the part count, in shares of it. */
    private static final double BESIDE = .5;

    /** Within so much from one end of the part to the other the plane is seen as good as frontal. */
    private static final double CHANGE_MIN = 1.12;

    /** A plane that is seen more slantingly is too coarse at its far end. */
    private static final double CHANGE_MAX = 4;

    private final Camera camera;

    /** Looks for the camera of a photo; takes a tenth of a second. */
    public LocalPlanes(Raster photo) {
        this.camera = new Camera(photo);
    }

    /**
     * Maps of the photo's pixels, each of which shows one of the planes that edges in the part run along without
     * perspective, and leaves the middle of the part as it is; none where perspective hardly changes anything.
     */
    public List<Homography> around(double left, double top, double right, double bottom) {
        double marginX = BESIDE * (right - left);
        double marginY = BESIDE * (bottom - top);
        double[] support = camera.support(left - marginX, top - marginY, right + marginX, bottom + marginY);
        double least = EDGES_MIN * Math.max(right - left, bottom - top);
        double[][] rays = camera.rays();
        List<Homography> planes = new ArrayList<>();
        for (int normal = 0; normal < 3; normal++) {
            int first = (normal + 1) % 3;
            int second = (normal + 2) % 3;
            if (Math.min(support[first], support[second]) >= least) {
                var plane = Homography.ofRows(rays[first], rays[second], rays[normal]);
                double change = change(plane, left, top, right, bottom);
                if (change > CHANGE_MIN && change < CHANGE_MAX) {
                    planes.add(still(plane, (left + right) / 2, (top + bottom) / 2));
                }
            }
        }
        return planes;
    }

    /** How much nearer the nearest corner is than the farthest; not a number of use where the horizon crosses. */
    private static double change(Homography plane, double left, double top, double right, double bottom) {
        double least = Double.MAX_VALUE;
        double most = -Double.MAX_VALUE;
        for (int corner = 0; corner < 4; corner++) {
            double depth = plane.depth(corner % 2 == 0 ? left : right, corner < 2 ? top : bottom);
            least = Math.min(least, depth);
            most = Math.max(most, depth);
        }
        return least > 0 ? most / least : most < 0 ? least / most : Double.MAX_VALUE;
    }

    /** Followed by what undoes its turning, slanting and scaling at a place. */
    private static Homography still(Homography plane, double x, double y) {
        double step = .5;
        Point here = plane.map(x, y);
        Point right = plane.map(x + step, y);
        Point left = plane.map(x - step, y);
        Point below = plane.map(x, y + step);
        Point above = plane.map(x, y - step);
        double a = right.x() - left.x();
        double b = below.x() - above.x();
        double c = right.y() - left.y();
        double d = below.y() - above.y();
        double det = a * d - b * c;
        var back = new Homography(new double[] {
            d / det,
            -b / det,
            x - (d * here.x() - b * here.y()) / det,
            -c / det,
            a / det,
            y - (a * here.y() - c * here.x()) / det,
            0,
            0,
            1
        });
        return plane.then(back);
    }
}
