package photoset.cpu.framing;

import photoset.cpu.sheets.Box;
import photoset.imaging.Raster;

/**
 * What part of a photo becomes a picture of its own.
 *
 * @param window in pixels of the photo; may reach beyond it where the subject is too long for the wanted shape
 * @param photo the whole photo
 */
public record Crop(Box window, Box photo) {
    /** A subject that only fits by reaching beyond the photo fills this much of the window's side. */
    private static final double FILL_BEYOND = .9;

    /**
     * A window of this shape around the subject, which it always contains: the subject fills {@code fill} of the side that
     * it fits least, stays in the middle as far as the photo goes, and the photo is left only if there is no other way.
     *
     * @param aspect width by height of the window
     * @param fill 0 to 1
     */
    public static Crop around(Subject subject, double aspect, double fill) {
        var box = subject.box();
        var photo = subject.photo();
        double width = Math.max(box.width() / fill, box.height() / fill * aspect);
        double most = Math.min(photo.width(), photo.height() * aspect);
        if (width > most) {
            boolean fits = most >= box.width() && most / aspect >= box.height();
            width = fits ? most : Math.max(box.width(), box.height() * aspect) / FILL_BEYOND;
        }
        int columns = Math.max(box.width(), (int) Math.round(width));
        int rows = Math.max(box.height(), (int) Math.round(width / aspect));
        return new Crop(
                new Box(
                        start(box.x(), box.width(), columns, photo.width()),
                        start(box.y(), box.height(), rows, photo.height()),
                        columns,
                        rows),
                photo);
    }

    /** The whole photo. */
    public static Crop whole(Box photo) {
        return new Crop(photo, photo);
    }

    /** Where a window starts whose middle is the subject's, moved into the photo if it is not longer than that. */
    private static int start(int subjectStart, int subjectLength, int length, int photoLength) {
        int start = subjectStart + (subjectLength - length) / 2;
        return length > photoLength ? start : Math.clamp(start, 0, photoLength - length);
    }

    /** How many pixels of the result stand for one of the photo, along a side; above 1 the photo is enlarged. */
    public double enlargement(int width) {
        return (double) width / window.width();
    }

    /** How much of both windows is common, 0 to 1. */
    public double overlap(Crop other) {
        var one = window;
        var two = other.window;
        int across = Math.min(one.right(), two.right()) - Math.max(one.x(), two.x());
        int down = Math.min(one.bottom(), two.bottom()) - Math.max(one.y(), two.y());
        if (across <= 0 || down <= 0) {
            return 0;
        }
        double both = across * (double) down;
        return both / ((double) one.width() * one.height() + (double) two.width() * two.height() - both);
    }

    /** Cuts the window out of a picture of any size that shows the same photo. */
    public Raster cut(Raster picture, int width, int height) {
        return new Cutout(scaledTo(picture), picture).at(width, height);
    }

    private Box scaledTo(Raster picture) {
        double across = (double) picture.width() / photo.width();
        double down = (double) picture.height() / photo.height();
        return new Box(
                (int) Math.round(window.x() * across),
                (int) Math.round(window.y() * down),
                Math.max(1, (int) Math.round(window.width() * across)),
                Math.max(1, (int) Math.round(window.height() * down)));
    }
}
