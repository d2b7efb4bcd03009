package photoset.cpu.surfaces;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import photoset.imaging.Downscale;
import photoset.imaging.Interpolation;
import photoset.imaging.LinearRgb;
import photoset.imaging.Raster;
import photoset.workflows.previews.PreviewTask;

/**
 * The straight edges of a photo, found by growing regions of one gradient direction (the idea of LSD: von Gioi et al.
 * 2010) on a picture of less than a megapixel.
 */
final class Segments {
    /** Long side of the picture in which edges are looked for. */
    private static final int SIDE_PX = 960;

    /** Weaker edges, in levels of 255 a pixel, are noise. */
    private static final float GRADIENT_MIN = 5;

    /** A region's pixels agree in direction within 22.5 degrees, as in LSD. */
    private static final double SQUARE_OF_COS_MIN = Math.pow(Math.cos(Math.PI / 8), 2);

    /** Shorter segments, as a share of the long side, say little about a vanishing point. */
    private static final double LENGTH_MIN = .03;

    /** A segment is at most this wide for its length. */
    private static final double SLENDER_MAX = .08;

    /** The longest are enough. */
    private static final int COUNT_MAX = 400;

    private final int width;
    private final double scale;
    private final float[] dx;
    private final float[] dy;
    private final boolean[] used;
    private final int[] queue;
    private final int[] around;
    private final List<Segment> found = new ArrayList<>();

    /** An edge in pixels of the photo: its middle, its unit direction and its length. */
    record Segment(double x, double y, double dx, double dy, double length) {}

    /** The longest edges first. */
    static List<Segment> of(Raster photo) {
        // In two steps, so that a photo and its view are the same picture here, and give one camera.
        var view = Downscale.toLongSide(photo, PreviewTask.SIDE_PX);
        var small = Downscale.size(view.width(), view.height(), SIDE_PX);
        var search = new Segments(small.width(), grey(view, small), (double) photo.width() / small.width());
        search.grow();
        return search.found.stream()
                .sorted((a, b) -> Double.compare(b.length(), a.length()))
                .limit(COUNT_MAX)
                .toList();
    }

    /** Bilinear: the view is less than twice as large, so hardly anything of it is left out. */
    private static float[] grey(Raster view, Downscale.Size small) {
        var columns = Interpolation.of(small.width(), view.width());
        var rows = Interpolation.of(small.height(), view.height());
        float[] grey = new float[small.width() * small.height()];
        float[][] lines = new float[2][view.width()];
        int ready = 0;
        float[] line = new float[view.width()];
        for (int y = 0, at = 0; y < small.height(); y++) {
            for (; ready <= rows.high(y); ready++) {
                greyLine(view, ready, lines[ready % 2]);
            }
            mixLines(rows.share(y), lines[rows.low(y) % 2], lines[rows.high(y) % 2], line);
            for (int x = 0; x < small.width(); x++, at++) {
                grey[at] = columns.mix(x, line[columns.low(x)], line[columns.high(x)]);
            }
        }
        return grey;
    }

    private static void greyLine(Raster view, int row, float[] line) {
        byte[] rgb = view.rgb();
        for (int x = 0, at = 3 * row * line.length; x < line.length; x++, at += 3) {
            line[x] = LinearRgb.luminance(rgb[at] & 255, rgb[at + 1] & 255, rgb[at + 2] & 255);
        }
    }

    private static void mixLines(float share, float[] above, float[] below, float[] line) {
        for (int x = 0; x < line.length; x++) {
            line[x] = above[x] + share * (below[x] - above[x]);
        }
    }

    private Segments(int width, float[] grey, double scale) {
        this.width = width;
        this.scale = scale;
        this.dx = new float[grey.length];
        this.dy = new float[grey.length];
        this.used = new boolean[grey.length];
        this.queue = new int[grey.length];
        this.around = new int[] {-width - 1, -width, -width + 1, -1, 1, width - 1, width, width + 1};
        Arrays.fill(used, true);
        for (int row = width; row < grey.length - width; row += width) {
            gradients(grey, row);
            for (int i = row + 1; i < row + width - 1; i++) {
                // Most of a photo is no edge, and need not be looked at again.
                used[i] = square(i) < GRADIENT_MIN * GRADIENT_MIN;
            }
        }
    }

