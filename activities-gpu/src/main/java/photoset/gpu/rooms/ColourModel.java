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

    /** Steps a log unit: each changes a vote by a thousandth. */
    private static final int VOTE_STEPS = 400;

    /** From the lowest vote to the highest. */
    private static final float[] VOTES = votes();

    /** Keeps a class of share zero from being ruled out. */
    private static final float SHARE_FLOOR = .02f;

    /** Smooths the noise of single pixels away, not the colour of anything. */
    private static final double NOISE_SIGMA_PX = 1;

    private final Lab.Planes lab;
    private final SurfaceShares shares;

    private static float[] votes() {
        var votes = new float[2 * (int) VOTE_MAX * VOTE_STEPS + 1];
        for (int i = 0; i < votes.length; i++) {
            votes[i] = (float) Math.exp(VOTE_WEIGHT * ((double) i / VOTE_STEPS - VOTE_MAX));
        }
        return votes;
    }

    /** Over a picture and the shares of its pixels. */
    ColourModel(Raster picture, SurfaceShares shares) {
        this.lab = Lab.planes(picture);
        this.shares = shares;
        var blur = new Blur(picture.width(), picture.height());
        blur.convolve(lab.l(), NOISE_SIGMA_PX);
        blur.convolve(lab.a(), NOISE_SIGMA_PX);
        blur.convolve(lab.b(), NOISE_SIGMA_PX);
    }

    /** The colours of each class; null for one with too few sure pixels. */
    private record Mixtures(
            @Nullable GaussianMixture wall,
            @Nullable GaussianMixture floor,
            @Nullable GaussianMixture ceiling,
            @Nullable GaussianMixture other) {}

    /** The shares after the vote; they sum to one. */
    SurfaceShares refined() {
        var mixtures = new Mixtures(
                learned(shares.wall()), learned(shares.floor()), learned(shares.ceiling()), learned(shares.other()));
        var out = SurfaceShares.blank(shares.wall().length);
        for (int i = 0; i < shares.wall().length; i++) {
            share(mixtures, i, out);
        }
        return out;
    }

    private void share(Mixtures mixtures, int i, SurfaceShares out) {
        float surface = shares.wall()[i] + shares.floor()[i] + shares.ceiling()[i];
        float rest = shares.other()[i];
        float ratio = (surface + SHARE_FLOOR) / (rest + SHARE_FLOOR) * vote(mixtures, i);
        float now = ratio / (1 + ratio);
        float some = Math.max(surface, 1e-6f);
        out.wall()[i] = now * shares.wall()[i] / some;
        out.floor()[i] = now * shares.floor()[i] / some;
        out.ceiling()[i] = now * shares.ceiling()[i] / some;
        out.other()[i] = 1 - now;
    }

    /** How many times likelier the colour makes the surface. */
    private float vote(Mixtures mixtures, int i) {
        boolean isFloor = shares.floor()[i] > shares.wall()[i];
        boolean isCeiling = shares.ceiling()[i] > Math.max(shares.floor()[i], shares.wall()[i]);
        var surface = isCeiling ? mixtures.ceiling : isFloor ? mixtures.floor : mixtures.wall;
        var rest = mixtures.other;
        if (surface == null || rest == null) {
            return 1;
        }
        float difference = surface.logLikelihood(lab, i) - rest.logLikelihood(lab, i);
        float cut = Math.min(Math.max(difference, -VOTE_MAX), VOTE_MAX);
        return VOTES[(int) ((cut + VOTE_MAX) * VOTE_STEPS + .5f)];
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
