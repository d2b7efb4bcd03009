package photoset.cpu.framing;

import java.util.Optional;
import photoset.cpu.sheets.Box;
import photoset.imaging.Mask;
import photoset.imaging.Raster;

/**
 * What a photo is about, as the rectangle around it.
 *
 * @param box around the subject, in pixels of the photo
 * @param photo the whole photo
 * @param share of the photo that the subject covers, 0 to 1
 */
public record Subject(Box box, Box photo, double share) {
    /** Columns or rows on the long side of the grid on which pieces are counted. */
    private static final int GRID = 256;

    /** Pieces below this share of the largest are specks of the segmentation. */
    private static final double SPECK = .02;

    /** A guess is kept to this share of the short side, so that no shape has to leave the photo for its sake. */
    private static final double GUESS = .55;

    /** What a mask covers, without specks; empty for a mask of nothing. */
    public static Optional<Subject> of(Mask mask) {
        return of(mask, SPECK);
    }

    /** The largest connected piece of what a mask covers; empty for a mask of nothing. */
    public static Optional<Subject> largestOf(Mask mask) {
        return of(mask, 1);
    }

    private static Optional<Subject> of(Mask mask, double speck) {
        int cell = Math.max(1, (Math.max(mask.width(), mask.height()) + GRID - 1) / GRID);
        return Pieces.of(mask, cell)
                .around(speck)
                .map(cells -> new Subject(
                        inPixels(cells, cell, mask),
                        new Box(0, 0, mask.width(), mask.height()),
                        (double) mask.area() / mask.levels().length));
    }

    /** Around the middle of what is in focus or has edges, for a photo without a mask. */
    public static Subject byDetail(Raster photo) {
        var whole = new Box(0, 0, photo.width(), photo.height());
        var core = DetailMap.of(photo).core();
        int most = Math.max(1, (int) (GUESS * Math.min(photo.width(), photo.height())));
        int width = Math.min(core.width(), most);
        int height = Math.min(core.height(), most);
        var box =
                new Box(core.x() + (core.width() - width) / 2, core.y() + (core.height() - height) / 2, width, height);
        return new Subject(box, whole, (double) width * height / photo.pixels());
    }

    private static Box inPixels(Box cells, int cell, Mask mask) {
        int x = cells.x() * cell;
        int y = cells.y() * cell;
        return new Box(
                x,
                y,
                Math.min(mask.width(), cells.right() * cell) - x,
                Math.min(mask.height(), cells.bottom() * cell) - y);
    }

    /** Both as one; the other may come from a picture of another size of the same photo. */
    public Subject with(Subject another) {
        var other = another.scaledTo(photo.width(), photo.height());
        return new Subject(box.around(other.box), photo, Math.max(share, other.share));
    }

    /** The same place in a picture of another size. */
    public Subject scaledTo(int width, int height) {
        double across = (double) width / photo.width();
        double down = (double) height / photo.height();
        int x = (int) Math.floor(box.x() * across);
        int y = (int) Math.floor(box.y() * down);
        int right = Math.clamp((int) Math.ceil(box.right() * across), x + 1, width);
        int bottom = Math.clamp((int) Math.ceil(box.bottom() * down), y + 1, height);
        return new Subject(new Box(x, y, right - x, bottom - y), new Box(0, 0, width, height), share);
    }

    /** How many sides of the photo cut through the subject. */
    public int cutSides() {
        int margin = Math.max(1, Math.max(photo.width(), photo.height()) / GRID);
        int cut = box.x() < margin ? 1 : 0;
        cut += box.y() < margin ? 1 : 0;
        cut += box.right() > photo.width() - margin ? 1 : 0;
        return cut + (box.bottom() > photo.height() - margin ? 1 : 0);
    }
}
