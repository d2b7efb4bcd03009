package photoset.cpu.grid;

import java.util.Arrays;

/**
 * Spreads colours that are known at some nodes over all others, smoothly and however far: means over ever larger squares,
 * then back down, each level filling what the finer one does not know (pull-push, Gortler et al., The Lumigraph, 1996; the
 * multi-level idea of Germer et al., Fast Multi-Level Foreground Estimation, 2020).
 */
public final class Extension {
    public static final int CHANNELS = 3;

    /** The levels end where a whole side is this many nodes. */
    private static final int SMALLEST = 2;

    private final int columns;
    private final int rows;
    private final float[] colors;
    private final float[] weights;

    private Extension(int columns, int rows) {
        this.columns = columns;
        this.rows = rows;
        this.colors = new float[columns * rows * CHANNELS];
        this.weights = new float[columns * rows];
    }

    /**
     * Three channels interleaved for each node; black where nothing is known at all.
     *
     * @param color three planes
     * @param known whose colours count
     * @param wanted whose colours will be read, beside those known
     */
    public static float[] of(float[][] color, boolean[] known, boolean[] wanted, int columns) {
        var finest = new Extension(columns, known.length / columns);
        for (int node = 0; node < known.length; node++) {
            if (known[node]) {
                finest.weights[node] = 1;
                for (int channel = 0; channel < CHANNELS; channel++) {
                    finest.colors[node * CHANNELS + channel] = color[channel][node];
                }
            }
        }
        finest.fill(wanted);
        return finest.colors;
    }

    private void fill(boolean[] wanted) {
        if (Math.min(columns, rows) > SMALLEST) {
            var coarser = coarser();
            coarser.fill(asked(coarser, wanted));
            push(coarser, wanted);
        } else {
            flood();
        }
    }

    /** The coarser nodes from which a wanted one takes what it does not know. */
    private boolean[] asked(Extension coarser, boolean[] wanted) {
        boolean[] asked = new boolean[coarser.weights.length];
        for (int row = 0, node = 0; row < rows; row++) {
            int near = row / 2 * coarser.columns;
            int far = coarser.far(row) * coarser.columns;
            for (int column = 0; column < columns; column++, node++) {
                if (wanted[node] && weights[node] < 1) {
                    int here = column / 2;
                    int beside = coarser.beside(column);
                    asked[near + here] = true;
                    asked[near + beside] = true;
                    asked[far + here] = true;
                    asked[far + beside] = true;
                }
            }
        }
        return asked;
    }

    private int far(int finerRow) {
        return Math.clamp(finerRow / 2 + (finerRow % 2 == 0 ? -1 : 1), 0, rows - 1);
    }

    private int beside(int finerColumn) {
        return Math.clamp(finerColumn / 2 + (finerColumn % 2 == 0 ? -1 : 1), 0, columns - 1);
    }

    /** At the top all that is known becomes one colour. */
    private void flood() {
        float[] sum = new float[CHANNELS];
        float weight = 0;
        for (int node = 0; node < weights.length; node++) {
            weight += weights[node];
            for (int channel = 0; channel < CHANNELS; channel++) {
                sum[channel] += weights[node] * colors[node * CHANNELS + channel];
            }
        }
        for (int node = 0; node < weights.length && weight > 0; node++) {
            for (int channel = 0; channel < CHANNELS; channel++) {
                float mean = sum[channel] / weight;
                int at = node * CHANNELS + channel;
                colors[at] = mean + weights[node] * (colors[at] - mean);
            }
        }
        Arrays.fill(weights, 1);
    }

    private Extension coarser() {
        var coarser = new Extension((columns + 1) / 2, (rows + 1) / 2);
        for (int row = 0, node = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++, node++) {
                if (weights[node] > 0) {
                    coarser.add((row / 2) * coarser.columns + column / 2, this, node);
                }
            }
        }
        for (int node = 0; node < coarser.weights.length; node++) {
            float weight = coarser.weights[node];
            if (weight > 0) {
                for (int channel = 0; channel < CHANNELS; channel++) {
                    coarser.colors[node * CHANNELS + channel] /= weight;
                }
                coarser.weights[node] = Math.min(1, weight);
            }
        }
        return coarser;
    }

    private void add(int node, Extension finer, int from) {
        float weight = finer.weights[from];
        weights[node] += weight;
        for (int channel = 0; channel < CHANNELS; channel++) {
            colors[node * CHANNELS + channel] += weight * finer.colors[from * CHANNELS + channel];
        }
    }

    private void push(Extension coarser, boolean[] wanted) {
        for (int row = 0, node = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++, node++) {
                if (wanted[node] && weights[node] < 1) {
                    push(coarser, column, row, node);
                }
            }
        }
    }

    /** Bilinear between four coarse nodes; the nearest counts 9/16, which is where the centres lie. */
    private void push(Extension coarser, int column, int row, int node) {
        int near = row / 2 * coarser.columns;
        int far = coarser.far(row) * coarser.columns;
        int beside = coarser.beside(column);
        int here = column / 2;
        float[] from = coarser.colors;
        for (int channel = 0; channel < CHANNELS; channel++) {
            float mix = 9 * from[(near + here) * CHANNELS + channel]
                    + 3 * from[(near + beside) * CHANNELS + channel]
                    + 3 * from[(far + here) * CHANNELS + channel]
                    + from[(far + beside) * CHANNELS + channel];
            int at = node * CHANNELS + channel;
            colors[at] = mix / 16 + weights[node] * (colors[at] - mix / 16);
        }
    }
}
