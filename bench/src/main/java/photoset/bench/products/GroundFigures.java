package photoset.bench.products;

import java.util.Arrays;
import java.util.List;
import photoset.cpu.painting.Layer;
import photoset.cpu.painting.PaintOrder;
import photoset.cpu.painting.Painter;
import photoset.imaging.ColorDifference;
import photoset.imaging.Lab;
import photoset.imaging.LinearRgb;
import photoset.imaging.Mask;
import photoset.imaging.Raster;
import photoset.imaging.Srgb;
import photoset.workflows.rendering.ResolvedAction.Background;

/**
 * What a new ground behind a product is worth.
 *
 * @param exact the share of the pixels beyond the product and the band around its foot that have the value and nothing else
 * @param shadow the median difference (CIEDE2000) between the shadow in the band and the product's own
 * @param rises how often the shadow gets darker by more than two levels from the foot downwards, as a share of the steps
 */
public record GroundFigures(double exact, double shadow, double rises) {
    /** The band around the foot, as a share of the product's height. */
    private static final double BAND = .10;

    /** Of 255: rounding, and the slant of a contour. */
    private static final int LEVELS = 2;

    /** What of the lower contour is the foot, as a share of the product's height. */
    private static final double FOOT = .25;

    /** A photo with its ground exchanged, the shadow in full. */
    public static Raster onNewGround(ProductScene scene, Raster photo, LinearRgb value, double shadow) {
        var layer = new Layer(new Background("Background", value.hex(), shadow), scene.background());
        return new Painter(step -> {})
                .paint(new PaintOrder(photo, List.of(layer), List.of(), false))
                .picture();
    }

    /** Compares a result with what is known of the scene. */
    public static GroundFigures of(ProductScene scene, Raster result, LinearRgb value) {
        var background = scene.background();
        boolean[] band = band(background);
        double[] differences = new double[band.length];
        byte[] rgb = {Srgb.toByte(value.red()), Srgb.toByte(value.green()), Srgb.toByte(value.blue())};
        int inBand = 0;
        int beyond = 0;
        int exact = 0;
        for (int i = 0; i < band.length; i++) {
            if (background.at(i) < 255) {
                continue;
            }
            if (band[i]) {
                differences[inBand++] = difference(result.at(i), value, scene.shadow(i));
            } else {
                beyond++;
                exact += isExactly(result.rgb(), 3 * i, rgb) ? 1 : 0;
            }
        }
        double[] sorted = Arrays.copyOf(differences, inBand);
        Arrays.sort(sorted);
        return new GroundFigures((double) exact / beyond, sorted[inBand / 2], rises(background, result));
    }

    private static boolean isExactly(byte[] picture, int at, byte[] rgb) {
        return Arrays.equals(picture, at, at + rgb.length, rgb, 0, rgb.length);
    }

    private static double difference(LinearRgb shown, LinearRgb value, double shadow) {
        float light = (float) (1 - shadow);
        var truth = new LinearRgb(value.red() * light, value.green() * light, value.blue() * light);
        return ColorDifference.ciede2000(Lab.of(shown), Lab.of(truth));
    }

    private static int[] lowest(Mask background) {
        int[] lowest = new int[background.width()];
        Arrays.fill(lowest, -1);
        for (int i = 0; i < background.levels().length; i++) {
            if (background.at(i) < 255) {
                lowest[i % background.width()] = i / background.width();
            }
        }
        return lowest;
    }

    private static boolean[] band(Mask background) {
        int width = background.width();
        int[] lowest = lowest(background);
        int bottom = Arrays.stream(lowest).max().orElse(0);
        int top = 0;
        while (background.at(top) == 255) {
            top++;
        }
        int height = bottom - top / width + 1;
        int reach = (int) Math.ceil(BAND * height);
        boolean[] band = new boolean[background.levels().length];
        for (int x = 0; x < width; x++) {
            if (lowest[x] >= bottom - FOOT * height) {
                mark(band, width, x, lowest[x], reach);
            }
        }
        return band;
    }

    private static void mark(boolean[] band, int width, int x, int y, int reach) {
        for (int down = -reach; down <= reach; down++) {
            for (int across = -reach; across <= reach; across++) {
                int column = x + across;
                int at = (y + down) * width + column;
                if (column >= 0 && column < width && at >= 0 && at < band.length && Math.hypot(across, down) <= reach) {
                    band[at] = true;
                }
            }
        }
    }

    private static double rises(Mask background, Raster result) {
        int width = background.width();
        int[] lowest = lowest(background);
        int steps = 0;
        int rises = 0;
        for (int x = 0; x < width; x++) {
            for (int y = lowest[x] + 2; lowest[x] >= 0 && y < background.height(); y++) {
                int above = result.rgb()[3 * ((y - 1) * width + x)] & 255;
                int here = result.rgb()[3 * (y * width + x)] & 255;
                steps += above < 255 ? 1 : 0;
                rises += here < above - LEVELS ? 1 : 0;
            }
        }
        return steps == 0 ? 0 : (double) rises / steps;
    }
}
