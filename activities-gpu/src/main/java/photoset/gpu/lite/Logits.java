package photoset.gpu.lite;

/** Between a probability and its log odds. The network's certainty is cut at .002 and .998, past which it means nothing. */
final class Logits {
    private static final float CERTAIN = .998f;

    /** The log odds of {@link #CERTAIN}. */
    private static final float LIMIT = (float) Math.log(CERTAIN / (1 - CERTAIN));

    /** Fine enough that a step changes a probability by at most .0008. */
    private static final int STEPS = 4096;

    private static final float[] PROBABILITY = table();

    private Logits() {}

    private static float[] table() {
        var table = new float[STEPS + 1];
        for (int i = 0; i <= STEPS; i++) {
            double logOdds = LIMIT * (2.0 * i / STEPS - 1);
            table[i] = (float) (1 / (1 + Math.exp(-logOdds)));
        }
        return table;
    }

    static float of(float probability) {
        float p = Math.clamp(probability, 1 - CERTAIN, CERTAIN);
        return (float) Math.log(p / (1 - p));
    }

    /** From a table: pictures have many pixels. */
    static float probability(float logOdds) {
        return PROBABILITY[Math.round((Math.clamp(logOdds, -LIMIT, LIMIT) / LIMIT + 1) * (STEPS / 2f))];
    }

    static float[] probabilities(float[] logOdds) {
        var out = new float[logOdds.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = probability(logOdds[i]);
        }
        return out;
    }
}
