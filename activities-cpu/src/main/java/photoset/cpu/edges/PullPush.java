package photoset.cpu.edges;

import photoset.imaging.RgbPlanes;
import photoset.imaging.regions.BitMask;

/**
 * Spreads colours that are known at some nodes over all others, smoothly and however far: means over ever larger squares,
 * then back down, each level filling what the finer one does not know (pull-push, Gortler et al., The Lumigraph, 1996; the
 * multi-level idea of Germer et al., Fast Multi-Level Foreground Estimation, 2020).
 */
public final class PullPush {
    public static final int CHANNELS = 3;

    /** The levels end where a whole side is this many nodes. */
    private static final int SMALLEST = 2;

    private final int columns;
    private final int rows;
    private final BitMask known;
    private final float[] colors;

    private PullPush(BitMask known) {
        this.columns = known.columns();
        this.rows = known.rows();
        this.known = known;
        this.colors = new float[known.size() * CHANNELS];
    }

    /**
     * Three channels interleaved for each node; black where nothing is known at all.
     *
     * @param known whose colours count
     * @param wanted whose colours will be read, beside those known
     */
    public static float[] of(RgbPlanes color, BitMask known, BitMask wanted) {
        return of(color.red(), color.green(), color.blue(), known, wanted);
    }

    /** The same for three values of any kind. */
    public static float[] of(float[] first, float[] second, float[] third, BitMask known, BitMask wanted) {
        var finest = new PullPush(known);
        for (int node = known.next(0); node < known.size(); node = known.next(node + 1)) {
            int at = node * CHANNELS;
            finest.colors[at] = first[node];
            finest.colors[at + 1] = second[node];
            finest.colors[at + 2] = third[node];
        }
        finest.fill(wanted.without(known));
        return finest.colors;
    }

    /** Gives colours to some nodes that have none. */
    private void fill(BitMask open) {
        if (open.isEmpty()) {
            return;
        }
        if (Math.min(columns, rows) > SMALLEST) {
            var coarser = coarser();
            // A node takes its colours from the coarser one that it lies in and from the nearest around that.
            coarser.fill(open.halved().grown(1).without(coarser.known));
            push(coarser, open);
        } else {
            flood(open);
        }
    }

    private int far(int finerRow) {
        return Math.clamp(finerRow / 2 + (finerRow % 2 == 0 ? -1 : 1), 0, rows - 1);
    }

    private int beside(int finerColumn) {
        return Math.clamp(finerColumn / 2 + (finerColumn % 2 == 0 ? -1 : 1), 0, columns - 1);
    }

    /** At the top the mean of all that is known goes everywhere. */
    private void flood(BitMask open) {
        float[] mean = new float[CHANNELS];
        int count = known.count();
        for (int node = known.next(0); node < known.size(); node = known.next(node + 1)) {
            for (int channel = 0; channel < CHANNELS; channel++) {
                mean[channel] += colors[node * CHANNELS + channel] / count;
            }
        }
        for (int node = open.next(0); node < open.size(); node = open.next(node + 1)) {
            System.arraycopy(mean, 0, colors, node * CHANNELS, CHANNELS);
        }
    }

    /** The means of what is known of two by two nodes. */
    private PullPush coarser() {
        var coarser = new PullPush(known.halved());
        float[] counts = new float[coarser.known.size()];
        for (int row = 0; row < rows; row++) {
            int first = row * columns;
            int end = first + columns;
            for (int node = known.next(first, end); node < end; node = known.next(node + 1, end)) {
                int to = row / 2 * coarser.columns + (node - first) / 2;
                counts[to]++;
                for (int channel = 0; channel < CHANNELS; channel++) {
                    coarser.colors[to * CHANNELS + channel] += colors[node * CHANNELS + channel];
                }
            }
        }
        var found = coarser.known;
        for (int node = found.next(0); node < counts.length; node = found.next(node + 1)) {
            for (int channel = 0; channel < CHANNELS; channel++) {
                coarser.colors[node * CHANNELS + channel] /= counts[node];
            }
        }
        return coarser;
    }

    private void push(PullPush coarser, BitMask open) {
        for (int row = 0; row < rows; row++) {
            int first = row * columns;
            int end = first + columns;
            for (int node = open.next(first, end); node < end; node = open.next(node + 1, end)) {
                push(coarser, node - first, row);
            }
        }
    }

    /** Bilinear between four coarse nodes; the nearest counts 9/16, which is where the centres lie. */
    private void push(PullPush coarser, int column, int row) {
        int near = row / 2 * coarser.columns;
        int far = coarser.far(row) * coarser.columns;
        int beside = coarser.beside(column) * CHANNELS;
        int here = column / 2 * CHANNELS;
        int at = (row * columns + column) * CHANNELS;
        float[] from = coarser.colors;
        for (int channel = 0; channel < CHANNELS; channel++) {
            float mix = 9 * from[near * CHANNELS + here + channel]
                    + 3 * from[near * CHANNELS + beside + channel]
                    + 3 * from[far * CHANNELS + here + channel]
                    + from[far * CHANNELS + beside + channel];
            colors[at + channel] = mix / 16;
        }
    }
}
