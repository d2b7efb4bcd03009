package photoset.imaging.instances;

import java.util.List;
import photoset.imaging.Mask;
import photoset.imaging.Plane;

/** Takes a network's features of one instance out of its feature map. */
public final class FeaturePooling {
    private FeaturePooling() {}

    /**
     * The mean of every channel under the mask, weighted by its levels.
     *
     * @param channels the feature map, all of one size; covers the same field of view as the mask
     * @return one number a channel, all 0 if the mask covers nothing
     */
    public static float[] mean(List<Plane> channels, Mask mask) {
        var pooled = new float[channels.size()];
        if (channels.isEmpty()) {
            return pooled;
        }
        int width = channels.getFirst().width();
        int height = channels.getFirst().height();
        double[] weights = weights(mask, width, height);
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        for (int channel = 0; channel < pooled.length && sum > 0; channel++) {
            float[] values = channels.get(channel).values();
            double weighted = 0;
            for (int i = 0; i < weights.length; i++) {
                weighted += weights[i] * values[i];
            }
            pooled[channel] = (float) (weighted / sum);
        }
        return pooled;
    }

    /** How much of the mask lies in each cell of the map; a cell may be larger than a thing. */
    private static double[] weights(Mask mask, int width, int height) {
        var weights = new double[width * height];
        for (int y = 0, at = 0; y < mask.height(); y++) {
            int row = ((int) ((y + .5) * height / mask.height())) * width;
            for (int x = 0; x < mask.width(); x++, at++) {
                weights[row + (int) ((x + .5) * width / mask.width())] += mask.at(at);
            }
        }
        return weights;
    }
}
