package photoset.cpu.surfaces;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import photoset.imaging.Downscale;
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
    private static final double COS_MIN = Math.cos(Math.PI / 8);

    /** Shorter segments, as a share of the long side, say little about a vanishing point. */
    private static final double LENGTH_MIN = .03;

    /** A segment is at most this wide for its length. */
    private static final double SLENDER_MAX = .08;

    /** The longest are enough. */
    private static final int COUNT_MAX = 400;

    private final int width;
    private final int height;
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
        var small = Downscale.toLongSide(Downscale.toLongSide(photo, PreviewTask.SIDE_PX), SIDE_PX);
        var search = new Segments(small, (double) photo.width() / small.width());
        search.grow();
        return search.found.stream()
                .sorted((a, b) -> Double.compare(b.length(), a.length()))
                .limit(COUNT_MAX)
                .toList();
    }

    private Segments(Raster small, double scale) {
        this.width = small.width();
        this.height = small.height();
        this.scale = scale;
        this.dx = new float[width * height];
        this.dy = new float[width * height];
        this.used = new boolean[width * height];
        this.queue = new int[width * height];
        this.around = new int[] {-width - 1, -width, -width + 1, -1, 1, width - 1, width, width + 1};
        float[] grey = new float[width * height];
        byte[] rgb = small.rgb();
        for (int i = 0; i < grey.length; i++) {
            grey[i] = LinearRgb.luminance(rgb[3 * i] & 255, rgb[3 * i + 1] & 255, rgb[3 * i + 2] & 255);
        }
        Arrays.fill(used, true);
        for (int y = 1; y < height - 1; y++) {
            for (int i = y * width + 1; i < (y + 1) * width - 1; i++) {
                // Sobel, divided by its sum of weights.
                dx[i] = (grey[i + 1 - width]
                                + 2 * grey[i + 1]
                                + grey[i + 1 + width]
                                - grey[i - 1 - width]
                                - 2 * grey[i - 1]
                                - grey[i - 1 + width])
                        / 4;
                dy[i] = (grey[i + width - 1]
                                + 2 * grey[i + width]
                                + grey[i + width + 1]
                                - grey[i - width - 1]
                                - 2 * grey[i - width]
                                - grey[i - width + 1])
                        / 4;
                // Most of a photo is no edge, and need not be looked at again.
                used[i] = length(dx[i], dy[i]) < GRADIENT_MIN;
            }
        }
    }

    /** From the strongest edges on, in three classes of strength, which is nearly as good as sorting them. */
    private void grow() {
        for (float from = 16 * GRADIENT_MIN; from >= GRADIENT_MIN; from /= 4) {
            for (int i = width + 1; i < dx.length - width - 1; i++) {
                if (!used[i] && length(dx[i], dy[i]) >= from) {
                    grow(i);
                }
            }
        }
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
        return along > 0 && along >= COS_MIN * length(dx[i], dy[i]) * length(sumX, sumY);
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