    /** Sobel, divided by its sum of weights, of all of a row but its ends. */
    private void gradients(float[] grey, int row) {
        for (int i = row + 1; i < row + width - 1; i++) {
            float falling = grey[i + 1 + width] - grey[i - 1 - width];
            float rising = grey[i + 1 - width] - grey[i - 1 + width];
            dx[i] = (falling + rising + 2 * (grey[i + 1] - grey[i - 1])) / 4;
            dy[i] = (falling - rising + 2 * (grey[i + width] - grey[i - width])) / 4;
        }
    }

    /** From the strongest edges on, in three classes of strength, which is nearly as good as sorting them. */
    private void grow() {
        for (float from = 16 * GRADIENT_MIN; from >= GRADIENT_MIN; from /= 4) {
            for (int i = width + 1; i < dx.length - width - 1; i++) {
                if (!used[i] && square(i) >= from * from) {
                    grow(i);
                }
            }
        }
    }

    /** Of the length of the gradient. */
    private float square(int i) {
        return dx[i] * dx[i] + dy[i] * dy[i];
    }

    /** Not {@link Math#hypot}, which guards against overflow at twenty times the price. */
    private static double length(double across, double down) {
        return Math.sqrt(across * across + down * down);
    }

    private void grow(int start) {
        double sumX = dx[start];
        double sumY = dy[start];
        int count = 1;
        queue[0] = start;
        used[start] = true;
        for (int next = 0; next < count; next++) {
            // What is used has no edge or lies at the border, so no neighbor is beyond it.
            for (int offset : around) {
                int i = queue[next] + offset;
                if (!used[i] && agrees(i, sumX, sumY)) {
                    used[i] = true;
                    queue[count++] = i;
                    sumX += dx[i];
                    sumY += dy[i];
                }
            }
        }
        keep(count);
    }

    private boolean agrees(int i, double sumX, double sumY) {
        double along = dx[i] * sumX + dy[i] * sumY;
        return along > 0 && along * along >= SQUARE_OF_COS_MIN * square(i) * (sumX * sumX + sumY * sumY);
    }

    /** Fits a line to the region by its moments, weighted with the strength of its edges. */
    private void keep(int count) {
        if (count < LENGTH_MIN * SIDE_PX) {
            return;
        }
        double[] sums = new double[6];
        for (int k = 0; k < count; k++) {
            int i = queue[k];
            double weight = length(dx[i], dy[i]);
            int row = i / width;
            double x = i - row * width;
            double y = row;
            sums[0] += weight;
            sums[1] += weight * x;
            sums[2] += weight * y;
            sums[3] += weight * x * x;
            sums[4] += weight * x * y;
            sums[5] += weight * y * y;
        }
        double x = sums[1] / sums[0];
        double y = sums[2] / sums[0];
        double xx = sums[3] / sums[0] - x * x;
        double xy = sums[4] / sums[0] - x * y;
        double yy = sums[5] / sums[0] - y * y;
        double angle = .5 * Math.atan2(2 * xy, xx - yy);
        double spread = length(xx - yy, 2 * xy);
        // A uniform bar of length l has the variance l^2 / 12.
        double length = Math.sqrt(6 * (xx + yy + spread));
        double thickness = Math.sqrt(Math.max(0, 6 * (xx + yy - spread)));
        if (length >= LENGTH_MIN * SIDE_PX && thickness <= Math.max(4, SLENDER_MAX * length)) {
            found.add(
                    new Segment((x + .5) * scale, (y + .5) * scale, Math.cos(angle), Math.sin(angle), length * scale));
        }
    }
}
