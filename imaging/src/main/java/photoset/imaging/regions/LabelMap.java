package photoset.imaging.regions;

/**
 * Which instance each pixel belongs to: rows from the top, 0 for none, else a label of 1 to {@link #LABEL_MAX}. Where two
 * claim a pixel the later one has it.
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
public record LabelMap(int width, int height, short[] labels) {
    /** What 16 bits hold. */
    public static final int LABEL_MAX = 0xffff;

    /** A map without labels. */
    public static LabelMap empty(int width, int height) {
        return new LabelMap(width, height, new short[Math.multiplyExact(width, height)]);
    }

    /**
     * Gives these pixels a label.
     *
     * @throws IllegalArgumentException if the pixels are those of another size, or the label is none
     */
    public void add(int label, Rle pixels) {
        if (label < 1 || label > LABEL_MAX) {
            throw new IllegalArgumentException("A label is 1 to " + LABEL_MAX + ".");
        }
        var mask = pixels.mask();
        if (mask.width() != width || mask.height() != height) {
            throw new IllegalArgumentException("The pixels are those of another size.");
        }
        byte[] levels = mask.levels();
        for (int i = 0; i < labels.length; i++) {
            if (levels[i] != 0) {
                labels[i] = (short) label;
            }
        }
    }

    /** The label of a pixel, 0 for none. */
    public int at(int x, int y) {
        return labels[y * width + x] & LABEL_MAX;
    }
}
