package photoset.cpu.framing;

import photoset.cpu.sheets.Box;
import photoset.imaging.Downscale;
import photoset.imaging.Raster;

/** How much there is to see at each place of a photo: differences of neighbors on a reduced copy, summed by rectangle. */
public final class DetailMap {
    private static final int LONG_SIDE_PX = 192;

    /** Share of the detail that is left outside on each side of the core. */
    private static final double TAIL = .04;

    /** Steps of a window that is moved over the map, to its side. */
    private static final int STEPS = 8;

    private final int photoWidth;
    private final int photoHeight;
    private final int width;
    private final int height;

    /** Sums of everything above and left, a row and a column longer than the map. */
    private final long[] sums;

    private DetailMap(Raster photo, Raster small) {
        this.photoWidth = photo.width();
        this.photoHeight = photo.height();
        this.width = small.width();
        this.height = small.height();
        this.sums = new long[(width + 1) * (height + 1)];
        for (int y = 0; y < height; y++) {
            long row = 0;
            for (int x = 0; x < width; x++) {
                row += difference(small, x, y);
                sums[(y + 1) * (width + 1) + x + 1] = sums[y * (width + 1) + x + 1] + row;
            }
        }
    }

    /** Looks at a photo. */
    public static DetailMap of(Raster photo) {
        return new DetailMap(photo, Downscale.toLongSide(photo, LONG_SIDE_PX));
    }

    private static long difference(Raster small, int x, int y) {
        int at = y * small.width() + x;
        int right = x + 1 < small.width() ? at + 1 : at;
        int down = y + 1 < small.height() ? at + small.width() : at;
        return (long) Math.abs(luma(small, at) - luma(small, right)) + Math.abs(luma(small, at) - luma(small, down));
    }

    /** Rec. 601 in whole numbers, enough to tell edges. */
    private static int luma(Raster picture, int index) {
        byte[] rgb = picture.rgb();
        int at = index * 3;
        return (299 * (rgb[at] & 255) + 587 * (rgb[at + 1] & 255) + 114 * (rgb[at + 2] & 255)) / 1000;
    }

    private long sum(int left, int top, int right, int bottom) {
        int line = width + 1;
        return sums[bottom * line + right]
                - sums[top * line + right]
                - sums[bottom * line + left]
                + sums[top * line + left];
    }

    /** How much there is to see in the box, to the pixel. */
    public double density(Box box) {
        var small = reduced(box);
        return (double) sum(small.x(), small.y(), small.right(), small.bottom()) / (small.width() * small.height());
    }

    /** The rectangle that holds nearly all detail, in pixels of the photo. */
    Box core() {
        long all = sum(0, 0, width, height);
        if (all == 0) {
            return new Box(0, 0, photoWidth, photoHeight);
        }
        int left = 0;
        while (sum(0, 0, left + 1, height) < TAIL * all) {
            left++;
        }
        int right = width;
        while (sum(right - 1, 0, width, height) < TAIL * all) {
            right--;
        }
        int top = 0;
        while (sum(0, 0, width, top + 1) < TAIL * all) {
            top++;
        }
        int bottom = height;
        while (sum(0, bottom - 1, width, height) < TAIL * all) {
            bottom--;
        }
        return enlarged(new Box(left, top, right - left, bottom - top));
    }

    /** The square of this side within the box where there is most to see, in pixels of the photo. */
    public Box densest(Box within, int side) {
        int least = Math.min(side, Math.min(within.width(), within.height()));
        int step = Math.max(1, least / STEPS);
        var best = new Box(within.x(), within.y(), least, least);
        double most = -1;
        for (int y = within.y(); y + least <= within.bottom(); y += step) {
            for (int x = within.x(); x + least <= within.right(); x += step) {
                var square = new Box(x, y, least, least);
                double density = density(square);
                if (density > most) {
                    most = density;
                    best = square;
                }
            }
        }
        return best;
    }

    private Box reduced(Box box) {
        int left = Math.clamp((long) box.x() * width / photoWidth, 0, width - 1);
        int top = Math.clamp((long) box.y() * height / photoHeight, 0, height - 1);
        int right = Math.clamp((long) box.right() * width / photoWidth, left + 1, width);
        int bottom = Math.clamp((long) box.bottom() * height / photoHeight, top + 1, height);
        return new Box(left, top, right - left, bottom - top);
    }

    private Box enlarged(Box small) {
        int left = small.x() * photoWidth / width;
        int top = small.y() * photoHeight / height;
        return new Box(
                left,
                top,
                Math.max(1, small.right() * photoWidth / width - left),
                Math.max(1, small.bottom() * photoHeight / height - top));
    }
}
