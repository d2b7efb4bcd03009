package photoset.gpu.sam3.engine;

/** A text as the model understands it. */
public final class TextFeatures {
    private final float[] values;
    private final int length;

    /**
     * Features over an array that is kept.
     *
     * @param values context x width numbers, token by token
     * @param length tokens that count
     */
    public TextFeatures(float[] values, int length) {
        this.values = values;
        this.length = length;
    }

    /** The numbers, not a copy. */
    float[] values() {
        return values;
    }

    int length() {
        return length;
    }
}
