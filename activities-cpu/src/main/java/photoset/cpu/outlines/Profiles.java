package photoset.cpu.outlines;

import photoset.imaging.RgbPlanes;

/**
 * What speaks for a line to lie so far inside or outside of where it is: an edge of the photo, colors that are those farther
 * inside on one side and those farther outside on the other, as far as one can be confident of them, and where the line was.
 */
final class Profiles {
    /** Places for each node along a profile. */
    static final int FINE = 2;

    /** Nodes beyond the reach from which the colors of either side are learned. */
    private static final int LEARNED = 5;

    /** Points along the line, to both sides, whose colors count, and the step between them. */
    private static final int ALONG = 8;

    private static final int ALONG_STEP = 4;

    /** An edge is the mean over so many points to both sides, in which noise cancels. */
    private static final int EDGE_ALONG = 2;

    /** In encoded sRGB: a weaker step is noise, and one of more is no better edge, as inside of things there are stronger ones. */
    static final double EDGE_MIN = .006;

    private static final double EDGE_ALL = .15;

    /** Squared distance of colors (encoded sRGB) beyond which they have nothing in common. */
    private static final float ALIKE = .0036f;

    /** Share of either side that has no color in particular. */
    private static final double ANY = .01;

    private static final double ODDS_MAX = 2;

    /** What a whole edge counts is 1; the others beside it. */
    private static final double SIDES = .06;

    private static final double AWAY = .3;

    private final RgbPlanes colors;
    private final int columns;
    private final Polyline line;
    private final int reach;
    private final int far;
    private final float[][] seen;

    /** Each profile the mean of those beside it, in which noise cancels. */
    private final float[][] even;

    private final Confidence confidence;

    /**
     * Samples the colors.
     *
     * @param colors of nodes, encoded sRGB, 0 to 1
     * @param reach how far the line may move, in places
     */
    Profiles(RgbPlanes colors, int columns, Polyline line, int reach) {
        this.colors = colors;
        this.columns = columns;
        this.line = line;
        this.reach = reach;
        this.far = reach + FINE * LEARNED;
        this.seen = new float[line.size()][];
        for (int i = 0; i < seen.length; i++) {
            seen[i] = sampled(i);
        }
        this.even = new float[line.size()][];
        for (int i = 0; i < even.length; i++) {
            even[i] = evened(i);
        }
        this.confidence = new Confidence(even, line, reach, far);
    }

    private float[] evened(int i) {
        float[] sum = new float[seen[i].length];
        for (int along = -EDGE_ALONG; along <= EDGE_ALONG; along++) {
            float[] profile = seen[line.around(i + along)];
            for (int at = 0; at < sum.length; at++) {
                sum[at] += profile[at];
            }
        }
        for (int at = 0; at < sum.length; at++) {
            sum[at] /= 2 * EDGE_ALONG + 1;
        }
        return sum;
    }

    /** Three colors for each place from far inside to far outside. */
    private float[] sampled(int i) {
        double[] outward = line.outward(i);
        float[] profile = new float[3 * (2 * far + 1)];
        for (int place = -far; place <= far; place++) {
            double away = (double) place / FINE;
            sample(line.x(i) + away * outward[0], line.y(i) + away * outward[1], profile, 3 * (place + far));
        }
        return profile;
    }

    private void sample(double x, double y, float[] profile, int at) {
        int rows = colors.size() / columns;
        double inX = Math.clamp(x, 0, columns - 1.001);
        double inY = Math.clamp(y, 0, rows - 1.001);
        int node = ((int) inY) * columns + (int) inX;
        float across = (float) (inX - (int) inX);
        float down = (float) (inY - (int) inY);
        profile[at] = mixed(colors.red(), node, across, down);
        profile[at + 1] = mixed(colors.green(), node, across, down);
        profile[at + 2] = mixed(colors.blue(), node, across, down);
    }

    private float mixed(float[] plane, int node, float across, float down) {
        float above = plane[node] + across * (plane[node + 1] - plane[node]);
        int below = node + columns;
        float under = plane[below] + across * (plane[below + 1] - plane[below]);
        return above + down * (under - above);
    }

    /** How sure it is, 0 to 1, that the edge is at a place of {@link #costs()}. */
    double confidence(int i, int place) {
        return confidence.at(i, place - reach);
    }

    /** For each point the cost of each place from {@code -reach} (inside) to {@code reach}. */
    float[][] costs() {
        float[][] costs = new float[seen.length][2 * reach + 1];
        for (int i = 0; i < costs.length; i++) {
            double inside = 0;
            double sides = SIDES * confidence.of(i);
            for (int place = -reach; place <= reach; place++) {
                double away = (double) place / reach;
                double odds = odds(i, place);
                costs[i][place + reach] = (float) (AWAY * away * away - edge(i, place) - sides * (inside + odds / 2));
                inside += odds;
            }
        }
        return costs;
    }

    private double edge(int i, int place) {
        double sum = 0;
        for (int channel = 0; channel < 3; channel++) {
            int at = 3 * (place + far) + channel;
            double step = even[i][at + 3 * FINE] - even[i][at - 3 * FINE];
            sum += step * step;
        }
        return Math.clamp((Math.sqrt(sum / 3) - EDGE_MIN) / EDGE_ALL, 0, 1);
    }

    /** Positive where the color is one of those farther inside. */
    private double odds(int i, int place) {
        double inside = 0;
        double outside = 0;
        for (int along = -ALONG; along <= ALONG; along += ALONG_STEP) {
            float[] beside = seen[line.around(i + along)];
            for (int away = reach + 1; away <= far; away += FINE) {
                inside += alike(seen[i], place, beside, -away);
                outside += alike(seen[i], place, beside, away);
            }
        }
        int learned = (2 * ALONG / ALONG_STEP + 1) * LEARNED;
        return Math.clamp(Math.log((inside / learned + ANY) / (outside / learned + ANY)), -ODDS_MAX, ODDS_MAX);
    }

    private double alike(float[] one, int place, float[] other, int away) {
        float distance = 0;
        for (int channel = 0; channel < 3; channel++) {
            float off = one[3 * (place + far) + channel] - other[3 * (away + far) + channel];
            distance += off * off;
        }
        float share = Math.max(0, 1 - distance / ALIKE);
        return share * share;
    }
}
