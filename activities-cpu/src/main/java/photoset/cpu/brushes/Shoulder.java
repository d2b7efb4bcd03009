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

    /** Bends {@code count} colours that lie side by side. */
    void bend(float[] rgb, int count) {
        if (peak <= TOP) {
            return;
        }
        for (int at = 0; at < 3 * count; at += 3) {
            if (rgb[at] > KNEE || rgb[at + 1] > KNEE || rgb[at + 2] > KNEE) {
                float scale = scale(Math.max(rgb[at], Math.max(rgb[at + 1], rgb[at + 2])));
                rgb[at] *= scale;
                rgb[at + 1] *= scale;
                rgb[at + 2] *= scale;
            }
        }
    }

    private float scale(float max) {
        float way = Math.min(1, (max - KNEE) / (peak - KNEE));
        return (KNEE + (TOP - KNEE) * slope * way / (1 + (slope - 1) * way)) / max;
    }
}
