package photoset.cpu.identity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Assigns the sightings of two photos to each other, one to one: by their looks and by how they lie to others that were
 * found in both, so that two windows of one look are told apart by their order. From inside a room the things on its
 * walls keep their order, wherever the camera stands.
 */
final class PhotoPairing {
    /** A less likely pair tells nothing of its neighbors. */
    private static final double CHANCE_MIN = .02;

    /** More of them are not told apart by their neighbors, since each is compared with each. */
    private static final int LIKELY_MAX = 400;

    private final IdentityModel model;
    private final PhotoSightings one;
    private final PhotoSightings other;

    /** Pairs of sightings whose looks allow that they are one thing, by the places of the first. */
    private final byte[] rows;

    private final byte[] columns;
    private final float[] appearance;

    /** Compares the looks in two photos, of at most {@link InstanceIdentities#PER_PHOTO_MAX} sightings each. */
    PhotoPairing(IdentityModel model, PhotoSightings one, PhotoSightings other) {
        this.model = model;
        this.one = one;
        this.other = other;
        int most = 0;
        for (int concept = 0; concept < one.concepts(); concept++) {
            most += (one.end(concept) - one.start(concept)) * (other.end(concept) - other.start(concept));
        }
        var allRows = new byte[most];
        var allColumns = new byte[most];
        var allAppearance = new float[most];
        int count = 0;
        for (int concept = 0; concept < one.concepts(); concept++) {
            for (int i = one.start(concept); i < one.end(concept); i++) {
                for (int j = other.start(concept); j < other.end(concept); j++) {
                    allAppearance[count] = (float) model.logOdds(one.descriptor(i), other.descriptor(j));
                    allRows[count] = (byte) i;
                    allColumns[count] = (byte) j;
                    count += allAppearance[count] > Float.NEGATIVE_INFINITY ? 1 : 0;
                }
            }
        }
        this.rows = Arrays.copyOf(allRows, count);
        this.columns = Arrays.copyOf(allColumns, count);
        this.appearance = Arrays.copyOf(allAppearance, count);
    }

    /**
     * The matches that are likelier than not.
     *
     * @param things for each sighting of the album the thing that it was found to be, {@link Assignment#NONE} for not yet
     */
    List<Match> matches(int[] things) {
        if (rows.length == 0) {
            return List.of();
        }
        var logOdds = new double[one.count()][other.count()];
        for (double[] row : logOdds) {
            Arrays.fill(row, Double.NEGATIVE_INFINITY);
        }
        double[] chances = chances(things);
        int[] likely = IntStream.range(0, rows.length)
                .filter(c -> chances[c] >= CHANCE_MIN)
                .toArray();
        for (int c = 0; c < rows.length; c++) {
            double support = likely.length > LIKELY_MAX ? 0 : support(c, likely, chances);
            logOdds[rows[c]][columns[c]] = appearance[c] + model.context() * support;
        }
        var matches = new ArrayList<Match>();
        for (int concept = 0; concept < one.concepts(); concept++) {
            match(logOdds, concept, matches);
        }
        return matches;
    }

    /** How likely each candidate is among all that share a sighting with it, and none at all. */
    private double[] chances(int[] things) {
        var inRow = new double[one.count()];
        var inColumn = new double[other.count()];
        var chances = new double[rows.length];
        for (int c = 0; c < chances.length; c++) {
            chances[c] = Math.exp(appearance[c]);
            inRow[rows[c]] += chances[c];
            inColumn[columns[c]] += chances[c];
        }
        for (int c = 0; c < chances.length; c++) {
            double chance = chances[c] / (1 + inRow[rows[c]] + inColumn[columns[c]] - chances[c]);
            chances[c] = known(things[one.index(rows[c])], things[other.index(columns[c])], chance);
        }
        return chances;
    }

    /** What the other photos have told counts more than the looks in these two. */
    private double known(int thing, int otherThing, double chance) {
        if (thing == Assignment.NONE || otherThing == Assignment.NONE) {
            return chance;
        }
        return thing == otherThing ? model.known() : (1 - model.known()) * chance;
    }

    /** The log of how much likelier the neighbors make a candidate, each by all its own likely candidates. */
    private double support(int candidate, int[] likely, double[] chances) {
        int i = rows[candidate];
        int j = columns[candidate];
        double product = 1;
        int at = 0;
        while (at < likely.length) {
            int neighbor = rows[likely[at]];
            double ratio = 1;
            for (; at < likely.length && rows[likely[at]] == neighbor; at++) {
                int column = columns[likely[at]];
                if (neighbor != i && column != j) {
                    double fit = model.layout().likelihoodRatio(one.across(i, neighbor), other.across(j, column));
                    ratio += chances[likely[at]] * (fit - 1);
                }
            }
            product *= Math.max(model.layout().outlier(), ratio);
        }
        return Math.log(product);
    }

    private void match(double[][] logOdds, int concept, List<Match> matches) {
        int start = one.start(concept);
        int from = other.start(concept);
        int to = other.end(concept);
        if (start == one.end(concept) || from == to) {
            return;
        }
        double[][] gain = new double[one.end(concept) - start][];
        for (int i = 0; i < gain.length; i++) {
            gain[i] = Arrays.copyOfRange(logOdds[start + i], from, to);
        }
        int[] assigned = Assignment.best(gain);
        for (int i = 0; i < assigned.length; i++) {
            if (assigned[i] != Assignment.NONE) {
                double sure = Math.min(gain[i][assigned[i]], model.margin() * lead(gain, i, assigned[i]));
                if (sure > 0) {
                    matches.add(new Match(one.index(start + i), other.index(from + assigned[i]), sure));
                }
            }
        }
    }

    /** By how much a match is better than any other of the two. */
    private static double lead(double[][] gain, int row, int column) {
        double second = Double.NEGATIVE_INFINITY;
        for (int j = 0; j < gain[row].length; j++) {
            second = j == column ? second : Math.max(second, gain[row][j]);
        }
        for (int i = 0; i < gain.length; i++) {
            second = i == row ? second : Math.max(second, gain[i][column]);
        }
        return gain[row][column] - second;
    }
}
