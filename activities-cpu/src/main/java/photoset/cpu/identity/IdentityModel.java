package photoset.cpu.identity;

import java.util.List;
import photoset.imaging.instances.AppearanceDifference;
import photoset.imaging.instances.InstanceDescriptor;

/**
 * How sure it is from their looks alone that two sightings of a concept are one thing: the logarithm of the logOdds, linear
 * in the differences (logistic regression), and the limits of the decision.
 *
 * @param prior the log odds of two that do not differ at all
 * @param cut what is added where one of them is cut by the photo's border
 * @param weights of each difference
 * @param floor log odds below which two are not compared further
 * @param context how much of what the neighbors say counts: they stand on one wall and say partly the same
 * @param margin a match counts at most this multiple of its lead over the second best
 * @param apart log odds of two in photos where nothing speaks for them
 * @param merge mean log odds from which groups of sightings are one thing
 * @param lead by how much that must exceed what speaks for another group that cannot be the same
 * @param known how surely a neighbor is one thing in two photos when the album has told so
 */
record IdentityModel(
        double prior,
        double cut,
        List<Weight> weights,
        Layout layout,
        double floor,
        double context,
        double margin,
        double apart,
        double merge,
        double lead,
        double known) {
    /**
     * What one difference counts.
     *
     * @param slope log odds for each doubling or so of the difference
     * @param unit differences below it hardly count
     * @param unknown log odds where it cannot be told
     */
    record Weight(AppearanceDifference difference, double slope, double unit, double unknown) {}

    /**
     * How much likelier it makes one thing that a neighbor lies to the same side as far away, in mean heights of the two:
     * {@code outlier + peak / (1 + d + ratio d / (x1 + x2 + slack))^3} for offsets x1, x2 that differ by d.
     *
     * @param peak for equal offsets
     * @param ratio how much a difference counts as a share of the offsets, against itself
     * @param slack shares of smaller offsets hardly count
     * @param outlier for any offset, since what is taken for a neighbor may be another thing
     */
    record Layout(double peak, double ratio, double slack, double outlier) {
        double likelihoodRatio(double one, double other) {
            double apart = Math.abs(one - other);
            double away = 1 + apart + ratio * apart / (Math.abs(one) + Math.abs(other) + slack);
            return outlier + peak / (away * away * away);
        }
    }

    /**
     * Fitted on the 100 albums of {@code photoset.bench.rooms} from seed 1000 on: the differences by logistic regression,
     * then everything by random search. No album has a network's features; their weight is an estimate.
     */
    static final IdentityModel FITTED = new IdentityModel(
            .7,
            .14,
            List.of(
                    new Weight(AppearanceDifference.CHROMA, .73, 1, 0),
                    new Weight(AppearanceDifference.LIGHTNESS, .47, 1, 0),
                    new Weight(AppearanceDifference.EDGES, .18, 5, 0),
                    new Weight(AppearanceDifference.LAYOUT, .17, 1, .1),
                    new Weight(AppearanceDifference.PART, .04, 1, .2),
                    new Weight(AppearanceDifference.ELEVATION, .16, .2, .32),
                    new Weight(AppearanceDifference.FEATURES, .7, .1, 0)),
            new Layout(77, 3.35, 1.23, .4),
            -3,
            .7,
            .95,
            .53,
            .28,
            .38,
            .97);

    /** The log odds, or {@link Double#NEGATIVE_INFINITY} below the floor. */
    double logOdds(InstanceDescriptor one, InstanceDescriptor other) {
        double logOdds = prior + (one.isCut() || other.isCut() ? cut : 0);
        for (var weight : weights) {
            double difference = weight.difference.between(one, other);
            logOdds -=
                    Double.isNaN(difference) ? weight.unknown : weight.slope * Math.log(1 + difference / weight.unit);
            if (logOdds < floor) {
                return Double.NEGATIVE_INFINITY;
            }
        }
        return logOdds;
    }
}
