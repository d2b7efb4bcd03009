package photoset.gpu.sam3.engine;

/** One possible instance. Arrays are its own, not copies. */
public final class Detection {
    private final float score;
    private final float[] box;
    private final byte[] map;

    /**
     * A candidate over arrays that it keeps.
     *
     * @param score how sure the model is that this is an instance of the concept, presence included, 0 to 1
     * @param box left, top, right, bottom in shares of the photo, 0 to 1
     * @param map as the answer's
     */
    public Detection(float score, float[] box, byte[] map) {
        this.score = score;
        this.box = box;
        this.map = map;
    }

    public float score() {
        return score;
    }

    public float[] box() {
        return box;
    }

    public byte[] map() {
        return map;
    }
}
