package photoset.cpu.removal;

import java.util.Arrays;
import photoset.cpu.noise.Hash;
import photoset.imaging.regions.BitMask;

/**
 * For every patch that touches the hole the most similar one that may be copied (PatchMatch: Barnes et al. 2009, random
 * guesses that neighbours hand on). Random numbers are made of places, so the same picture gives the same patches.
 */
final class PatchSearch {
    /** No patch at all. */
    static final int NONE = -1;

    private final WorkPicture picture;
    private final int columns;
    private final int seed;
    private final PatchDifference difference;
    private final BitMask sources;
    private final int[] choices;
    private final int[] targets;
    private final int[] sizes;
    private final int[] match;
    private final float[] cost;
    private final float[] light;

    PatchSearch(WorkPicture picture, int seed) {
        this.picture = picture;
        this.columns = picture.columns;
        this.seed = seed;
        this.sources = picture.sources();
        this.choices = pixels(sources);
        int size = picture.roles.length;
        boolean[] seen = new boolean[size];
        for (int i = 0; i < size; i++) {
            seen[i] = picture.roles[i] != PixelRole.VOID;
        }
        this.difference = new PatchDifference(picture, seen);
        this.match = new int[size];
        Arrays.fill(match, NONE);
        this.sizes = new int[size];
        this.cost = new float[size];
        this.light = new float[size * WorkPicture.CHANNELS];
        this.targets = touching();
    }

    private int[] touching() {
        var near = picture.open().grown(WorkPicture.REACH);
        var inner = new BitMask(columns, picture.rows);
        for (int y = 0; y < picture.innerRows(); y++) {
            for (int x = 0; x < picture.innerColumns(); x++) {
                inner.add(picture.at(x, y));
            }
        }
        int[] places = pixels(near.and(inner));
        for (int target : places) {
            sizes[target] = Math.max(1, difference.size(target));
        }
        return places;
    }

    private static int[] pixels(BitMask mask) {
        int[] pixels = new int[mask.count()];
        int count = 0;
        for (int i = mask.next(0); i < mask.size(); i = mask.next(i + 1)) {
            pixels[count++] = i;
        }
        return pixels;
    }

    /** The middles of all patches that may be copied. */
    int[] choices() {
        return choices;
    }

    /** The middles of all patches that touch the hole, rows from the top. */
    int[] targets() {
        return targets;
    }

    /** The middle of the patch that is most similar to one. */
    int match(int target) {
        return match[target];
    }

    /** The mean squared difference of a pixel's channels beyond light. */
    float cost(int target) {
        return cost[target];
    }

    /** What light adds to a channel of the patch that was found. */
    float light(int target, int channel) {
        return light[target * WorkPicture.CHANNELS + channel];
    }

    /**
     * Starts with a first guess.
     *
     * @param from the place that each open pixel was copied from
     */
    void start(int[] from) {
        for (int target : targets) {
            match[target] = from[target] != NONE && sources.has(from[target]) ? from[target] : any(target, 0);
        }
    }

    private int any(int target, int round) {
        int hash = Hash.of(seed, target, round);
        return choices[Math.min(choices.length - 1, (int) (Hash.share(hash, 1) * choices.length))];
    }

    /** Starts with what was found at half the size. */
    void refine(PatchSearch coarser) {
        for (int target : targets) {
            int x = target % columns - WorkPicture.REACH;
            int y = target / columns - WorkPicture.REACH;
            int near = coarser.picture.at(x / 2, y / 2);
            int there = coarser.match[near];
            match[target] = any(target, 0);
            if (there != NONE) {
                int column = 2 * (there % coarser.columns - WorkPicture.REACH) + x % 2;
                int row = 2 * (there / coarser.columns - WorkPicture.REACH) + y % 2;
                if (column < picture.innerColumns() && row < picture.innerRows()) {
                    int wanted = picture.at(column, row);
                    match[target] = sources.has(wanted) ? wanted : match[target];
                }
            }
        }
    }

    /** Compares anew, since the hole's colours have changed. */
    void compare() {
        for (int target : targets) {
            cost[target] = Float.MAX_VALUE;
            offer(target, match[target]);
        }
    }

    /** Compares anew and looks on from there: once forth and once back. */
    void improve(int round) {
        compare();
        for (int i = 0; i < targets.length; i++) {
            handOn(targets[i], 1);
            handOn(targets[i], columns);
            guess(targets[i], round);
        }
        for (int i = targets.length - 1; i >= 0; i--) {
            handOn(targets[i], -1);
            handOn(targets[i], -columns);
        }
    }

    private void guess(int target, int round) {
        int hash = Hash.of(seed + round, target % columns, target / columns);
        int draw = 0;
        for (int reach = Math.max(columns, picture.rows); reach >= 1; reach /= 2) {
            int from = match[target];
            int column = from % columns + Math.round(reach * Hash.signed(hash, draw++));
            int row = from / columns + Math.round(reach * Hash.signed(hash, draw++));
            if (column >= 0 && column < columns && row >= 0 && row < picture.rows) {
                offer(target, row * columns + column);
            }
        }
    }

    private void handOn(int target, int step) {
        int there = match[target - step];
        if (there != NONE) {
            offer(target, there + step);
        }
    }

    private void offer(int target, int source) {
        if (source < 0 || source >= match.length || !sources.has(source)) {
            return;
        }
        float by = difference.of(target, source, cost[target] * sizes[target]) / sizes[target];
        if (by < cost[target]) {
            cost[target] = by;
            match[target] = source;
            for (int channel = 0; channel < WorkPicture.CHANNELS; channel++) {
                light[target * WorkPicture.CHANNELS + channel] = difference.light(channel);
            }
        }
    }
}
