package photoset.gpu.rooms;

import java.util.Arrays;
import photoset.imaging.Lab;

/** A mixture of two Gaussians with independent axes over CIE Lab: a wall in light and in shadow. */
final class GaussianMixture {
    private static final int AXES = 3;
    private static final int ROUNDS = 20;

    /** Added to each variance: the noise of a photo, in squares of Lab units. */
    private static final float VARIANCE_FLOOR = 5;

    /** ln(1 + exp(-d)) for d from 0 in steps of 1/32; beyond 8 it is nothing. */
    private static final float[] SOFT = soft();

    private static final int SOFT_STEPS_PER_UNIT = 32;

    private final float[][] mean = new float[2][AXES];
    private final float[][] halfPrecision = new float[2][AXES];
    private final float[] offset = new float[2];

    private GaussianMixture() {}

    private static float[] soft() {
        var table = new float[8 * 32 + 1];
        for (int i = 0; i < table.length; i++) {
            table[i] = (float) Math.log1p(Math.exp(-i / 32.0));
        }
        return table;
    }

    /** Splits the colours by k-means from the halves along their widest axis; no draw, so the same colours give the same mixture. */
    static GaussianMixture of(float[][] colours) {
        int axis = widestAxis(colours);
        float middle = average(colours, axis);
        var second = new boolean[colours.length];
        for (int i = 0; i < second.length; i++) {
            second[i] = colours[i][axis] > middle;
        }
        var mixture = new GaussianMixture();
        for (int round = 0; round < ROUNDS; round++) {
            mixture.centre(colours, second);
            if (!mixture.assign(colours, second)) {
                break;
            }
        }
        mixture.spread(colours, second);
        return mixture;
    }

    float logLikelihood(Lab.Planes lab, int i) {
        float first = log(0, lab, i);
        float second = log(1, lab, i);
        float apart = Math.abs(first - second) * SOFT_STEPS_PER_UNIT;
        return Math.max(first, second) + (apart < SOFT.length ? SOFT[(int) apart] : 0);
    }

    private float log(int part, Lab.Planes lab, int i) {
        float l = lab.l()[i] - mean[part][0];
        float a = lab.a()[i] - mean[part][1];
        float b = lab.b()[i] - mean[part][2];
        float[] scale = halfPrecision[part];
        return offset[part] - l * l * scale[0] - a * a * scale[1] - b * b * scale[2];
    }

    private static int widestAxis(float[][] colours) {
        int widest = 0;
        double most = -1;
        for (int axis = 0; axis < AXES; axis++) {
            float mean = average(colours, axis);
            double sum = 0;
            for (float[] colour : colours) {
                sum += (colour[axis] - mean) * (colour[axis] - mean);
            }
            if (sum > most) {
                most = sum;
                widest = axis;
            }
        }
        return widest;
    }

    private static float average(float[][] colours, int axis) {
        double sum = 0;
        for (float[] colour : colours) {
            sum += colour[axis];
        }
        return (float) (sum / colours.length);
    }

    private void centre(float[][] colours, boolean[] second) {
        var sums = new double[2][AXES + 1];
        for (int i = 0; i < colours.length; i++) {
            double[] sum = sums[second[i] ? 1 : 0];
            for (int axis = 0; axis < AXES; axis++) {
                sum[axis] += colours[i][axis];
            }
            sum[AXES]++;
        }
        for (int part = 0; part < 2; part++) {
            for (int axis = 0; axis < AXES && sums[part][AXES] > 0; axis++) {
                mean[part][axis] = (float) (sums[part][axis] / sums[part][AXES]);
            }
        }
    }

    /** Returns whether a colour moved. */
    private boolean assign(float[][] colours, boolean[] second) {
        var before = Arrays.copyOf(second, second.length);
        for (int i = 0; i < colours.length; i++) {
            second[i] = distance(colours[i], mean[1]) < distance(colours[i], mean[0]);
        }
        return !Arrays.equals(before, second);
    }

    private static float distance(float[] one, float[] other) {
        float sum = 0;
        for (int axis = 0; axis < AXES; axis++) {
            sum += (one[axis] - other[axis]) * (one[axis] - other[axis]);
        }
        return sum;
    }

    private void spread(float[][] colours, boolean[] second) {
        centre(colours, second);
        for (int part = 0; part < 2; part++) {
            var sums = new double[AXES];
            int count = 0;
            for (int i = 0; i < colours.length; i++) {
                if (second[i] == (part == 1)) {
                    count++;
                    for (int axis = 0; axis < AXES; axis++) {
                        double off = colours[i][axis] - mean[part][axis];
                        sums[axis] += off * off;
                    }
                }
            }
            double logs = 0;
            for (int axis = 0; axis < AXES; axis++) {
                double variance = sums[axis] / Math.max(1, count) + VARIANCE_FLOOR;
                halfPrecision[part][axis] = (float) (.5 / variance);
                logs += Math.log(variance);
            }
            offset[part] = (float) (Math.log((double) count / colours.length + 1e-9) - .5 * logs);
        }
    }
}
