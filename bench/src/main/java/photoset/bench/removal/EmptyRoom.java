package photoset.bench.removal;

import java.util.Random;
import photoset.bench.removal.RemovalCase.Look;
import photoset.bench.removal.RoomThing.Ball;
import photoset.bench.removal.RoomThing.Flat;
import photoset.imaging.Blur;
import photoset.imaging.Mask;
import photoset.imaging.Raster;
import photoset.imaging.Srgb;

/** A room with one thing in it: x to the right, y up, z ahead, in meters. Same arguments, same bytes. */
final class EmptyRoom {
    static final int BACK = 0;
    static final int FLOOR = 1;
    static final int CEILING = 2;
    private static final int LEFT = 3;
    private static final int RIGHT = 4;

    private static final double WIDTH = 4.4;
    private static final double HEIGHT = 2.6;
    private static final double DEPTH = 4.2;

    /** Where the camera is held. */
    private static final double[] EYE = {2, 1.4, .4};

    /** The lens of a phone, in widths of the photo. */
    private static final double FOCAL = .8;

    /** Rays of a pixel, each way, as long as that is a matter of a second. */
    private static final int RAYS = 3;

    private static final int RAYS_WIDTH_MAX = 1500;

    /** How soft a lens and a demosaiced sensor draw, in pixels. */
    private static final double SOFT = .7;

    /** Read-out and photon noise of a small sensor at base sensitivity. */
    private static final double NOISE_DARK = 1e-5;

    private static final double NOISE_LIGHT = 4e-5;

    private static final double[] THING = {.5, .12, .1};

    private final Look look;
    private final RoomThing thing;
    private final double[][] axes;
    private final double[] ray = new double[3];
    private final double[] point = new double[3];
    private final double[] color = new double[3];

    EmptyRoom(Look look, RoomThing thing) {
        this.look = look;
        this.thing = thing;
        this.axes = axes(Math.toRadians(look.yaw()), Math.toRadians(look.pitch()));
    }

    /** The directions ahead, to the right and down. */
    private static double[][] axes(double yaw, double pitch) {
        double sin = Math.sin(yaw);
        double cos = Math.cos(yaw);
        return new double[][] {
            {FOCAL * Math.cos(pitch) * sin, FOCAL * Math.sin(pitch), FOCAL * Math.cos(pitch) * cos},
            {cos, 0, -sin},
            {Math.sin(pitch) * sin, -Math.cos(pitch), Math.sin(pitch) * cos}
        };
    }

    /** What the camera sees, so many pixels wide. */
    RoomShot shot(int width) {
        int height = width * 2 / 3;
        float[][] with = new float[3][width * height];
        float[][] without = new float[3][width * height];
        float[] covered = new float[width * height];
        int rays = width <= RAYS_WIDTH_MAX ? RAYS : 1;
        float part = 1f / (rays * rays);
        for (int i = 0; i < covered.length; i++) {
            for (int k = 0; k < rays * rays; k++) {
                int row = i / width;
                int rayRow = k / rays;
                double x = i % width + (k % rays + .5) / rays;
                double y = row + (rayRow + .5) / rays;
                boolean hit = cast(x / width - .5, (y - height / 2.0) / width);
                covered[i] += hit ? part : 0;
                for (int channel = 0; channel < 3; channel++) {
                    without[channel][i] += part * (float) color[channel];
                    with[channel][i] += part * (float) (hit ? THING[channel] : color[channel]);
                }
            }
        }
        var random = new Random(5);
        return new RoomShot(taken(with, width, random), taken(without, width, random), mask(covered, width));
    }

    private static Mask mask(float[] covered, int width) {
        new Blur(width, covered.length / width).gaussian(covered, SOFT);
        byte[] levels = new byte[covered.length];
        for (int i = 0; i < levels.length; i++) {
            levels[i] = (byte) Math.round(255 * covered[i]);
        }
        return new Mask(width, covered.length / width, levels);
    }

    private static Raster taken(float[][] light, int width, Random random) {
        int height = light[0].length / width;
        byte[] rgb = new byte[width * height * 3];
        for (float[] plane : light) {
            new Blur(width, height).gaussian(plane, SOFT);
        }
        for (int at = 0; at < rgb.length; at++) {
            float value = light[at % 3][at / 3];
            double grain = random.nextGaussian() * Math.sqrt(NOISE_DARK + NOISE_LIGHT * value);
            rgb[at] = Srgb.toByte((float) (value + grain));
        }
        return new Raster(width, height, rgb);
    }

    /** Finds the color of the room along a ray; whether the thing is before it. */
    private boolean cast(double right, double down) {
        for (int axis = 0; axis < 3; axis++) {
            ray[axis] = axes[0][axis] + right * axes[1][axis] + down * axes[2][axis];
        }
        double nearest = Double.POSITIVE_INFINITY;
        int surface = BACK;
        for (int i = BACK; i <= RIGHT; i++) {
            double distance = distance(i);
            if (distance > 0 && distance < nearest) {
                nearest = distance;
                surface = i;
            }
        }
        for (int axis = 0; axis < 3; axis++) {
            point[axis] = EYE[axis] + nearest * ray[axis];
        }
        double u = surface == LEFT || surface == RIGHT ? point[2] : point[0];
        double v = surface == FLOOR || surface == CEILING ? point[2] : point[1];
        pattern(surface).paint(u, v, color);
        double light = light();
        for (int channel = 0; channel < 3; channel++) {
            color[channel] *= light;
        }
        return switch (thing) {
            case Flat flat -> flat.surface() == surface && flat.covers(u, v);
            case Ball ball -> ball.distance(EYE, ray) < nearest;
        };
    }

    private double distance(int surface) {
        return switch (surface) {
            case BACK -> (DEPTH - EYE[2]) / ray[2];
            case FLOOR -> -EYE[1] / ray[1];
            case CEILING -> (HEIGHT - EYE[1]) / ray[1];
            case LEFT -> -EYE[0] / ray[0];
            default -> (WIDTH - EYE[0]) / ray[0];
        };
    }

    private SurfacePattern pattern(int surface) {
        return surface == thingSurface() ? look.pattern() : SurfacePattern.PLASTER;
    }

    private int thingSurface() {
        return thing instanceof Flat flat ? flat.surface() : FLOOR;
    }

    /** A window to the left in front, and what the walls give back of it. */
    private double light() {
        double x = point[0] + .4;
        double y = point[1] - 1.6;
        double z = point[2] - 2;
        return .45 + 1.6 / (1.5 + x * x + y * y + z * z);
    }
}
