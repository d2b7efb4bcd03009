package photoset.gpu.rooms;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import photoset.imaging.Blur;
import photoset.imaging.Lab;
import photoset.imaging.Raster;

/**
 * Learns the colours of the surfaces and of the rest from the pixels that are sure, and lets them vote on those that are
 * not. Guarded: a class with few sure pixels has no vote, and no vote outweighs six log units.
 */
final class ColourModel {
    private static final float SURE = .8f;
    private static final int SEEDS_MIN = 300;
    private static final int SEEDS_MAX = 4000;
    private static final float VOTE_MAX = 6;
    private static final float VOTE_WEIGHT = .4f;

    /** Keeps a class of share zero from being ruled out. */
    private static final float SHARE_FLOOR = .02f;

    private static final int SURFACES = 3;

    /** Smooths the noise of single pixels away, not the colour of anything. */
    private static final double NOISE_SIGMA_PX = 1;

    private final Lab.Planes lab;
    private final float[][] shares;

    /**
     * Over {@code picture} and the shares of wall, floor, ceiling and the rest, in this order, one value per pixel each.
     */
    ColourModel(Raster picture, float[][] shares) {
        this.lab = Lab.planes(picture);
        this.shares = shares;
        var blur = new Blur(picture.width(), picture.height());
        blur.convolve(lab.l(), NOISE_SIGMA_PX);
        blur.convolve(lab.a(), NOISE_SIGMA_PX);
        blur.convolve(lab.b(), NOISE_SIGMA_PX);
    }

    /** The shares after the vote; they sum to one. */
    float[][] refined() {
        var mixtures = new @Nullable GaussianMixture[SURFACES + 1];
        for (int k = 0; k <= SURFACES; k++) {
            mixtures[k] = learned(shares[k]);
        }
        var out = new float[SURFACES + 1][shares[0].length];
        for (int i = 0; i < shares[0].length; i++) {
            share(mixtures, i, out);
        }
        return out;
    }

    private void share(@Nullable GaussianMixture[] mixtures, int i, float[][] out) {
        float surface = shares[0][i] + shares[1][i] + shares[2][i];
        float rest = shares[SURFACES][i];
        float ratio = (surface + SHARE_FLOOR) / (rest + SHARE_FLOOR) * vote(mixtures, i);
        float now = ratio / (1 + ratio);
        for (int k = 0; k < SURFACES; k++) {
            out[k][i] = now * shares[k][i] / Math.max(surface, 1e-6f);
        }
        out[SURFACES][i] = 1 - now;
    }

    /** How many times likelier the colour makes the surface. */
    private float vote(@Nullable GaussianMixture[] mixtures, int i) {
        int best = shares[1][i] > shares[0][i] ? 1 : 0;
        best = shares[2][i] > shares[best][i] ? 2 : best;
        var surface = mixtures[best];
        var rest = mixtures[SURFACES];
        if (surface == null || rest == null) {
            return 1;
        }
        float difference = surface.logLikelihood(lab, i) - rest.logLikelihood(lab, i);
        return (float) Math.exp(VOTE_WEIGHT * Math.clamp(difference, -VOTE_MAX, VOTE_MAX));
    }

    private @Nullable GaussianMixture learned(float[] share) {
        int sure = 0;
        for (float value : share) {
            sure += value > SURE ? 1 : 0;
        }
        if (sure < SEEDS_MIN) {
            return null;
        }
        // Evenly spread over the picture instead of drawn, so that the same photo gives the same mask.
        int seeds = Math.min(sure, SEEDS_MAX);
        var colours = new float[seeds][];
        int seen = 0;
        int taken = 0;
        for (int i = 0; i < share.length && taken < seeds; i++) {
            if (share[i] > SURE && (long) seen++ * seeds / sure >= taken) {
                colours[taken++] = new float[] {lab.l()[i], lab.a()[i], lab.b()[i]};
            }
        }
        return GaussianMixture.of(Arrays.copyOf(colours, taken));
    }
}
