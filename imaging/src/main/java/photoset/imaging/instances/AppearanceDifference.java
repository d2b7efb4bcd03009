package photoset.imaging.instances;

import photoset.imaging.instances.InstanceDescriptor.Section;

/** One way in which two instances look apart: a number from 0 (alike) on, or {@link Double#NaN} if it cannot be told. */
public enum AppearanceDifference {
    /** Distance of the distributions of L* (Wasserstein), relative to the surroundings, as far as both photos tell it. */
    LIGHTNESS {
        @Override
        public double between(InstanceDescriptor one, InstanceDescriptor other) {
            int most = burnt(one, other);
            int sum = 0;
            for (int i = Section.COLORS.start(); i < Section.COLORS.start() + QUANTILES; i++) {
                sum += Math.abs(Math.min(most, one.at(i)) - Math.min(most, other.at(i)));
            }
            return sum / (QUANTILES * STEPS);
        }
    },
    /** The same of a* and b*. */
    CHROMA {
        @Override
        public double between(InstanceDescriptor one, InstanceDescriptor other) {
            return mean(one, other, Section.COLORS.start() + QUANTILES, 2 * QUANTILES) / STEPS;
        }
    },
    /** Mean difference of color, cell by cell; of two that are both seen whole. */
    LAYOUT {
        @Override
        public double between(InstanceDescriptor one, InstanceDescriptor other) {
            return one.isCut() || other.isCut() ? Double.NaN : layout(one, other, 0, 1);
        }
    },
    /** The same of a whole one and one that is cut at a side: with the part of the whole one that fits best. */
    PART {
        @Override
        public double between(InstanceDescriptor one, InstanceDescriptor other) {
            return one.isCut() ? part(one, other) : part(other, one);
        }
    },
    /** Distance of the directions of edges. */
    EDGES {
        @Override
        public double between(InstanceDescriptor one, InstanceDescriptor other) {
            return mean(one, other, Section.EDGES.start(), Section.EDGES.length());
        }
    },
    /** Logarithm of the ratio of width to height; of two that are both seen whole. */
    ASPECT {
        @Override
        public double between(InstanceDescriptor one, InstanceDescriptor other) {
            return one.isCut() || other.isCut() ? Double.NaN : Math.abs(one.logAspect() - other.logAspect());
        }
    },
    /**
     * Between where top and bottom are above or below the photo's middle, in radians: for upright cameras held at one
     * height that does not change with the distance.
     */
    ELEVATION {
        @Override
        public double between(InstanceDescriptor one, InstanceDescriptor other) {
            return one.isCutInHeight() || other.isCutInHeight()
                    ? Double.NaN
                    : Math.abs(one.elevation() - other.elevation());
        }
    },
    /** Of the colors around them, each relative to its photo. */
    SURROUNDINGS {
        @Override
        public double between(InstanceDescriptor one, InstanceDescriptor other) {
            return mean(one, other, Section.SURROUNDINGS.start(), Section.SURROUNDINGS.length()) / STEPS;
        }
    },
    /** One minus the cosine of a network's features; of two that both have them. */
    FEATURES {
        @Override
        public double between(InstanceDescriptor one, InstanceDescriptor other) {
            return one.features() == 0 || one.features() != other.features() ? Double.NaN : cosine(one, other);
        }
    };

    private static final int QUANTILES = 8;
    private static final double STEPS = 2;

    /** Which share of a thing may be left when the border cuts it. */
    private static final double[] PARTS = {.25, .5, .75, 1};

    /** Compares two; symmetric. */
    public abstract double between(InstanceDescriptor one, InstanceDescriptor other);

    /** Beyond this one of the photos does not tell how light something is. */
    private static int burnt(InstanceDescriptor one, InstanceDescriptor other) {
        return Math.min(one.at(Section.BURNT.start()), other.at(Section.BURNT.start()));
    }

    private static double mean(InstanceDescriptor one, InstanceDescriptor other, int start, int length) {
        int sum = 0;
        for (int i = start; i < start + length; i++) {
            sum += Math.abs(one.at(i) - other.at(i));
        }
        return (double) sum / length;
    }

    /** Column by column of the one, with the column of the other that lies at a share of its width. */
    private static double layout(InstanceDescriptor one, InstanceDescriptor other, double start, double share) {
        long sum = 0;
        long weights = 0;
        for (int column = 0; column < Patch.GRID; column++) {
            int there = (int) ((start + share * (column + .5) / Patch.GRID) * Patch.GRID);
            for (int row = 0; row < Patch.GRID; row++) {
                int cell = row * Patch.GRID + column;
                int otherCell = row * Patch.GRID + there;
                int weight = Math.min(one.at(Section.SEEN.start() + cell), other.at(Section.SEEN.start() + otherCell));
                sum += (long) weight
                        * apart(one, Section.LAYOUT.start() + 3 * cell, other, Section.LAYOUT.start() + 3 * otherCell);
                weights += weight;
            }
        }
        return weights == 0 ? Double.NaN : sum / (3 * STEPS * weights);
    }

    private static int apart(InstanceDescriptor one, int at, InstanceDescriptor other, int otherAt) {
        int most = burnt(one, other);
        return Math.abs(Math.min(most, one.at(at)) - Math.min(most, other.at(otherAt)))
                + Math.abs(one.at(at + 1) - other.at(otherAt + 1))
                + Math.abs(one.at(at + 2) - other.at(otherAt + 2));
    }

    private static double part(InstanceDescriptor cut, InstanceDescriptor whole) {
        if (whole.isCut() || !(cut.isCutLeftOnly() || cut.isCutRightOnly())) {
            return Double.NaN;
        }
        double best = Double.POSITIVE_INFINITY;
        for (double share : PARTS) {
            double layout = layout(cut, whole, cut.isCutLeftOnly() ? 1 - share : 0, share);
            // Not a number where nothing is seen in both.
            best = layout < best ? layout : best;
        }
        return best == Double.POSITIVE_INFINITY ? Double.NaN : best;
    }

    private static double cosine(InstanceDescriptor one, InstanceDescriptor other) {
        long product = 0;
        long own = 1;
        long others = 1;
        for (int i = 0; i < one.features(); i++) {
            product += (long) one.feature(i) * other.feature(i);
            own += (long) one.feature(i) * one.feature(i);
            others += (long) other.feature(i) * other.feature(i);
        }
        return 1 - product / Math.sqrt((double) own * others);
    }
}
