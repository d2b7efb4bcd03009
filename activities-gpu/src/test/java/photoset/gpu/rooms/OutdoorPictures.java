package photoset.gpu.rooms;

import java.util.Random;
import photoset.imaging.Raster;

/** Drawn pictures without a room; the same bytes each time. */
public final class OutdoorPictures {
    private OutdoorPictures() {}

    /** A blue sky over a green meadow. */
    public static Raster meadow(int width, int height) {
        var noise = new Random(11);
        byte[] rgb = new byte[width * height * 3];
        for (int i = 0; i < width * height; i++) {
            int row = i / width;
            double down = (double) row / height;
            boolean sky = down < .45;
            double blade = noise.nextGaussian() * (sky ? 1 : 6);
            rgb[i * 3] = level((sky ? 90 + 140 * down : 80 + 30 * down) + blade);
            rgb[i * 3 + 1] = level((sky ? 140 + 120 * down : 120 + 20 * down) + blade);
            rgb[i * 3 + 2] = level((sky ? 215 + 40 * down : 50) + blade);
        }
        return new Raster(width, height, rgb);
    }

    /** Grass from near: blades of a few pixels, light and dark, in all directions. */
    public static Raster grass(int width, int height) {
        var noise = new Random(12);
        double[] light = new double[width * height];
        for (int blade = 0; blade < light.length / 8; blade++) {
            double angle = noise.nextDouble() * Math.PI;
            double x = noise.nextDouble() * width;
            double y = noise.nextDouble() * height;
            double value = 40 * noise.nextGaussian();
            for (int step = 0; step < 14; step++) {
                int column = (int) (x + step * Math.cos(angle));
                int row = (int) (y + step * Math.sin(angle));
                if (column >= 0 && column < width && row >= 0 && row < height) {
                    light[row * width + column] = value;
                }
            }
        }
        byte[] rgb = new byte[light.length * 3];
        for (int i = 0; i < light.length; i++) {
            rgb[i * 3] = level(95 + light[i]);
            rgb[i * 3 + 1] = level(120 + light[i]);
            rgb[i * 3 + 2] = level(60 + light[i]);
        }
        return new Raster(width, height, rgb);
    }

    /** A lawn from some way off: its blades are finer than a pixel, so that it is merely uneven. */
    public static Raster lawn(int width, int height) {
        var noise = new Random(13);
        byte[] rgb = new byte[width * height * 3];
        double light = 0;
        for (int i = 0; i < width * height; i++) {
            light = .7 * light + 8 * noise.nextGaussian();
            rgb[i * 3] = level(95 + .9 * light);
            rgb[i * 3 + 1] = level(125 + light);
            rgb[i * 3 + 2] = level(55 + .6 * light);
        }
        return new Raster(width, height, rgb);
    }

    private static byte level(double value) {
        return (byte) Math.clamp(Math.round(value), 0, 255);
    }
}
