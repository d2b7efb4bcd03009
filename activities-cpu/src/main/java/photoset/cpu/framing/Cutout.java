package photoset.cpu.framing;

import photoset.cpu.sheets.Box;
import photoset.imaging.Raster;

/**
 * Cuts a window out of a picture. Where the window reaches beyond it, the backdrop is carried on from the picture's border,
 * ever softer with the distance, so that a plain one goes on without a seam and anything else fades.
 */
final class Cutout {
    private static final int CHANNELS = 3;

    /** Lines away from the picture for which the reach of the mean grows by one pixel. */
    private static final int LINES_PER_REACH = 8;

    private final Box window;
    private final Raster picture;

    Cutout(Box window, Raster picture) {
        this.window = window;
        this.picture = picture;
    }

    /** The window at this size. */
    Raster at(int width, int height) {
        int left = Math.max(0, window.x());
        int top = Math.max(0, window.y());
        var seen = new Box(
                left,
                top,
                Math.min(picture.width(), window.right()) - left,
                Math.min(picture.height(), window.bottom()) - top);
        if (seen.equals(window)) {
            return part(seen).resized(width, height);
        }
        double across = (double) width / window.width();
        double down = (double) height / window.height();
        int x = (int) Math.round((seen.x() - window.x()) * across);
        int y = (int) Math.round((seen.y() - window.y()) * down);
        var target = new Box(
                x,
                y,
                Math.clamp(Math.round(seen.width() * across), 1, width - x),
                Math.clamp(Math.round(seen.height() * down), 1, height - y));
        return extended(part(seen).resized(target.width(), target.height()), target, width, height);
    }

    private Raster part(Box box) {
        byte[] rgb = new byte[Math.multiplyExact(box.width() * box.height(), CHANNELS)];
        int line = box.width() * CHANNELS;
        for (int y = 0; y < box.height(); y++) {
            int from = ((box.y() + y) * picture.width() + box.x()) * CHANNELS;
            System.arraycopy(picture.rgb(), from, rgb, y * line, line);
        }
        return new Raster(box.width(), box.height(), rgb);
    }

    /** First to the sides, then, from the rows that are whole by then, upwards and downwards. */
    private static Raster extended(Raster seen, Box target, int width, int height) {
        byte[] rgb = new byte[Math.multiplyExact(width * height, CHANNELS)];
        for (int y = 0; y < target.height(); y++) {
            System.arraycopy(
                    seen.rgb(),
                    y * target.width() * CHANNELS,
                    rgb,
                    ((target.y() + y) * width + target.x()) * CHANNELS,
                    target.width() * CHANNELS);
        }
        var columns = new Line(target.y() * width, width, target.height());
        for (int x = target.x() - 1; x >= 0; x--) {
            extend(rgb, columns.shifted(x + 1), columns.shifted(x), target.x() - x);
        }
        for (int x = target.right(); x < width; x++) {
            extend(rgb, columns.shifted(x - 1), columns.shifted(x), x - target.right() + 1);
        }
        var rows = new Line(0, 1, width);
        for (int y = target.y() - 1; y >= 0; y--) {
            extend(rgb, rows.shifted((y + 1) * width), rows.shifted(y * width), target.y() - y);
        }
        for (int y = target.bottom(); y < height; y++) {
            extend(rgb, rows.shifted((y - 1) * width), rows.shifted(y * width), y - target.bottom() + 1);
        }
        return new Raster(width, height, rgb);
    }

    /**
     * A row or column of pixels.
     *
     * @param first index of its first pixel
     * @param step from one to the next
     */
    private record Line(int first, int step, int length) {
        Line shifted(int by) {
            return new Line(first + by, step, length);
        }

        int at(int i) {
            return (first + i * step) * CHANNELS;
        }
    }

    /** Each pixel becomes the mean of those of the line before near it, of the more the farther the picture is away. */
    private static void extend(byte[] rgb, Line before, Line to, int distance) {
        int reach = Math.min(before.length() - 1, 1 + distance / LINES_PER_REACH);
        for (int channel = 0; channel < CHANNELS; channel++) {
            long sum = 0;
            for (int i = -reach; i <= reach; i++) {
                sum += value(rgb, before, i, channel);
            }
            for (int i = 0; i < before.length(); i++) {
                rgb[to.at(i) + channel] = (byte) Math.round((float) sum / (2 * reach + 1));
                sum += value(rgb, before, i + reach + 1, channel) - value(rgb, before, i - reach, channel);
            }
        }
    }

    private static int value(byte[] rgb, Line line, int i, int channel) {
        return rgb[line.at(Math.clamp(i, 0, line.length() - 1)) + channel] & 255;
    }
}
