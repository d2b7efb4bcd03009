package photoset.cpu.removal;

/** Some pixels as one: the mean of those that are known, and what it may be used for. */
final class CellMean {
    private final float[] sums = new float[WorkPicture.CHANNELS];
    private int count;
    private int known;
    private int sources;
    private boolean open;

    void add(PixelRole role, float[] colors, int from) {
        add(role, colors[from], colors[from + 1], colors[from + 2]);
    }

    void add(PixelRole role, float red, float green, float blue) {
        count++;
        open |= role == PixelRole.OPEN;
        if (role == PixelRole.SOURCE || role == PixelRole.CONTEXT) {
            known++;
            sources += role == PixelRole.SOURCE ? 1 : 0;
            sums[0] += red;
            sums[1] += green;
            sums[2] += blue;
        }
    }

    PixelRole role() {
        if (open) {
            return PixelRole.OPEN;
        }
        if (known == 0) {
            return PixelRole.VOID;
        }
        return sources == count ? PixelRole.SOURCE : PixelRole.CONTEXT;
    }

    void color(float[] colors, int to) {
        for (int channel = 0; channel < WorkPicture.CHANNELS && known > 0; channel++) {
            colors[to + channel] = sums[channel] / known;
        }
    }
}
