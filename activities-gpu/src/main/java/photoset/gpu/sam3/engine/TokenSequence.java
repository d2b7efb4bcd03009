package photoset.gpu.sam3.engine;

/** A text in numbers: begin, pieces, end, and ends to the length of the context. */
public final class TokenSequence {
    private final long[] ids;
    private final int length;

    /** The ids, which are kept, and how many of them count. */
    TokenSequence(long[] ids, int length) {
        this.ids = ids;
        this.length = length;
    }

    /** All ids, not a copy. */
    public long[] ids() {
        return ids;
    }

    /** Ids that count. */
    public int length() {
        return length;
    }
}
