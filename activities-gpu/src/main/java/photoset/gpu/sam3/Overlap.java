package photoset.gpu.sam3;

/**
 * How far two maps agree on what is at least half sure.
 *
 * @param both pixels in both of them
 * @param either pixels in at least one
 */
record Overlap(long both, long either) {
    private static final int HALF = 128;

    static Overlap of(byte[] one, byte[] other) {
        long both = 0;
        long either = 0;
        for (int i = 0; i < one.length; i++) {
            boolean in = (one[i] & 0xff) >= HALF;
            boolean inOther = (other[i] & 0xff) >= HALF;
            both += in && inOther ? 1 : 0;
            either += in || inOther ? 1 : 0;
        }
        return new Overlap(both, either);
    }

    /** Of both pairs of maps together. */
    Overlap with(Overlap other) {
        return new Overlap(both + other.both, either + other.either);
    }

    /** Intersection over union; 1 if all maps are empty. */
    double share() {
        return either == 0 ? 1 : (double) both / either;
    }
}
