package photoset.gpu.rooms;

import java.util.Arrays;
import photoset.imaging.Blur;
import photoset.imaging.Raster;
import photoset.imaging.RgbPlanes;
import photoset.imaging.regions.UnionFind;

/**
 * Cuts a picture into patches of one colour (Felzenszwalb, Huttenlocher, Efficient Graph-Based Image Segmentation, 2004):
 * neighbours are joined from the most alike on, as long as the step between them is small against the steps inside.
 * Neighbours are the pixels beside, above and below: diagonals cost as much again and made no mask better.
 */
final class ColorSegmentation {
    /** How much a small patch resists; the reach of colours is 1. Found on photographs of rooms. */
    private static final float SCALE = 50f / 255;

    /** Smaller patches are joined to the neighbour that is most alike. */
    private static final int SIZE_MIN = 30;

    /** The authors': enough against the noise of single pixels. */
    private static final double SMOOTHING_SIGMA_PX = .8;

    /** Neighbours that differ by less than a thirtieth of an 8-bit value are alike. */
    private static final float COST_LEAST = 0x1p-13f;

    private static final int FIRST_LEVEL = Float.floatToRawIntBits(COST_LEAST);

    /** Levels of the sort are a 4096th apart. */
    private static final int LEVEL_SHIFT = 23 - 12;

    /** Up to the cost of black beside white, the root of three. */
    private static final int LEVELS = level(1.7321f) + 1;

    private static final int DIRECTIONS = 2;
    private static final float NONE = -1;

    private final int width;
    private final int[] offsets;
    private final float[] costs;
    private final UnionFind patches;
    private final int[] size;

    /** The step up to which a patch, named by its root, is joined. */
    private final float[] tolerance;

    private ColorSegmentation(Raster picture) {
        this.width = picture.width();
        this.offsets = new int[] {1, width};
        this.costs = costs(smoothed(picture), width);
        this.patches = new UnionFind(picture.pixels());
        this.size = new int[picture.pixels()];
        this.tolerance = new float[picture.pixels()];
        Arrays.fill(size, 1);
        Arrays.fill(tolerance, SCALE);
    }

    /** For each pixel a number that its patch shares with no other: the index of one of its pixels. */
    static int[] of(Raster picture) {
        var segmentation = new ColorSegmentation(picture);
        segmentation.joinAlike();
        segmentation.joinSmall();
        return segmentation.numbers();
    }

    /** Encoded, 0 to 1. */
    private static RgbPlanes smoothed(Raster picture) {
        var color = RgbPlanes.black(picture.pixels());
        byte[] rgb = picture.rgb();
        for (int i = 0, at = 0; at < rgb.length; i++, at += 3) {
            color.red()[i] = (rgb[at] & 0xff) / 255f;
            color.green()[i] = (rgb[at + 1] & 0xff) / 255f;
            color.blue()[i] = (rgb[at + 2] & 0xff) / 255f;
        }
        var blur = new Blur(picture.width(), picture.height());
        blur.convolve(color.red(), SMOOTHING_SIGMA_PX);
        blur.convolve(color.green(), SMOOTHING_SIGMA_PX);
        blur.convolve(color.blue(), SMOOTHING_SIGMA_PX);
        return color;
    }

    /** The cost of each pixel's edges to the right and below; below 0 where there is none. */
    private static float[] costs(RgbPlanes color, int width) {
        int pixels = color.red().length;
        float[] costs = new float[pixels * DIRECTIONS];
        for (int row = 0; row < pixels; row += width) {
            for (int pixel = row; pixel < row + width; pixel++) {
                int edge = pixel * DIRECTIONS;
                costs[edge] = pixel + 1 < row + width ? cost(color, pixel, pixel + 1) : NONE;
                costs[edge + 1] = row + width < pixels ? cost(color, pixel, pixel + width) : NONE;
            }
        }
        return costs;
    }

    private static float cost(RgbPlanes color, int one, int other) {
        float red = color.red()[one] - color.red()[other];
        float green = color.green()[one] - color.green()[other];
        float blue = color.blue()[one] - color.blue()[other];
        return (float) Math.sqrt(red * red + green * green + blue * blue);
    }

    private void joinAlike() {
        int[] edges = new int[costs.length];
        int count = 0;
        for (int edge = 0; edge < costs.length; edge++) {
            edges[count] = edge;
            count += costs[edge] >= 0 ? 1 : 0;
        }
        for (int edge : sorted(edges, count)) {
            int one = patches.find(edge / DIRECTIONS);
            int other = patches.find(edge / DIRECTIONS + offsets[edge % DIRECTIONS]);
            if (one != other && costs[edge] < Math.min(tolerance[one], tolerance[other])) {
                int patch = join(one, other);
                tolerance[patch] = costs[edge] + SCALE / size[patch];
            }
        }
    }

    /** Looks only at edges between two patches one of which is small: patches grow, so no other is ever joined again. */
    private void joinSmall() {
        int[] patch = numbers();
        int[] edges = new int[costs.length];
        int count = 0;
        for (int edge = 0; edge < costs.length; edge++) {
            if (costs[edge] >= 0) {
                int one = patch[edge / DIRECTIONS];
                int other = patch[edge / DIRECTIONS + offsets[edge % DIRECTIONS]];
                if (one != other && Math.min(size[one], size[other]) < SIZE_MIN) {
                    edges[count++] = edge;
                }
            }
        }
        for (int edge : sorted(edges, count)) {
            int one = patches.find(edge / DIRECTIONS);
            int other = patches.find(edge / DIRECTIONS + offsets[edge % DIRECTIONS]);
            if (one != other && Math.min(size[one], size[other]) < SIZE_MIN) {
                join(one, other);
            }
        }
    }

    private int[] numbers() {
        int[] numbers = new int[size.length];
        Arrays.setAll(numbers, patches::find);
        return numbers;
    }

    /** Counting sort of the first so many edges by their cost, ties in the order of pixels. */
    private int[] sorted(int[] edges, int count) {
        int[] starts = new int[LEVELS + 1];
        for (int i = 0; i < count; i++) {
            starts[level(costs[edges[i]]) + 1]++;
        }
        for (int level = 1; level < starts.length; level++) {
            starts[level] += starts[level - 1];
        }
        int[] sorted = new int[count];
        for (int i = 0; i < count; i++) {
            sorted[starts[level(costs[edges[i]])]++] = edges[i];
        }
        return sorted;
    }

    /** Rises with the logarithm, which a float holds in its first bits. */
    private static int level(float cost) {
        return (Float.floatToRawIntBits(Math.max(cost, COST_LEAST)) - FIRST_LEVEL) >> LEVEL_SHIFT;
    }

    /** Makes one patch of two roots and returns its root. */
    private int join(int one, int other) {
        int joint = size[one] + size[other];
        int patch = patches.join(one, other);
        size[patch] = joint;
        return patch;
    }
}
