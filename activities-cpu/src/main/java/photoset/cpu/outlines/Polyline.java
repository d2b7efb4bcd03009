package photoset.cpu.outlines;

import java.util.Arrays;

/** A closed line through points, in nodes of a grid; the middle of the first node is 0, 0. */
final class Polyline {
    /** Beyond so many sigmas a point has no weight. */
    private static final int SIGMAS = 3;

    private final double[] x;
    private final double[] y;

    /** Wraps the coordinates of as many points. */
    Polyline(double[] x, double[] y) {
        this.x = x;
        this.y = y;
    }

    int size() {
        return x.length;
    }

    double x(int i) {
        return x[i];
    }

    double y(int i) {
        return y[i];
    }

    /** An index of the closed line, from any number. */
    int around(int i) {
        return Math.floorMod(i, x.length);
    }

    /** Through points of the same line, a node apart. */
    Polyline evened() {
        int count = x.length;
        double[] length = new double[count + 1];
        for (int i = 0; i < count; i++) {
            int next = around(i + 1);
            length[i + 1] = length[i] + Math.hypot(x[next] - x[i], y[next] - y[i]);
        }
        int wanted = (int) Math.max(1, Math.round(length[count]));
        var evened = new Polyline(new double[wanted], new double[wanted]);
        for (int k = 0, i = 0; k < wanted; k++) {
            double at = length[count] * k / wanted;
            while (length[i + 1] < at) {
                i++;
            }
            double share = (at - length[i]) / Math.max(1e-9, length[i + 1] - length[i]);
            evened.x[k] = x[i] + share * (x[around(i + 1)] - x[i]);
            evened.y[k] = y[i] + share * (y[around(i + 1)] - y[i]);
        }
        return evened;
    }

    /** Each point the mean of those around it, by a normal distribution along the line. */
    Polyline smoothed(double sigma) {
        int reach = (int) Math.ceil(SIGMAS * sigma);
        double[] weights = new double[2 * reach + 1];
        Arrays.setAll(weights, i -> Math.exp(-.5 * (i - reach) * (i - reach) / (sigma * sigma)));
        double all = Arrays.stream(weights).sum();
        var smoothed = new Polyline(new double[x.length], new double[x.length]);
        for (int i = 0; i < x.length; i++) {
            for (int k = 0; k < weights.length; k++) {
                int from = around(i + k - reach);
                smoothed.x[i] += weights[k] / all * x[from];
                smoothed.y[i] += weights[k] / all * y[from];
            }
        }
        return smoothed;
    }

    /** The way out of what lies at the left of the line, of length 1, at a point. */
    double[] outward(int i) {
        double along = x[around(i + 1)] - x[around(i - 1)];
        double down = y[around(i + 1)] - y[around(i - 1)];
        double length = Math.max(1e-9, Math.hypot(along, down));
        return new double[] {-down / length, along / length};
    }
}
