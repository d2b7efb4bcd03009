package photoset.gpu.lite;

/** Between a probability and its log odds. The network's certainty is cut at .002 and .998, past which it means nothing. */
final class Logits {
    private static final float CERTAIN = .998f;

    /** The log odds of {@link #CERTAIN}. */
    private static final float LIMIT = (float) Math.log(CERTAIN / (1 - CERTAIN));

    /** Fine enough that a step changes a probability by at most .0008. */
    private static final int STEPS = 4096;

    private static final float STEPS_PER_UNIT = STEPS / (2 * LIMIT);

    private static final float[] PROBABILITY = table();

    /** Bits of a float's fraction by which its logarithm is looked up: to .0005. */
    private static final int FRACTION_BITS = 10;

    private static final int FRACTION_SHIFT = 23 - FRACTION_BITS;

    /** Logarithms of 1 to 2, each of the middle of its step. */
    private static final float[] LOGARITHM = logarithms();

    private static final float LOG_2 = (float) Math.log(2);

    private Logits() {}

    private static float[] logarithms() {
        var logarithms = new float[1 << FRACTION_BITS];
        for (int i = 0; i < logarithms.length; i++) {
            logarithms[i] = (float) Math.log(1 + (i + .5) / logarithms.length);
        }
        return logarithms;
    }

    private static float[] table() {
        var table = new float[STEPS + 1];
        for (int i = 0; i <= STEPS; i++) {
            double logOdds = LIMIT * (2.0 * i / STEPS - 1);
            table[i] = (float) (1 / (1 + Math.exp(-logOdds)));
        }
        return table;
    }

    static float of(float probability) {
        float p = Math.min(Math.max(probability, 1 - CERTAIN), CERTAIN);
        return logarithm(p) - logarithm(1 - p);
    }

    /** From a table, as the way back. */
    private static float logarithm(float positive) {
        int bits = Float.floatToRawIntBits(positive);
        int exponent = (bits >> 23) - 127;
        return exponent * LOG_2 + LOGARITHM[bits >> FRACTION_SHIFT & (LOGARITHM.length - 1)];
    }

    /** From a table: pictures have many pixels. */
    static float probability(float logOdds) {
        float cut = Math.min(Math.max(logOdds, -LIMIT), LIMIT);
        return PROBABILITY[(int) ((cut + LIMIT) * STEPS_PER_UNIT + .5f)];
    }

    static float[] probabilities(float[] logOdds) {
        var out = new float[logOdds.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = probability(logOdds[i]);
        }
        return out;
    }
}
