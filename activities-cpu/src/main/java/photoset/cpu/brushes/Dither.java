package photoset.cpu.brushes;

import photoset.imaging.Raster;
import photoset.imaging.Srgb;

/**
 * Moves values by up to half a byte's step in a fixed pattern (Bayer 1973, 8 x 8), so that a wide gradient does not show
 * the steps. A value that a byte shows exactly stays that byte.
 */
final class Dither {
    private static final int SIDE = 8;

    /** Steps of linear light in the table of step widths. */
    private static final int STEPS = 1024;

    private static final float[] PATTERN = new float[SIDE * SIDE];
    private static final float[] WIDTHS = new float[STEPS + 1];

    static {
        for (int i = 0; i < PATTERN.length; i++) {
            PATTERN[i] = (bayer(i % SIDE, i / SIDE) + .5f) / PATTERN.length - .5f;
        }
        for (int value = 254; value >= 0; value--) {
            float low = Srgb.linear((byte) value);
            float high = Srgb.linear((byte) (value + 1));
            for (int step = (int) (low * STEPS); step <= Math.min(STEPS, (int) (high * STEPS)); step++) {
                WIDTHS[step] = high - low;
            }
        }
    }

    /** A surface is smooth when this share of its pixels look like their neighbours; grain hides steps by itself. */
    private static final double SMOOTH_MIN = .5;

    private int row;

    /** Whether a surface is so smooth that steps would show, by some of its pixels. */
    static boolean isNeeded(Raster photo, int[] pixels) {
        int same = 0;
        for (int pixel : pixels) {
            int at = pixel * 3;
            byte[] rgb = photo.rgb();
            boolean last = at + 3 >= rgb.length;
            same += !last && rgb[at] == rgb[at + 3] && rgb[at + 1] == rgb[at + 4] && rgb[at + 2] == rgb[at + 5] ? 1 : 0;
        }
        return same > SMOOTH_MIN * pixels.length;
    }

    /** The bits of column and of both exchanged, interleaved from the lowest on. */
    private static int bayer(int x, int y) {
        int mixed = x ^ y;
        return (mixed & 1) << 5 | (y & 1) << 4 | (mixed & 2) << 2 | (y & 2) << 1 | (mixed & 4) >> 1 | (y & 4) >> 2;
    }

    void row(int y) {
        row = y % SIDE * SIDE;
    }

    /** Moves {@code count} colours from column {@code x} on. */
    void apply(int x, int count, float[] rgb) {
        for (int i = 0, at = 0; i < count; i++, at += 3) {
            float move = PATTERN[row + (x + i) % SIDE];
            rgb[at] += move * width(rgb[at]);
            rgb[at + 1] += move * width(rgb[at + 1]);
            rgb[at + 2] += move * width(rgb[at + 2]);
        }
    }

    private static float width(float light) {
        return light <= 0 || light >= 1 ? 0 : WIDTHS[(int) (light * STEPS)];
    }
}
