package photoset.cpu.removal;

import java.util.ArrayList;
import java.util.List;
import photoset.imaging.QuickSelect;

/**
 * Fills a hole so that all of its patches look like patches around it, from coarse to fine (Wexler, Shechtman and Irani
 * 2007): patches are found for what is there, then every pixel becomes the mean of what the patches over it say.
 */
final class Inpainting {
    /** A first guess is made in the size in which a hole has no more pixels: all moves are tried. */
    private static final int GUESSED_PX_MAX = 5_000;

    /** The same of a hole with what is around. */
    private static final int AROUND_PX_MAX = 100_000;

    /** Fewer patches to copy say nothing. */
    private static final int CHOICES_MIN = 60;

    private static final int ROUNDS = 3;

    /** Colors that are spread need grain only. */
    private static final int PLAIN_ROUNDS = 1;

    /** What was found at half the size needs less. */
    private static final int FINER_ROUNDS = 1;

    /** By this factor a patch counts less for each pixel that its middle lies farther inside (Wexler 2007). */
    private static final double TRUST = 1 / 1.3;

    private static final int TRUST_STEPS = 40;

    private static final float[] TRUSTS = new float[TRUST_STEPS];

    static {
        for (int i = 0; i < TRUST_STEPS; i++) {
            TRUSTS[i] = (float) StrictMath.pow(TRUST, i);
        }
    }

    private final List<WorkPicture> sizes = new ArrayList<>();
    private final ShiftGuess guess;

    /**
     * Looks at a picture.
     *
     * @throws RemovalRefused if there is nothing that may be copied
     */
    Inpainting(WorkPicture finest) {
        if (finest.sources().isEmpty()) {
            throw RemovalRefused.ofSurface(1);
        }
        sizes.add(finest);
        while (sizes.getLast().open().count() > GUESSED_PX_MAX || sizes.getLast().roles.length > AROUND_PX_MAX) {
            var half = sizes.getLast().coarser();
            if (half.sources().count() < CHOICES_MIN) {
                break;
            }
            sizes.add(half);
        }
        this.guess = new ShiftGuess(sizes.getLast());
    }

    /** How badly what is around goes on in the hole where it is moved there, in levels of 255. */
    float misfit() {
        return guess.misfit();
    }

    /** Whether nothing around has a pattern that a plane could straighten. */
    boolean isPlain() {
        return guess.isPlain();
    }

    WorkPicture picture() {
        return sizes.getFirst();
    }

    /**
     * Fills the open pixels of the picture; what was found last says where each of its patches is from.
     *
     * @param progress told each round
     */
    PatchSearch fill(int seed, Runnable progress) {
        var search = new PatchSearch(sizes.getLast(), seed);
        search.start(guess.fill());
        rounds(sizes.getLast(), search, guess.isPlain() ? PLAIN_ROUNDS : ROUNDS, progress);
        for (int level = sizes.size() - 2; level >= 0; level--) {
            var picture = sizes.get(level);
            picture.enlarge(sizes.get(level + 1));
            var finer = new PatchSearch(picture, seed + level + 1);
            finer.refine(search);
            // An enlarged line is as far from a sharp one as from none, so the first guess is made of sharp patches.
            finer.compare();
            vote(picture, finer, picture.depth());
            rounds(picture, finer, FINER_ROUNDS, progress);
            search = finer;
        }
        return search;
    }

    private static void rounds(WorkPicture picture, PatchSearch search, int rounds, Runnable progress) {
        float[] depth = picture.depth();
        for (int round = 0; round < rounds; round++) {
            progress.run();
            search.improve(round);
            vote(picture, search, depth);
        }
    }

    /** Every open pixel becomes the mean of what the patches over it say, those that fit best counting most. */
    private static void vote(WorkPicture picture, PatchSearch search, float[] depth) {
        var votes = new PatchVotes(picture);
        float usual = usual(search);
        for (int target : search.targets()) {
            float miss = 1 + search.cost(target) / usual;
            float trust = TRUSTS[Math.min(TRUST_STEPS - 1, (int) depth[target])];
            votes.add(search, target, trust / (miss * miss));
        }
        votes.count();
    }

    /** Three of four patches differ by less (Wexler 2007); a level of 255 at the least, which is rounding. */
    private static float usual(PatchSearch search) {
        int[] targets = search.targets();
        float[] costs = new float[targets.length];
        for (int i = 0; i < targets.length; i++) {
            costs[i] = search.cost(targets[i]);
        }
        return Math.max(1, QuickSelect.at(.75, costs, costs.length));
    }
}
