package photoset.bench.removal;

import java.util.Arrays;
import java.util.Comparator;
import java.util.PriorityQueue;
import photoset.imaging.Mask;
import photoset.imaging.Raster;

/**
 * Fills from the rim inwards, each pixel from those near it that are known (Telea: An Image Inpainting Technique Based on the
 * Fast Marching Method, 2004); what a removal is compared with.
 */
final class TeleaFill {
    /** Known pixels so far away count; as the paper's examples have it. */
    private static final int RADIUS_PX = 5;

    /** Pixels beside the front's course count a little. */
    private static final float ALONG_MIN = 1e-6f;

    private final int width;
    private final int height;
    private final byte[] rgb;
    private final boolean[] known;
    private final float[] away;
    private final PriorityQueue<Step> front =
            new PriorityQueue<>(Comparator.comparingDouble(Step::away).thenComparingInt(Step::pixel));

    private record Step(float away, int pixel) {}

    private TeleaFill(Raster photo, Mask hole) {
        this.width = photo.width();
        this.height = photo.height();
        this.rgb = photo.copy().rgb();
        this.known = new boolean[photo.pixels()];
        this.away = new float[photo.pixels()];
        for (int i = 0; i < known.length; i++) {
            known[i] = hole.at(i) == 0;
        }
        Arrays.fill(away, Float.MAX_VALUE);
    }

    /** A copy of the photo in which every pixel of the mask is filled. */
    static Raster of(Raster photo, Mask hole) {
        var fill = new TeleaFill(photo, hole);
        fill.march();
        return new Raster(photo.width(), photo.height(), fill.rgb);
    }

    private void march() {
        for (int i = 0; i < known.length; i++) {
            if (known[i]) {
                away[i] = 0;
            }
        }
        for (int i = 0; i < known.length; i++) {
            if (known[i]) {
                offerBeside(i);
            }
        }
        for (var step = front.poll(); step != null; step = front.poll()) {
            if (!known[step.pixel]) {
                fill(step.pixel);
                known[step.pixel] = true;
                offerBeside(step.pixel);
            }
        }
    }

    private void offerBeside(int pixel) {
        int x = pixel % width;
        offer(x > 0 ? pixel - 1 : -1);
        offer(x < width - 1 ? pixel + 1 : -1);
        offer(pixel - width);
        offer(pixel + width);
    }

    private void offer(int pixel) {
        if (pixel < 0 || pixel >= known.length || known[pixel]) {
            return;
        }
        float time = time(pixel);
        if (time < away[pixel]) {
            away[pixel] = time;
            front.add(new Step(time, pixel));
        }
    }

    /** When the front arrives: the eikonal equation, solved from the earlier of the neighbours each way. */
    private float time(int pixel) {
        float across = Math.min(arrived(pixel, -1, 0), arrived(pixel, 1, 0));
        float down = Math.min(arrived(pixel, 0, -1), arrived(pixel, 0, 1));
        float apart = Math.abs(across - down);
        return apart < 1 ? (across + down + (float) Math.sqrt(2 - apart * apart)) / 2 : Math.min(across, down) + 1;
    }

    private float arrived(int pixel, int right, int down) {
        return isKnown(pixel % width + right, pixel / width + down)
                ? away[pixel + down * width + right]
                : Float.MAX_VALUE / 4;
    }

    private boolean isKnown(int x, int y) {
        return x >= 0 && x < width && y >= 0 && y < height && known[y * width + x];
    }

    private void fill(int pixel) {
        float normalX = slope(i -> away[i], pixel, 1, 0);
        float normalY = slope(i -> away[i], pixel, 0, 1);
        var sums = new Sums();
        for (int dy = -RADIUS_PX; dy <= RADIUS_PX; dy++) {
            for (int dx = -RADIUS_PX; dx <= RADIUS_PX; dx++) {
                int square = dx * dx + dy * dy;
                if (square > 0 && square <= RADIUS_PX * RADIUS_PX && isKnown(pixel % width + dx, pixel / width + dy)) {
                    int from = pixel + dy * width + dx;
                    float along = Math.max(ALONG_MIN, Math.abs(dx * normalX + dy * normalY));
                    float near = along / (square * (float) Math.sqrt(square));
                    add(from, dx, dy, near / (1 + Math.abs(away[from] - away[pixel])), sums);
                }
            }
        }
        for (int channel = 0; channel < 3 && sums.weights > 0; channel++) {
            rgb[3 * pixel + channel] = (byte) Math.round(Math.clamp(sums.color(channel), 0f, 255f));
        }
    }

    private void add(int from, int dx, int dy, float weight, Sums sums) {
        sums.weights += weight;
        for (int channel = 0; channel < 3; channel++) {
            int plane = channel;
            sums.colors[channel] += weight * level(from, channel);
            sums.across[channel] -= weight * dx * slope(i -> level(i, plane), from, 1, 0);
            sums.down[channel] -= weight * dy * slope(i -> level(i, plane), from, 0, 1);
        }
    }

    /** What known pixels say of one, and their slopes; these add a level or so, as OpenCV has it, where the paper's run away. */
    private static final class Sums {
        private final float[] colors = new float[3];
        private final float[] across = new float[3];
        private final float[] down = new float[3];
        private float weights;

        float color(int channel) {
            float slope = across[channel] + down[channel];
            float size = (float) Math.hypot(across[channel], down[channel]);
            return colors[channel] / weights + (size > 0 ? slope / size : 0);
        }
    }

    private float level(int pixel, int channel) {
        return rgb[3 * pixel + channel] & 255;
    }

    private interface Values {
        float at(int pixel);
    }

    /** By how much values grow from one pixel to the next, as far as they are known. */
    private float slope(Values values, int pixel, int right, int down) {
        int step = down * width + right;
        boolean after = isKnown(pixel % width + right, pixel / width + down);
        boolean before = isKnown(pixel % width - right, pixel / width - down);
        float here = values.at(pixel);
        float sum = (after ? values.at(pixel + step) - here : 0) + (before ? here - values.at(pixel - step) : 0);
        return after && before ? sum / 2 : sum;
    }
}
