package photoset.imaging;

/** For every position on a fine axis, its two neighbours on a coarse one and their shares; pixel centres aligned. */
public final class Interpolation {
    private final int[] low;
    private final float[] share;
    private final int last;

    private Interpolation(int[] low, float[] share, int last) {
        this.low = low;
        this.share = share;
        this.last = last;
    }

    /** Covers the whole coarse axis. */
    public static Interpolation of(int fine, int coarse) {
        return of(fine, coarse, (double) fine / coarse);
    }

    /** One coarse cell spans {@code cell} fine pixels, from position 0 on. */
    public static Interpolation of(int fine, int coarse, double cell) {
        int[] low = new int[fine];
        float[] share = new float[fine];
        for (int i = 0; i < fine; i++) {
            double at = Math.clamp((i + .5) / cell - .5, 0, coarse - 1);
            low[i] = (int) at;
            share[i] = (float) (at - low[i]);
        }
        return new Interpolation(low, share, coarse - 1);
    }

    public int low(int fine) {
        return low[fine];
    }

    public int high(int fine) {
        return Math.min(last, low[fine] + 1);
    }

    public float mix(int fine, float atLow, float atHigh) {
        return atLow + share[fine] * (atHigh - atLow);
    }
}
