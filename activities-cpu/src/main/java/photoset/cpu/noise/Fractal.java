package photoset.cpu.noise;

/** Noise of several sizes on top of each other, each half as large and half as strong as the one before; -1 to 1. */
public final class Fractal {
    private final Noise[] octaves;
    private final float[] shares;

    /**
     * A field.
     *
     * @param alongCm size of the largest features along x
     * @param acrossCm size of the largest features along y
     * @param octaves how many sizes; those finer than two pixels are left out
     */
    public Fractal(int seed, Extent extent, double alongCm, double acrossCm, int octaves) {
        int seen = 1;
        while (seen < octaves && Math.max(alongCm, acrossCm) / (1 << seen) > 2 * extent.cmPerPx()) {
            seen++;
        }
        this.octaves = new Noise[seen];
        this.shares = new float[seen];
        for (int i = 0; i < seen; i++) {
            int parts = 1 << i;
            this.octaves[i] = new Noise(Hash.of(seed, i, 7), extent, alongCm / parts, acrossCm / parts);
            // The shares of all octaves, seen or not, sum up to about 1.4: large features rarely meet small ones.
            this.shares[i] = .7f / parts;
        }
    }

    /** The value at a place in cm. */
    public float at(float xCm, float yCm) {
        float sum = 0;
        for (int i = 0; i < octaves.length; i++) {
            sum += shares[i] * octaves[i].at(xCm, yCm);
        }
        return sum;
    }
}
