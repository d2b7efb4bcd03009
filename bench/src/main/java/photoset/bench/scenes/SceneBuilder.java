package photoset.bench.scenes;

import java.util.Arrays;
import java.util.Random;
import photoset.imaging.Blur;

/** The planes that a scene is made of, one value a pixel, in linear light; built up by the kinds of scene. */
final class SceneBuilder {
    /** How soft a lens and a demosaiced sensor draw an edge, in pixels; less than .8 would be no blur at all here. */
    static final double EDGE = .9;

    final int width;
    final int height;
    final Random random;

    /** What falls on the surface, for each channel; a paint times this is its colour. */
    final float[][] light;

    /** Unevenness of the surface, around 1. */
    final float[] texture;

    /** Light that the surface mirrors whatever its paint, and its colour for each channel. */
    final float[] sheen;

    final float[] sheenColor = {1, 1, 1};

    /** How far a pixel is in the cast shadow, 0 to 1. */
    final float[] shadow;

    /** How much of the pixel has the second paint, 0 to 1. */
    final float[] accent;

    /** How much of the pixel the surface covers, 0 to 1; {@code rest} shows through elsewhere. */
    final float[] cover;

    /** What stands before the surface, its own light included. */
    final float[][] rest;

    /** 1 where nothing may be painted although the mask says so. */
    final float[] label;

    SceneBuilder(int width, int height, long seed) {
        this.width = width;
        this.height = height;
        this.random = new Random(seed);
        this.light = new float[3][width * height];
        this.rest = new float[3][width * height];
        this.texture = plane(1);
        this.sheen = plane(0);
        this.shadow = plane(0);
        this.accent = plane(0);
        this.cover = plane(1);
        this.label = plane(0);
    }

    private float[] plane(float value) {
        float[] plane = new float[width * height];
        Arrays.fill(plane, value);
        return plane;
    }

    int pixels() {
        return width * height;
    }

    /** A value for each place. */
    interface Field {
        double at(int x, int y);
    }

    float[] draw(Field field) {
        float[] plane = new float[pixels()];
        for (int y = 0, at = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                plane[at++] = (float) field.at(x, y);
            }
        }
        return plane;
    }

    float[] drawSoft(double sigma, Field field) {
        float[] plane = draw(field);
        soften(plane, sigma);
        return plane;
    }

    void soften(float[] plane, double sigma) {
        new Blur(width, height).gaussian(plane, sigma);
    }

    /** Smoothed noise around 1 with this standard deviation. */
    float[] grain(double sigma, double deviation) {
        float[] plane = drawSoft(sigma, (x, y) -> random.nextGaussian());
        double square = 0;
        for (float value : plane) {
            square += value * value;
        }
        float scale = (float) (deviation / Math.sqrt(square / plane.length));
        for (int i = 0; i < plane.length; i++) {
            plane[i] = 1 + plane[i] * scale;
        }
        return plane;
    }

    static void copy(float[] from, float[] to) {
        System.arraycopy(from, 0, to, 0, from.length);
    }
}
