package photoset.cpu.removal;

import photoset.cpu.surfaces.Homography;
import photoset.cpu.surfaces.Homography.Point;

/**
 * How the pixels of a {@link WorkPicture} lie in the photo: some of the photo's as one, and along a plane where one is
 * known, so that what gets smaller with the distance has one size in it. Places in the photo count from the corner of its first pixel,
 * those in the picture from the middle of its first one.
 *
 * @param toPhoto from the picture
 * @param toWork from the photo
 * @param columns of the picture, without its border
 * @param step pixels of the photo as one, each way; along a plane in the middle of the hole
 * @param exact whether every pixel is a square of whole pixels
 */
record WorkGrid(Homography toPhoto, Homography toWork, int columns, int rows, int step, boolean exact) {
    /** A plane is left where it shows so much smaller or larger than in the hole: nothing fits there. */
    static final double FARTHER_MAX = 2.2;

    /** The photo as it is seen. */
    static WorkGrid flat(Window window, int step) {
        double half = step / 2.0;
        var toPhoto = new Homography(new double[] {step, 0, window.x() + half, 0, step, window.y() + half, 0, 0, 1});
        int columns = (window.width() + step - 1) / step;
        int rows = (window.height() + step - 1) / step;
        return new WorkGrid(toPhoto, toPhoto.inverse(), columns, rows, step, true);
    }

    /**
     * The photo along a plane.
     *
     * @param toPlane as {@link photoset.cpu.surfaces.LocalPlanes#around} gives it
     * @param reach what is looked at around the hole
     */
    static WorkGrid onPlane(Homography toPlane, Window hole, int reach, int step) {
        double left = Double.MAX_VALUE;
        double top = Double.MAX_VALUE;
        double right = -Double.MAX_VALUE;
        double bottom = -Double.MAX_VALUE;
        for (int corner = 0; corner < 4; corner++) {
            var seen = toPlane.map(corner % 2 == 0 ? hole.x() : hole.right(), corner < 2 ? hole.y() : hole.bottom());
            left = Math.min(left, seen.x());
            top = Math.min(top, seen.y());
            right = Math.max(right, seen.x());
            bottom = Math.max(bottom, seen.y());
        }
        double half = step / 2.0;
        int columns = (int) Math.ceil((right - left + 2 * reach) / step);
        int rows = (int) Math.ceil((bottom - top + 2 * reach) / step);
        double fromX = left - reach + half;
        double fromY = top - reach + half;
        var toPlaneFromWork = new Homography(new double[] {step, 0, fromX, 0, step, fromY, 0, 0, 1});
        var toWork = toPlane.then(toPlaneFromWork.inverse());
        return new WorkGrid(toWork.inverse(), toWork, columns, rows, step, false);
    }

    /** Whether the grid shows all of a window, and nowhere much farther away than in the middle. */
    boolean holds(Window window) {
        for (int corner = 0; corner < 4; corner++) {
            var seen = toWork.map(
                    corner % 2 == 0 ? window.x() : window.right(), corner < 2 ? window.y() : window.bottom());
            boolean isInside = seen.x() > 0 && seen.y() > 0 && seen.x() < columns - 1 && seen.y() < rows - 1;
            double farther = isInside ? farther(seen.x(), seen.y()) : 0;
            if (farther < 1 / FARTHER_MAX || farther > FARTHER_MAX) {
                return false;
            }
        }
        return true;
    }

    /** The place in the photo of a place in the picture. */
    Point inPhoto(double x, double y) {
        return toPhoto.map(x, y);
    }

    /** How much smaller something looks at a place than in the middle, along one axis; negative behind the camera. */
    double farther(double x, double y) {
        return depth(x, y) / depth((columns - 1) / 2.0, (rows - 1) / 2.0);
    }

    private double depth(double x, double y) {
        double[] cells = toPhoto.cells();
        return cells[6] * x + cells[7] * y + cells[8];
    }
}
