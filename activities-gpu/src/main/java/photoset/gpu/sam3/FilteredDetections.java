package photoset.gpu.sam3;

import java.util.ArrayList;
import java.util.List;
import photoset.gpu.sam3.engine.Detection;
import photoset.gpu.sam3.engine.Prediction;
import photoset.imaging.Plane;
import photoset.imaging.regions.Overlap;

/** The candidates of one answer that are instances, at the model's own scale. */
final class FilteredDetections {
    /**
     * Candidates that share this much of their joint area are one thing. The image model suppresses nothing by itself;
     * its video tracker takes a tenth for the same (sam3, model_builder.py), where nothing may be followed twice.
     */
    private static final double SAME_IOU = .5;

    /** A piece of a surface of which the model's own map of the whole concept denies three quarters is none. */
    private static final double CONFIRMED_MIN = .25;

    /** Half sure, as a byte. */
    private static final int HALF = 128;

    private static final int BYTES = 256;

    /** Log odds of each byte that stands for a probability, in the middle of what rounds to it. */
    private static final float[] LOGITS = logOdds();

    private final int side;
    private final List<Detection> instances;
    private final byte[] claim;

    private FilteredDetections(int side, List<Detection> instances) {
        this.side = side;
        this.instances = instances;
        this.claim = claim();
    }

    private static float[] logOdds() {
        var logOdds = new float[BYTES];
        for (int value = 0; value < BYTES; value++) {
            logOdds[value] = (float) Math.log((value + .5) / (BYTES - .5 - value));
        }
        return logOdds;
    }

    /** Applies the threshold, joins what is one thing, and checks the pieces of a surface. */
    static FilteredDetections of(Prediction answer, float threshold, boolean surface) {
        var instances = new ArrayList<Detection>();
        for (var candidate : counting(answer, threshold, surface)) {
            int same = sameAs(candidate, instances);
            if (same < 0) {
                instances.add(candidate);
            } else {
                instances.set(same, joined(instances.get(same), candidate));
            }
        }
        return new FilteredDetections(answer.side(), instances);
    }

    /** A map that confirms none of the pieces says nothing, and all of them stay. */
    private static List<Detection> counting(Prediction answer, float threshold, boolean surface) {
        var counting = answer.candidates().stream()
                .filter(candidate -> candidate.score() > threshold)
                .toList();
        var confirmed = counting.stream()
                .filter(candidate -> confirms(answer.map(), candidate.map()))
                .toList();
        return surface && !confirmed.isEmpty() ? confirmed : counting;
    }

    private static boolean confirms(byte[] whole, byte[] piece) {
        int inside = 0;
        int confirmed = 0;
        for (int i = 0; i < piece.length; i++) {
            if ((piece[i] & 0xff) >= HALF) {
                inside++;
                confirmed += (whole[i] & 0xff) >= HALF ? 1 : 0;
            }
        }
        return confirmed >= CONFIRMED_MIN * inside;
    }

    private static int sameAs(Detection candidate, List<Detection> others) {
        for (int i = 0; i < others.size(); i++) {
            if (Overlap.of(candidate.map(), others.get(i).map()).share() > SAME_IOU) {
                return i;
            }
        }
        return -1;
    }

    private static Detection joined(Detection better, Detection other) {
        var map = better.map().clone();
        for (int i = 0; i < map.length; i++) {
            map[i] = (byte) Math.max(map[i] & 0xff, other.map()[i] & 0xff);
        }
        return new Detection(better.score(), better.box(), map);
    }

    /** For each pixel score times probability of the instance that is surest of it, as a byte. */
    private byte[] claim() {
        var strongest = new byte[side * side];
        for (var instance : instances) {
            for (int i = 0; i < strongest.length; i++) {
                int claimed = Math.round(instance.score() * (instance.map()[i] & 0xff));
                strongest[i] = (byte) Math.max(strongest[i] & 0xff, claimed);
            }
        }
        return strongest;
    }

    int size() {
        return instances.size();
    }

    float score(int instance) {
        return instances.get(instance).score();
    }

    /** Log odds of one instance. */
    Plane logOdds(int instance) {
        return logOdds(side, instances.get(instance).map());
    }

    /** The log odds that a map stands for. */
    static Plane logOdds(int side, byte[] map) {
        var logOdds = new float[map.length];
        for (int i = 0; i < logOdds.length; i++) {
            logOdds[i] = LOGITS[map[i] & 0xff];
        }
        return new Plane(side, side, logOdds);
    }

    /** Log odds lowered to those of the own claim against another's, which are even where both claim alike. */
    Plane against(FilteredDetections other, Plane logOdds) {
        var lowered = logOdds.values().clone();
        for (int i = 0; i < lowered.length; i++) {
            double own = (claim[i] & 0xff) + .5;
            double foreign = (other.claim[i] & 0xff) + .5;
            // Where the other one is not there at all, its half step would still doubt a faint claim.
            if ((other.claim[i] & 0xff) > 0) {
                lowered[i] = Math.min(lowered[i], (float) Math.log(own / foreign));
            }
        }
        return new Plane(side, side, lowered);
    }
}
