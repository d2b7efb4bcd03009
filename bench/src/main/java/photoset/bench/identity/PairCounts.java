package photoset.bench.identity;

/**
 * Pairs of instances of one concept in two photos, by whether they are one thing and whether they got one name.
 *
 * @param right one thing, one name
 * @param wrong two things, one name
 * @param missed one thing, two names
 */
record PairCounts(long right, long wrong, long missed) {
    static final PairCounts NONE = new PairCounts(0, 0, 0);

    PairCounts plus(PairCounts other) {
        return new PairCounts(right + other.right, wrong + other.wrong, missed + other.missed);
    }

    /** The share of pairs with one name that are one thing; 1 if there are none. */
    double precision() {
        return right + wrong == 0 ? 1 : (double) right / (right + wrong);
    }

    /** The share of pairs that are one thing with one name; 1 if there are none. */
    double recall() {
        return right + missed == 0 ? 1 : (double) right / (right + missed);
    }
}
