package photoset.bench.products;

import java.util.Random;
import photoset.imaging.LinearRgb;
import photoset.imaging.Mask;
import photoset.imaging.Raster;
import photoset.imaging.Srgb;

/**
 * A product on a table under a window and the light of a room, cast ray by ray: the photo, and beside it what a photo does
 * not tell, which is the contour, the shadow that the product alone casts, and the ink. Same arguments, same bytes.
 */
public final class ProductScene {
    /** Rays of the soft light that falls on a place. */
    private static final int LIGHT_RAYS = 48;

    /** Samples along a side of a pixel, for the contour and the ink. */
    private static final int SAMPLES = 3;

    private static final double[] CAMERA = {0, -4.2, 1.55};
    private static final double[] TARGET = {0, 0, .42};

    /** Tangent of half the angle of view, across. */
    private static final double VIEW = .36;

    private static final double WALL_Y = 3;
    private static final double NOISE = .004;
    private static final double PROP = .12;
    private static final double INK = .04;
    private static final double[] LABEL = {.80, .78, .80};

    private final int width;
    private final int height;
    private final Ground ground;
    private final Solid product;
    private final Print print;
    private final double[][] lights = new double[LIGHT_RAYS][3];
    private final double[][] axes;
    private final Plane body;
    private final Plane ink;
    private final Plane label;
    private final Plane lit;

    /** One value a pixel. */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    private record Plane(float[] values) {}

    private ProductScene(Ground ground, Shape shape, Print print, int width) {
        this.width = width;
        this.height = width * 3 / 4;
        this.ground = ground;
        this.product = shape.solid();
        this.print = print;
        this.axes = axes();
        castLights();
        int pixels = width * height;
        this.body = new Plane(new float[pixels]);
        this.ink = new Plane(new float[pixels]);
        this.label = new Plane(new float[pixels]);
        this.lit = new Plane(new float[pixels]);
        trace();
    }

    /** What the product looks like. */
    public enum Shape {
        /** A box, turned a little. */
        CARTON,
        /** A round can. */
        CAN;

        private Solid solid() {
            return switch (this) {
                case CARTON -> new Solid(0, 0, .38, .3, 1, .35);
                case CAN -> new Solid(0, 0, .34, 0, 1, 0);
            };
        }
    }

    /** A scene, {@code width} pixels wide and three quarters as high. */
    public static ProductScene of(Ground ground, Shape shape, Print print, int width) {
        return new ProductScene(ground, shape, print, width);
    }

    private static double[][] axes() {
        double[] ahead = unit(TARGET[0] - CAMERA[0], TARGET[1] - CAMERA[1], TARGET[2] - CAMERA[2]);
        double[] right = unit(ahead[1], -ahead[0], 0);
        double[] up = {
            right[1] * ahead[2] - right[2] * ahead[1],
            right[2] * ahead[0] - right[0] * ahead[2],
            right[0] * ahead[1] - right[1] * ahead[0]
        };
        return new double[][] {right, up, ahead};
    }

    private static double[] unit(double x, double y, double z) {
        double length = Math.sqrt(x * x + y * y + z * z);
        return new double[] {x / length, y / length, z / length};
    }

    /** Half of the light comes from everywhere above, half from a window at the left. */
    private void castLights() {
        for (int i = 0; i < LIGHT_RAYS; i++) {
            int pair = i / 2;
            double along = (pair + .5) / (LIGHT_RAYS / 2.0);
            double around = pair * 2.399963; // The golden angle.
            if (i % 2 == 0) {
                double out = Math.sqrt(along);
                lights[i] = new double[] {out * Math.cos(around), out * Math.sin(around), Math.sqrt(1 - along * .999)};
            } else {
                double out = .45 * Math.sqrt(along);
                lights[i] = unit(-.75 + out * Math.cos(around), -.5 + out * Math.sin(around), 1.1);
            }
        }
    }

    private void trace() {
        double[] normal = new double[3];
        for (int y = 0, at = 0; y < height; y++) {
            for (int x = 0; x < width; x++, at++) {
                for (int sample = 0; sample < SAMPLES * SAMPLES; sample++) {
                    int row = sample / SAMPLES;
                    double[] ray = ray(x + (sample % SAMPLES + .5) / SAMPLES, y + (row + .5) / SAMPLES);
                    double away = product.hit(CAMERA, ray, normal);
                    if (away < Solid.MISS) {
                        note(at, ray, away, normal);
                    }
                }
                lit.values()[at] /= Math.max(1e-6f, body.values()[at] * SAMPLES * SAMPLES);
            }
        }
    }

    private void note(int at, double[] ray, double away, double[] normal) {
        float share = 1f / (SAMPLES * SAMPLES);
        double u;
        double up = (CAMERA[2] + away * ray[2]) / product.height();
        if (product.isRound()) {
            u = (Math.atan2(normal[0], -normal[1]) / 1.1 + 1) / 2;
        } else {
            double turned = Math.cos(product.turn()) * (CAMERA[0] + away * ray[0] - product.x())
                    + Math.sin(product.turn()) * (CAMERA[1] + away * ray[1] - product.y());
            boolean front = normal[1] < -.8 && Math.abs(normal[2]) < .1;
            u = front ? (turned / product.halfWidth() + .8) / 1.6 : -1;
        }
        double v = (.72 - up) / .4;
        boolean side = normal[2] < .5 && u >= -.04 && u < 1.04 && v >= -.06 && v < 1.06;
        body.values()[at] += share;
        ink.values()[at] += side ? share * (float) print.ink(u, v) : 0;
        label.values()[at] += side && print != Print.NONE ? share : 0;
        lit.values()[at] += (float) light(normal);
    }

