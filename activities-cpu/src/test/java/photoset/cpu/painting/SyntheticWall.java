package photoset.cpu.painting;

import java.util.Arrays;
import java.util.Random;
import photoset.cpu.pixels.Blur;
import photoset.cpu.pixels.LinearRgb;
import photoset.cpu.pixels.Mask;
import photoset.cpu.pixels.Raster;
import photoset.cpu.pixels.Srgb;

/**
 * A matte wall of which everything is known: light that falls off, a bright patch of sun, a cast shadow in which bluish
 * sky light takes over, plaster, sensor noise. The same wall in another paint is the truth that a recolor is held to.
 */
final class SyntheticWall {
    static final int WIDTH = 450;
    static final int HEIGHT = 300;

    private static final double[] DIRECT = {1.00, .97, .92};
    private static final double[] AMBIENT = {.90, .96, 1.06};

    private final float[] sun = new float[WIDTH * HEIGHT];
    private final float[] shadow = new float[WIDTH * HEIGHT];
    private final float[] plaster = new float[WIDTH * HEIGHT];
    private final Mask mask = Mask.empty(WIDTH, HEIGHT);
    private final Random noise = new Random(7);

    SyntheticWall() {
        var blur = new Blur(WIDTH, HEIGHT);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                int at = y * WIDTH + x;
                sun[at] = x > 260 && x < 350 && y > 40 && y < 150 ? .35f : 0;
                shadow[at] = x - .4 * y > 125 && x - .4 * y < 165 && y > 100 ? 1 : 0;
                plaster[at] = (float) noise.nextGaussian();
            }
        }
        blur.gaussian(sun, 3);
        blur.gaussian(shadow, 2);
        blur.gaussian(plaster, 1);
        // A table stands before the wall.
        Arrays.fill(mask.levels(), (byte) 255);
        for (int y = 200; y < HEIGHT; y++) {
            Arrays.fill(mask.levels(), y * WIDTH + 280, y * WIDTH + 430, (byte) 0);
        }
    }

    Mask mask() {
        return mask;
    }

    boolean inShadow(int index) {
        return shadow[index] > .7;
    }

    /** The wall in this paint as a camera takes it. */
    Raster photo(LinearRgb paint) {
        return render(paint, true);
    }

    /** The wall in this paint as it is. */
    Raster truth(LinearRgb paint) {
        return render(paint, false);
    }

    private Raster render(LinearRgb paint, boolean noisy) {
        byte[] rgb = new byte[WIDTH * HEIGHT * 3];
        double[] albedo = {paint.red(), paint.green(), paint.blue()};
        double[] table = {.104, .042, .015};
        for (int i = 0; i < WIDTH * HEIGHT; i++) {
            for (int channel = 0; channel < 3; channel++) {
                double surface = mask.at(i) > 0 ? albedo[channel] : table[channel];
                double light = surface * light(i, channel) * (1 + .1 * plaster[i]);
                double grain = noisy ? noise.nextGaussian() * Math.sqrt(1e-5 + 4e-5 * light) : 0;
                rgb[i * 3 + channel] = Srgb.toByte((float) (light + grain));
            }
        }
        return new Raster(WIDTH, HEIGHT, rgb);
    }

    private double light(int index, int channel) {
        int column = index % WIDTH;
        int row = index / WIDTH;
        double x = column - 100;
        double y = row - 75;
        double fall = .55 + .35 * Math.exp(-(x * x / (2 * 210 * 210) + y * y / (2 * 190 * 190)));
        return (fall + sun[index]) * DIRECT[channel] * (1 - .55 * shadow[index])
                + .12 * AMBIENT[channel] * (.6 + .4 * shadow[index]);
    }
}
