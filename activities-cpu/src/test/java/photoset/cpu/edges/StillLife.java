package photoset.cpu.edges;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import photoset.imaging.ColorDifference;
import photoset.imaging.Lab;
import photoset.imaging.LinearRgb;
import photoset.imaging.Mask;
import photoset.imaging.Raster;
import photoset.imaging.Srgb;
import photoset.imaging.regions.BitMask;

/**
 * A painted wall with a picture, a lamp, a plant, a socket and a sofa before it, of which the share of the wall in every
 * pixel is known: the lens mixes two pixels around each edge. In another paint it is the truth that an edit is held to.
 */
final class StillLife {
    static final LinearRgb BEIGE = new LinearRgb(.55f, .48f, .38f);

    /** Half the width of an edge in pixels. */
    private static final double SOFT_PX = 1.2;

    private static final int HALO_PX = 6;

    private final int width;
    private final int height;
    private final double scale;
    private final List<Thing> things = new ArrayList<>();
    private final float[] wall;

    /** Something with a distance to its outline (negative inside, in pixels) and a colour. */
    private record Thing(Outline outline, LinearRgb color) {
        double cover(double x, double y) {
            return Math.clamp(.5 - outline.distance(x, y) / (2 * SOFT_PX), 0, 1);
        }
    }

    private interface Outline {
        double distance(double x, double y);
    }

    StillLife(int width) {
        this.width = width;
        this.height = width * 2 / 3;
        this.scale = width / 1536.0;
        things.add(new Thing(box(300, 240, 360, 260), new LinearRgb(.05f, .03f, .02f)));
        things.add(new Thing(box(316, 256, 328, 228), new LinearRgb(.2f, .35f, .5f)));
        things.add(new Thing(ellipse(860, 300, 70, 70), new LinearRgb(.9f, .5f, .1f)));
        things.add(new Thing(box(980, 560, 34, 34), new LinearRgb(.75f, .75f, .74f)));
        things.add(new Thing(box(100, 700, 800, 400), new LinearRgb(.12f, .17f, .3f)));
        leaves(new Random(3));
        this.wall = new float[width * height];
        for (int y = 0, i = 0; y < height; y++) {
            for (int x = 0; x < width; x++, i++) {
                wall[i] = 1;
                for (Thing thing : things) {
                    wall[i] *= (float) (1 - thing.cover(x + .5, y + .5));
                }
            }
        }
    }

    private void leaves(Random random) {
        for (int leaf = 0; leaf < 28; leaf++) {
            double angle = -random.nextDouble(.15 * Math.PI, .85 * Math.PI);
            double reach = random.nextDouble(90, 320);
            double x = 1240 + .5 * reach * Math.cos(angle);
            double y = 900 + .5 * reach * Math.sin(angle);
            var outline = ellipse(x, y, reach / 2, random.nextDouble(7, 16), angle);
            things.add(new Thing(outline, new LinearRgb(.04f, (float) random.nextDouble(.09, .2), .03f)));
        }
        things.add(new Thing(box(1190, 890, 100, 150), new LinearRgb(.35f, .12f, .06f)));
    }

    private Outline box(double left, double top, double wide, double high) {
        return (x, y) -> Math.max(
                Math.abs(x - scale * (left + wide / 2)) - scale * wide / 2,
                Math.abs(y - scale * (top + high / 2)) - scale * high / 2);
    }

    private Outline ellipse(double centreX, double centreY, double a, double b) {
        return ellipse(centreX, centreY, a, b, 0);
    }

    private Outline ellipse(double centreX, double centreY, double a, double b, double angle) {
        return (x, y) -> {
            double dx = x / scale - centreX;
            double dy = y / scale - centreY;
            double u = (dx * Math.cos(angle) + dy * Math.sin(angle)) / a;
            double v = (dy * Math.cos(angle) - dx * Math.sin(angle)) / b;
            double k = Math.hypot(u, v);
            // First-order distance: value over gradient.
            double slope = Math.hypot(u / a, v / b) / Math.max(k, 1e-9);
            return scale * (k - 1) / Math.max(slope, 1e-9);
        };
    }

    int pixels() {
        return width * height;
    }

    /** How much of a pixel is wall, 0 to 1. */
    float wall(int index) {
        return wall[index];
    }

