package photoset.gpu.masks;

/** Where each pixel of a stretched line lies between two of the original, pixel centres at halves. */
final class Lerp {
    private final int[] low;
    private final int[] high;
    private final float[] share;

    private Lerp(int length) {
        low = new int[length];
        high = new int[length];
        share = new float[length];
    }

    static Lerp between(int from, int to) {
        var lerp = new Lerp(to);
        double scale = (double) from / to;
        for (int i = 0; i < to; i++) {
            double at = Math.clamp((i + .5) * scale - .5, 0, from - 1.0);
            lerp.low[i] = (int) at;
            lerp.high[i] = Math.min(lerp.low[i] + 1, from - 1);
            lerp.share[i] = (float) (at - lerp.low[i]);
        }
        return lerp;
    }

    int length() {
        return low.length;
    }

    int low(int i) {
        return low[i];
    }

    int high(int i) {
        return high[i];
    }

    /** The part of {@link #high}, 0 to 1. */
    float share(int i) {
        return share[i];
    }
}
