package photoset.imaging;

/** For every position on a fine axis, its two neighbours on a coarse one and their shares; pixel centres aligned. */
public final class Interpolation {
    private final int[] low;
    private final int[] high;
    private final float[] share;

    private Interpolation(int fine, int coarse, double cells, double pixels) {
        low = new int[fine];
        high = new int[fine];
        share = new float[fine];
        for (int i = 0; i < fine; i++) {
            double at = Math.clamp((i + .5) * cells / pixels - .5, 0, coarse - 1);
            low[i] = (int) at;
            high[i] = Math.min(coarse - 1, low[i] + 1);
            share[i] = (float) (at - low[i]);
        }
    }

    /** Covers the whole coarse axis. */
    public static Interpolation of(int fine, int coarse) {
        return new Interpolation(fine, coarse, coarse, fine);
    }

    /** One coarse cell spans {@code cell} fine pixels, from position 0 on. */
    public static Interpolation of(int fine, int coarse, double cell) {
        return new Interpolation(fine, coarse, 1, cell);
    }

    public int length() {
        return low.length;
    }

    public int low(int fine) {
        return low[fine];
    }

    public int high(int fine) {
        return high[fine];
    }

    /** The part of {@link #high}, 0 to 1; the rest is that of {@link #low}. */
    public float share(int fine) {
        return share[fine];
    }

    public float mix(int fine, float atLow, float atHigh) {
        return atLow + share[fine] * (atHigh - atLow);
    }

    /** Two whole lines of the coarse plane, mixed as position {@code fine} of the axis across them says. */
    public void mixLines(int fine, float[] plane, float[] mixed) {
        int before = low[fine] * mixed.length;
        int after = high[fine] * mixed.length;
        for (int i = 0; i < mixed.length; i++) {
            mixed[i] = mix(fine, plane[before + i], plane[after + i]);
        }
    }
}
