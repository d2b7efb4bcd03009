package photoset.gpu.rooms;

import java.util.Arrays;
import photoset.imaging.Blur;
import photoset.imaging.Raster;
import photoset.imaging.RgbPlanes;
import photoset.imaging.regions.UnionFind;

/**
 * Cuts a picture into patches of one colour (Felzenszwalb, Huttenlocher, Efficient Graph-Based Image Segmentation, 2004):
 * neighbours are joined from the most alike on, as long as the step between them is small against the steps inside.
 */
final class ColorSegmentation {
    /** How much a small patch resists; the reach of colours is 1. Found on photographs of rooms. */
    private static final float SCALE = 50f / 255;

    /** Smaller patches are joined to the neighbour that is most alike. */
    private static final int SIZE_MIN = 30;

    /** The authors': enough against the noise of single pixels. */
    private static final double SMOOTHING_SIGMA_PX = .8;

    /** Steps of the sort, on the root of the cost: most neighbours differ by far less than an 8-bit value. */
    private static final int LEVELS = 1 << 16;

    private static final float COST_MAX = 1.7321f;

    private static final int DIRECTIONS = 4;
    private static final float NONE = -1;

    private final int width;
    private final int height;
    private final int[] offsets;
    private final RgbPlanes color;
    private final UnionFind patches;
    private final int[] size;
    private final float[] inner;

    private ColorSegmentation(Raster picture) {
        this.width = picture.width();
        this.height = picture.height();
        this.offsets = new int[] {1, width, width + 1, 1 - width};
        this.color = smoothed(picture);
        this.patches = new UnionFind(picture.pixels());
        this.size = new int[picture.pixels()];
        this.inner = new float[picture.pixels()];
        Arrays.fill(size, 1);
    }

    /** For each pixel a number that its patch shares with no other: the index of one of its pixels. */
    static int[] of(Raster picture) {
        var segmentation = new ColorSegmentation(picture);
        segmentation.join();
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

    /** The cost of each pixel's edges to the right, below, below right and above right; below 0 where there is none. */
    private float[] costs() {
        float[] costs = new float[size.length * DIRECTIONS];
        for (int row = 0, pixel = 0; row < height; row++) {
            for (int column = 0; column < width; column++, pixel++) {
                boolean right = column + 1 < width;
                boolean below = row + 1 < height;
                int edge = pixel * DIRECTIONS;
                costs[edge] = right ? cost(pixel, pixel + offsets[0]) : NONE;
                costs[edge + 1] = below ? cost(pixel, pixel + offsets[1]) : NONE;
                costs[edge + 2] = right && below ? cost(pixel, pixel + offsets[2]) : NONE;
                costs[edge + 3] = right && row > 0 ? cost(pixel, pixel + offsets[3]) : NONE;
            }
        }
        return costs;
    }

    private float cost(int one, int other) {
        float red = color.red()[one] - color.red()[other];
        float green = color.green()[one] - color.green()[other];
        float blue = color.blue()[one] - color.blue()[other];
        return (float) Math.sqrt(red * red + green * green + blue * blue);
    }

    private void join() {
        float[] costs = costs();
        for (int edge : sorted(costs)) {
            int one = patches.find(edge / DIRECTIONS);
            int other = patches.find(edge / DIRECTIONS + offsets[edge % DIRECTIONS]);
            if (one != other && costs[edge] < Math.min(tolerance(one), tolerance(other))) {
                join(one, other, costs[edge]);
            }
        }
        keepThoseOfSmall(costs);
        for (int edge : sorted(costs)) {
            int one = patches.find(edge / DIRECTIONS);
            int other = patches.find(edge / DIRECTIONS + offsets[edge % DIRECTIONS]);
            if (one != other && Math.min(size[one], size[other]) < SIZE_MIN) {
                join(one, other, costs[edge]);
            }
        }
    }

    /** Leaves only the edges between two patches one of which is small: patches grow, so no other is ever joined again. */
    private void keepThoseOfSmall(float[] costs) {
        int[] patch = numbers();
        for (int edge = 0; edge < costs.length; edge++) {
            if (costs[edge] >= 0) {
                int one = patch[edge / DIRECTIONS];
                int other = patch[edge / DIRECTIONS + offsets[edge % DIRECTIONS]];
                if (one == other || Math.min(size[one], size[other]) >= SIZE_MIN) {
                    costs[edge] = NONE;
                }
            }
        }
    }

    private int[] numbers() {
        int[] numbers = new int[size.length];
        Arrays.setAll(numbers, patches::find);
        return numbers;
    }

    /** Counting sort of the edges by their cost, ties in the order of pixels. */
    private static int[] sorted(float[] costs) {
        char[] levels = new char[costs.length];
        int[] starts = new int[LEVELS + 1];
        for (int edge = 0; edge < costs.length; edge++) {
            if (costs[edge] >= 0) {
                levels[edge] = (char) Math.min(LEVELS - 1, (int) (Math.sqrt(costs[edge] / COST_MAX) * LEVELS));
                starts[levels[edge] + 1]++;
            }
        }
        for (int i = 1; i < starts.length; i++) {
            starts[i] += starts[i - 1];
        }
        int[] sorted = new int[starts[LEVELS]];
        for (int edge = 0; edge < costs.length; edge++) {
            if (costs[edge] >= 0) {
                sorted[starts[levels[edge]]++] = edge;
            }
        }
        return sorted;
    }

    private float tolerance(int root) {
        return inner[root] + SCALE / size[root];
    }

    private void join(int one, int other, float cost) {
        int joint = size[one] + size[other];
        int patch = patches.join(one, other);
        size[patch] = joint;
        inner[patch] = cost;
    }
}
