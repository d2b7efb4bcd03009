package photoset.cpu.shadows;

import java.util.Arrays;

/**
 * How much light is missing along a foot (sectors, as long as the band is wide) and away from it (rings). What is measured
 * is made to fade away from the foot and to change slowly along it, so that no pattern of the ground is left in it.
 */
final class ShadowProfile {
    /** Rings across the band; one more beyond it tells what goes on from what fades. */
    private static final int RINGS = 6;

    /** Missing beyond the band: more is a thing, or a shadow of something else, and says little of this one. */
    private static final double BEYOND_MAX = .35;

    private static final double DOUBTFUL = .05;

    /** How far sectors are averaged, in sectors (sigma of a Gaussian). */
    private static final double ALONG_SIGMA = 1.2;

    /** Light that is missing below this is noise, above the other it is all shadow; in between it fades in. */
    private static final double NOISE = .015;

    private static final double SURE = .06;

    /** Nothing is darker in the darkest contact of a thing with its ground. */
    private static final double MISSING_MAX = .95;

    /** From this share of the band on the shadow is led to nothing. */
    private static final double FADES_FROM = .5;

    private final Foot foot;
    private final int sectors;
    private final double[][] sums;
    private final double[][] weights;
    private double[][] missing;

    ShadowProfile(Foot foot) {
        this.foot = foot;
        this.sectors = Math.max(1, (int) Math.round(foot.length() / foot.reach()));
        this.sums = new double[sectors][RINGS + 2];
        this.weights = new double[sectors][RINGS + 2];
        this.missing = new double[sectors][RINGS];
    }

    /** How far from the foot anything is measured, in cells. */
    static double reach(Foot foot) {
        return foot.reach() * (RINGS + 2) / RINGS;
    }

    /** Notes what is missing at a place. */
    void add(double along, double away, double light) {
        int ring = (int) (away / foot.reach() * RINGS);
        if (ring < RINGS + 2) {
            int sector = Math.min(sectors - 1, (int) sector(along));
            sums[sector][ring] += light;
            weights[sector][ring]++;
        }
    }

    /** Ends the measurement. */
    void settle() {
        double[] trust = new double[sectors];
        for (int sector = 0; sector < sectors; sector++) {
            trust[sector] = faded(sector);
        }
        missing = smoothed(trust);
    }

    /** The shadow at a place. */
    double at(double along, double away) {
        double share = away / foot.reach();
        if (share >= 1) {
            return 0;
        }
        double position = Math.clamp(sector(along) - .5, 0, sectors - 1);
        int low = (int) position;
        int high = Math.min(sectors - 1, low + 1);
        double ring = Math.clamp(share * RINGS - .5, 0, RINGS - 1);
        double light = (1 - (position - low)) * across(low, ring) + (position - low) * across(high, ring);
        double sure = smooth((light - NOISE) / (SURE - NOISE));
        return Math.min(MISSING_MAX, light) * sure * (1 - smooth((share - FADES_FROM) / (1 - FADES_FROM)));
    }

    private double across(int sector, double ring) {
        int low = (int) ring;
        int high = Math.min(RINGS - 1, low + 1);
        return missing[sector][low] + (ring - low) * (missing[sector][high] - missing[sector][low]);
    }

    private static double smooth(double share) {
        double clamped = Math.clamp(share, 0.0, 1.0);
        return clamped * clamped * (3 - 2 * clamped);
    }

    private double sector(double along) {
        return along / foot.length() * sectors;
    }

    /** Makes a sector fall away from the foot, and says how much it is worth. */
    private double faded(int sector) {
        double beyondWeight = weights[sector][RINGS] + weights[sector][RINGS + 1];
        double beyond = beyondWeight == 0 ? 0 : (sums[sector][RINGS] + sums[sector][RINGS + 1]) / beyondWeight;
        boolean doubtful = beyond > BEYOND_MAX;
        double[] fitted = falling(sums[sector], weights[sector]);
        for (int ring = 0; ring < RINGS; ring++) {
            double light = doubtful ? 1 - (1 - fitted[ring]) / (1 - Math.min(beyond, MISSING_MAX)) : fitted[ring];
            missing[sector][ring] = Math.max(0, light);
        }
        double seen = Arrays.stream(weights[sector], 0, RINGS).sum();
        return doubtful ? DOUBTFUL * seen : seen;
    }

    /** The values that never rise nearest to the means of the rings (pool adjacent violators). */
    private static double[] falling(double[] sums, double[] weights) {
        double[] blockSum = new double[RINGS];
        double[] blockWeight = new double[RINGS];
        int[] blockEnd = new int[RINGS];
        int blocks = 0;
        for (int ring = 0; ring < RINGS; ring++) {
            blockSum[blocks] = sums[ring];
            blockWeight[blocks] = weights[ring];
            blockEnd[blocks++] = ring + 1;
            while (blocks > 1 && mustPool(blockSum, blockWeight, blocks)) {
                blocks--;
                blockSum[blocks - 1] += blockSum[blocks];
                blockWeight[blocks - 1] += blockWeight[blocks];
                blockEnd[blocks - 1] = blockEnd[blocks];
            }
        }
        double[] fitted = new double[RINGS];
        for (int block = 0, ring = 0; block < blocks; block++) {
            double mean = blockWeight[block] == 0 ? 0 : blockSum[block] / blockWeight[block];
            while (ring < blockEnd[block]) {
                fitted[ring++] = mean;
            }
        }
        return fitted;
    }

    /** Whether the last block is above the one before it, or one of them has no value of its own. */
    private static boolean mustPool(double[] sums, double[] weights, int blocks) {
        double before = weights[blocks - 2];
        double last = weights[blocks - 1];
        return before == 0 || last == 0 || sums[blocks - 1] * before >= sums[blocks - 2] * last;
    }

    private double[][] smoothed(double[] trust) {
        double[][] smooth = new double[sectors][RINGS];
        for (int to = 0; to < sectors; to++) {
            double all = 0;
            for (int from = 0; from < sectors; from++) {
                double apart = (from - to) / ALONG_SIGMA;
                // Far sectors count a trace, so that one amid things has their shadow.
                double weight = trust[from] * (Math.exp(-apart * apart / 2) + 1e-4);
                all += weight;
                for (int ring = 0; ring < RINGS; ring++) {
                    smooth[to][ring] += weight * missing[from][ring];
                }
            }
            for (int ring = 0; ring < RINGS && all > 0; ring++) {
                smooth[to][ring] /= all;
            }
        }
        return smooth;
    }
}
