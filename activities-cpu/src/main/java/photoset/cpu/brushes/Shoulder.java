package photoset.cpu.brushes;

/**
 * Bends the brightest part of a surface so that it keeps its drawing instead of burning out; does nothing to a surface
 * that fits. Slope 1 at the knee, so nothing shows where it begins.
 */
final class Shoulder {
    /** Up to here everything stays as it is. */
    private static final float KNEE = .90f;

    /** The brightest value that is not white paper: byte 254. */
    private static final float TOP = .99f;

    private final float peak;
    private final float slope;

    /** {@code peak} is the largest channel of all but a trace of the surface. */
    Shoulder(float peak) {
        this.peak = peak;
        this.slope = (peak - KNEE) / (TOP - KNEE);
    }

    void bend(float[] rgb) {
        if (peak <= TOP) {
            return;
        }
        float max = Math.max(rgb[0], Math.max(rgb[1], rgb[2]));
        if (max <= KNEE) {
            return;
        }
        float way = Math.min(1, (max - KNEE) / (peak - KNEE));
        float scale = (KNEE + (TOP - KNEE) * slope * way / (1 + (slope - 1) * way)) / max;
        rgb[0] *= scale;
        rgb[1] *= scale;
        rgb[2] *= scale;
    }
}