    /** The light that a side of the product turns to, without what stands around. */
    private double light(double[] normal) {
        double sum = 0;
        for (double[] way : lights) {
            sum += Math.max(0, way[0] * normal[0] + way[1] * normal[1] + way[2] * normal[2]);
        }
        return .2 + sum / LIGHT_RAYS;
    }

    private double[] ray(double x, double y) {
        double across = (2 * x / width - 1) * VIEW;
        double up = (1 - 2 * y / height) * VIEW * height / width;
        double[] ray = new double[3];
        for (int axis = 0; axis < 3; axis++) {
            ray[axis] = axes[2][axis] + across * axes[0][axis] + up * axes[1][axis];
        }
        return unit(ray[0], ray[1], ray[2]);
    }

    /** The photo as a camera takes it, its body in this paint. */
    public Raster photo(LinearRgb paint) {
        var noise = new Random(7);
        byte[] rgb = new byte[3 * width * height];
        double[] color = new double[3];
        for (int y = 0, at = 0; y < height; y++) {
            for (int x = 0; x < width; x++, at++) {
                float covered = body.values()[at];
                double[] behind = covered < 1 ? behind(ray(x + .5, y + .5)) : color;
                product(at, paint, color);
                for (int channel = 0; channel < 3; channel++) {
                    double light = covered * color[channel] + (1 - covered) * (covered < 1 ? behind[channel] : 0);
                    double grain = NOISE * noise.nextGaussian() * Math.sqrt(light);
                    rgb[3 * at + channel] = Srgb.toByte((float) (light + grain));
                }
            }
        }
        return new Raster(width, height, rgb);
    }

    private void product(int at, LinearRgb paint, double[] color) {
        double part = body.values()[at] == 0 ? 0 : ink.values()[at] / body.values()[at];
        double own = body.values()[at] == 0 || print != Print.LABEL ? 0 : label.values()[at] / body.values()[at];
        double[] paints = {paint.red(), paint.green(), paint.blue()};
        for (int channel = 0; channel < 3; channel++) {
            double base = own * LABEL[channel] + (1 - own) * paints[channel];
            color[channel] = lit.values()[at] * ((1 - part) * base + part * INK);
        }
    }

    private double[] behind(double[] ray) {
        double[] normal = new double[3];
        double nearest = Solid.MISS;
        double prop = 0;
        for (var other : ground.props()) {
            double away = other.hit(CAMERA, ray, normal);
            if (away < nearest) {
                nearest = away;
                prop = PROP * light(normal);
            }
        }
        double table = ray[2] < 0 ? -CAMERA[2] / ray[2] : Solid.MISS;
        double wall = ray[1] > 0 ? (WALL_Y - CAMERA[1]) / ray[1] : Solid.MISS;
        if (nearest < Math.min(table, wall)) {
            return new double[] {prop, prop * 1.1, prop * .8};
        }
        if (wall < table) {
            double grey = .35 + .1 * (CAMERA[0] + wall * ray[0]);
            return new double[] {grey, grey, grey * 1.04};
        }
        double x = CAMERA[0] + table * ray[0];
        double y = CAMERA[1] + table * ray[1];
        double[] color = ground.color(x, y);
        double light = visible(x, y, true);
        for (int channel = 0; channel < 3; channel++) {
            color[channel] *= light;
        }
        return color;
    }

    /** The share of the light that reaches a place of the table past the product, and past what stands around. */
    private double visible(double x, double y, boolean around) {
        double[] from = {x, y, 1e-4};
        double[] normal = new double[3];
        double reaches = 0;
        double all = 0;
        for (double[] way : lights) {
            boolean hidden = product.hit(from, way, normal) < Solid.MISS;
            if (around && !hidden) {
                hidden = ground.props().stream().anyMatch(prop -> prop.hit(from, way, normal) < Solid.MISS);
            }
            all += way[2];
            reaches += hidden ? 0 : way[2];
        }
        return reaches / all;
    }

    /** The share of the table's light that the product takes at a pixel; 0 where no table is seen. */
    public double shadow(int pixel) {
        int row = pixel / width;
        double[] ray = ray(pixel % width + .5, row + .5);
        double table = ray[2] < 0 ? -CAMERA[2] / ray[2] : Solid.MISS;
        double y = CAMERA[1] + table * ray[1];
        return table == Solid.MISS || y > WALL_Y ? 0 : 1 - visible(CAMERA[0] + table * ray[0], y, false);
    }

    /** All but the product, as a segmenter that never errs would give it. */
    public Mask background() {
        return mask(pixel -> 1 - body.values()[pixel]);
    }

    /** The product. */
    public Mask body() {
        return mask(pixel -> body.values()[pixel]);
    }

    /** The print with the ground around it. */
    public Mask label() {
        return mask(pixel -> label.values()[pixel]);
    }

    /** The ink alone. */
    public Mask ink() {
        return mask(pixel -> ink.values()[pixel]);
    }

    private interface Share {
        float of(int pixel);
    }

    private Mask mask(Share share) {
        byte[] levels = new byte[width * height];
        for (int i = 0; i < levels.length; i++) {
            levels[i] = (byte) Math.round(255 * share.of(i));
        }
        return new Mask(width, height, levels);
    }
}
