package photoset.gpu.planes;

/** Where each pixel of a stretched line lies between two of the original, pixel centres at halves. */
public final class Lerp {
    /** A whole in {@link #blended}. */
    private static final int ONE = 256;

    private final int[] low;
    private final int[] high;
    private final float[] share;
    private final int[] parts;

    private Lerp(int length) {
        low = new int[length];
        high = new int[length];
        share = new float[length];
        parts = new int[length];
    }

    /** From one number of pixels to another. */
    public static Lerp between(int from, int to) {
        var lerp = new Lerp(to);
        double scale = (double) from / to;
        for (int i = 0; i < to; i++) {
            double at = Math.clamp((i + .5) * scale - .5, 0, from - 1.0);
            lerp.low[i] = (int) at;
            lerp.high[i] = Math.min(lerp.low[i] + 1, from - 1);
            lerp.share[i] = (float) (at - lerp.low[i]);
            lerp.parts[i] = Math.round(lerp.share[i] * ONE);
        }
        return lerp;
    }

    public int length() {
        return low.length;
    }

    public int low(int i) {
        return low[i];
    }

    public int high(int i) {
        return high[i];
    }

    /** The part of {@link #high}, 0 to 1. */
    public float share(int i) {
        return share[i];
    }

    /** Pixel {@code i} of the stretched line, for values below 2^16 in units of 1/{@link #ONE}, rounded to whole ones. */
    public byte blended(int[] line, int i) {
        int left = line[low[i]];
        return (byte) ((left * ONE + parts[i] * (line[high[i]] - left) + ONE * ONE / 2) >> 16);
    }

    /** The part of {@link #high} in units of 1/{@link #ONE}. */
    public int parts(int i) {
        return parts[i];
    }
}