    Mask truth() {
        var mask = Mask.empty(width, height);
        for (int i = 0; i < wall.length; i++) {
            mask.levels()[i] = (byte) Math.round(255 * wall[i]);
        }
        return mask;
    }

    /** What a network of a long side of 512 makes of it: averaged over cells, blurred by one, a little off. */
    Mask coarse() {
        int columns = Math.min(512, width);
        int rows = columns * height / width;
        float[] cells = new float[columns * rows];
        double cell = (double) width / columns;
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                double bend = .7 * Math.sin(column * .35) * Math.cos(row * .3);
                cells[row * columns + column] = mean((column + bend) * cell, (row + bend) * cell, cell * 1.5);
            }
        }
        byte[] levels = new byte[cells.length];
        for (int i = 0; i < levels.length; i++) {
            levels[i] = (byte) Math.round(255 * Math.clamp((cells[i] - .5f) * 1.5f + .5f, 0f, 1f));
        }
        return new Mask(columns, rows, levels).resized(width, height);
    }

    private float mean(double left, double top, double side) {
        double sum = 0;
        int samples = 4;
        for (int i = 0; i < samples * samples; i++) {
            int right = i % samples;
            int down = i / samples;
            int x = (int) Math.clamp(left + side * right / samples, 0, width - 1.0);
            int y = (int) Math.clamp(top + side * down / samples, 0, height - 1.0);
            sum += wall[y * width + x];
        }
        return (float) (sum / (samples * samples));
    }

    /** As a camera takes it. */
    Raster photo(LinearRgb paint) {
        return render(paint, new Random(11));
    }

    /** Without noise. */
    Raster truth(LinearRgb paint) {
        return render(paint, null);
    }

    private Raster render(LinearRgb paint, @Nullable Random noise) {
        byte[] rgb = new byte[width * height * 3];
        float[] light = new float[3];
        for (int y = 0, i = 0; y < height; y++) {
            for (int x = 0; x < width; x++, i++) {
                mix(paint, x, y, light);
                for (int channel = 0; channel < 3; channel++) {
                    double grain = noise == null ? 0 : noise.nextGaussian() * Math.sqrt(1e-5 + 4e-5 * light[channel]);
                    rgb[i * 3 + channel] = Srgb.toByte((float) (light[channel] + grain));
                }
            }
        }
        return new Raster(width, height, rgb);
    }

    private void mix(LinearRgb paint, int x, int y, float[] light) {
        double fall =
                .6 + .4 * Math.exp(-Math.pow((x - .4 * width) / (.5 * width), 2) - Math.pow(y / (.9 * height), 2));
        light[0] = (float) (paint.red() * fall);
        light[1] = (float) (paint.green() * fall * .98);
        light[2] = (float) (paint.blue() * fall * .94);
        for (Thing thing : things) {
            float cover = (float) thing.cover(x + .5, y + .5);
            light[0] += cover * (thing.color().red() - light[0]);
            light[1] += cover * (thing.color().green() - light[1]);
            light[2] += cover * (thing.color().blue() - light[2]);
        }
    }

    /** The 95th percentile of CIEDE2000 within six pixels of the wall's edges. */
    double halo(Raster picture, Raster truth) {
        var band = band();
        double[] found = new double[band.count()];
        int count = 0;
        for (int i = band.next(0); i < band.size(); i = band.next(i + 1)) {
            found[count++] = ColorDifference.ciede2000(Lab.of(picture.at(i)), Lab.of(truth.at(i)));
        }
        Arrays.sort(found);
        return found[(int) (.95 * (count - 1))];
    }

    /** Mean difference to the true share within that band, 0 to 1. */
    double error(Mask mask) {
        var band = band();
        double sum = 0;
        for (int i = band.next(0); i < band.size(); i = band.next(i + 1)) {
            sum += Math.abs(mask.at(i) / 255.0 - wall[i]);
        }
        return sum / band.count();
    }

    private BitMask band() {
        var edge = new BitMask(width, wall.length / width);
        for (int i = 0; i < wall.length; i++) {
            if (wall[i] > .02 && wall[i] < .98) {
                edge.add(i);
            }
        }
        return edge.grown(HALO_PX);
    }
}
