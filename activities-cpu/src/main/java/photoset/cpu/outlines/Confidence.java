package photoset.cpu.outlines;

/**
 * How sure profiles across a line are of where its edge is, 0 to 1. White on white, the shadow at a product's foot starts in
 * the product's own tone and fades outwards: colors are then told apart in the middle of the shadow, beside the edge. So
 * either a step must stand out from the slopes beside it, or the colors farther away must not go on changing in its sense.
 */
final class Confidence {
    /** Points to both sides whose steps count. */
    private static final int BESIDE = 1;

    /** Encoded sRGB: what stands out by so much more than noise is an edge. */
    private static final double SURE = .09;

    /** Of the steeper of the slopes beside a step, which is measured over as many nodes as the step. */
    private static final double SLOPES = 2;

    /** Colors farther away that change by a sixth of the difference are a shadow's. */
    private static final double SHADOW = 6;

    /** Points to both sides whose farther colors count, and the step between them. */
    private static final int ALONG = 8;

    private static final int ALONG_STEP = 4;

    /** Places of either end of what is farther away. */
    private static final int END = 4;

    /** Squared colors (encoded sRGB) of less than a hundredth of a level. */
    private static final double NOTHING = 1e-9;

    private final float[][] profiles;
    private final Polyline line;
    private final int reach;
    private final int far;
    private final double[][] steps;
    private final double[] best;
    private final double[] flat;

    /**
     * Looks at each profile.
     *
     * @param profiles three colors for each place from {@code -far} to {@code far}, noise taken out
     * @param line that they are across
     * @param reach how far the edge may be away, in places
     */
    Confidence(float[][] profiles, Polyline line, int reach, int far) {
        this.profiles = profiles;
        this.line = line;
        this.reach = reach;
        this.far = far;
        this.steps = new double[profiles.length][2 * reach + 1];
        this.best = new double[profiles.length];
        this.flat = new double[profiles.length];
        for (int i = 0; i < flat.length; i++) {
            for (int place = -reach; place <= reach; place++) {
                steps[i][place + reach] = Math.clamp((standing(i, place) - Profiles.EDGE_MIN) / SURE, 0, 1);
                best[i] = Math.max(best[i], steps[i][place + reach]);
            }
            flat[i] = flat(i);
        }
    }

    /** That the edge is anywhere within reach. */
    double of(int i) {
        double sum = 0;
        for (int beside = -BESIDE; beside <= BESIDE; beside++) {
            sum += best[line.around(i + beside)];
        }
        return Math.max(flat[i], sum / (2 * BESIDE + 1));
    }

    /** That it is at this place. */
    double at(int i, int place) {
        double sum = 0;
        for (int beside = -BESIDE; beside <= BESIDE; beside++) {
            sum += steps[line.around(i + beside)][place + reach];
        }
        return Math.max(flat[i], sum / (2 * BESIDE + 1));
    }

    /** By how much a step is more than what goes on in its sense on either side. */
    private double standing(int i, int place) {
        int near = Profiles.FINE;
        int beyond = 3 * Profiles.FINE;
        double squared = 0;
        double outside = 0;
        double inside = 0;
        for (int channel = 0; channel < 3; channel++) {
            double step = change(i, place - near, place + near, channel);
            squared += step * step;
            outside += step * change(i, place + near, place + beyond, channel);
            inside += step * change(i, place - beyond, place - near, channel);
        }
        double step = Math.sqrt(squared);
        double slope = squared < NOTHING ? 0 : Math.max(0, Math.max(outside, inside)) / step;
        return (step - SLOPES * slope) / Math.sqrt(3);
    }

    private double change(int i, int from, int to, int channel) {
        return profiles[i][3 * (to + far) + channel] - profiles[i][3 * (from + far) + channel];
    }

    /** How little the colors farther away go on changing in the sense in which inside and outside differ. */
    private double flat(int i) {
        double squared = 0;
        double outside = 0;
        double inside = 0;
        for (int channel = 0; channel < 3; channel++) {
            double innermost = mean(i, -far, channel);
            double inner = mean(i, -reach - END, channel);
            double outer = mean(i, reach + 1, channel);
            double outermost = mean(i, far - END + 1, channel);
            double differs = (outer + outermost - inner - innermost) / 2;
            squared += differs * differs;
            outside += differs * (outermost - outer);
            inside += differs * (inner - innermost);
        }
        return squared < NOTHING ? 0 : Math.clamp(1 - SHADOW * Math.max(0, Math.max(outside, inside)) / squared, 0, 1);
    }

    /** Of the places from one on, over the profiles beside. */
    private double mean(int i, int from, int channel) {
        double sum = 0;
        int count = 0;
        for (int along = -ALONG; along <= ALONG; along += ALONG_STEP) {
            float[] profile = profiles[line.around(i + along)];
            for (int place = from; place < from + END; place++, count++) {
                sum += profile[3 * (place + far) + channel];
            }
        }
        return sum / count;
    }
}
