package photoset.gpu.lite;

import photoset.gpu.masks.Plane;

/**
 * What the network said about one picture at two scales: the small one sees the room, the large one its edges. Log odds
 * are averaged, so that a scale which is sure outweighs one which is not.
 */
final class Evidence {
    private final Plane[] near;
    private final Plane[] far;
    private final int width;
    private final int height;

    /** Probabilities of all concepts at two scales; answers are given at {@code width} x {@code height}. */
    Evidence(Plane[] near, Plane[] far, int width, int height) {
        this.near = near;
        this.far = far;
        this.width = width;
        this.height = height;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    /** Mean log odds of one output channel. */
    float[] odds(int channel) {
        float[] sum = odds(near[channel]);
        float[] other = odds(far[channel]);
        for (int i = 0; i < sum.length; i++) {
            sum[i] = (sum[i] + other[i]) / 2;
        }
        return sum;
    }

    private float[] odds(Plane probability) {
        var odds = new float[probability.values().length];
        for (int i = 0; i < odds.length; i++) {
            odds[i] = Odds.of(probability.values()[i]);
        }
        return new Plane(probability.width(), probability.height(), odds)
                .resized(width, height)
                .values();
    }
}
