package photoset.cpu.removal;

import java.util.Arrays;
import photoset.cpu.edges.PullPush;
import photoset.cpu.patterns.Repetition;
import photoset.imaging.Blur;
import photoset.imaging.regions.BitMask;

/**
 * A first guess of what is in a hole: large pieces of what is around, moved so that its rim goes on in them (dominant
 * offsets: He and Sun, Statistics of Patch Offsets, 2012), in the light of the rim (Poisson cloning: Pérez et al. 2003). A
 * pattern that repeats and a line that runs through keep their course; a smooth guess would stay smooth, since nothing fits
 * it better than the inside of a tile.
 */
final class ShiftGuess {
    /** So far beside the hole a moved piece has to fit. */
    private static final int RIM_PX = 4;

    /** Enough pixels of the rim, and of the hole, to judge a shift by. */
    private static final int SAMPLES_MAX = 200;

    /** A hole is put together of so many pieces at the most. */
    private static final int PIECES_MAX = 4;

    /** Fewer of the hole's pixels are no piece. */
    private static final double COVERED_MIN = .3;

    /** A mean difference of so many levels of 255 at the rim is no fit. */
    private static final float MISS_MAX = 25;

    /** What a piece costs in such levels: all of it in colours that the rim has not, and all of the hole not covered. */
    private static final float STRANGE_COST = 60;

    /** A piece with less detail than the rim: the inside of a door is no floor of tiles. */
    private static final float LACKING_COST = .5f;

    /** A rim with less detail than this, in such levels, has no pattern: its colours are spread over the hole. */
    private static final float PLAIN_MAX = 1.5f;

    /** Unless what is around is as much like itself after some move: faint joints are seen all together. */
    private static final float ALIKE_MIN = .2f;

    private static final float UNCOVERED_COST = 6;

    /** From one end of the surroundings to the other. */
    private static final float DISTANCE_COST = 1;

    /** Beyond the rim's colours by so much is grain. */
    private static final float GRAIN = 8;

    /** More is an edge of another thing, which says nothing about a pattern. */
    private static final float STRONG = 5;

    /** What all around says of a move beside what the rim says of it. */
    private static final float PATTERN_WORTH = 3;

    private static final float LIGHT_MAX = 25;

    /** A difference in colour that changes slowly is mostly light, and is taken out. */
    private static final float LIGHT_COST = .35f;

    private static final int LIGHT_PX = 6;

    /** What is around a pixel, to each side: wider than a line. */
    private static final int AROUND_PX = 5;

    private final WorkPicture picture;
    private final BitMask open;
    private final int[] from;
    private final float[] least = new float[WorkPicture.CHANNELS];
    private final float[] most = new float[WorkPicture.CHANNELS];
    private final float[] detail;
    private final Repetition repetition;
    private final float alike;
    private int[] rim = {};
    private int[] inside = {};
    private float cheapest;
    private float rimLines;
    private int shift;
    private final float misfit;

    ShiftGuess(WorkPicture picture) {
        this.picture = picture;
        this.open = picture.open();
        this.from = new int[picture.roles.length];
        Arrays.fill(from, PatchSearch.NONE);
        this.detail = detail();
        this.repetition = repetition();
        this.alike = repetition.strongest(2 * AROUND_PX);
        sample();
        this.shift = best();
        this.misfit = cheapest;
    }

    /** What the best piece costs, in levels of 255. */
    float misfit() {
        return misfit;
    }

    /** Fills the picture; the place that each open pixel was moved from, where it was. */
    int[] fill() {
        for (int piece = 0; piece < PIECES_MAX && shift != 0; piece++) {
            copy(shift);
            sample();
            shift = open.isEmpty() ? 0 : best();
        }
        spread();
        return from;
    }

    private boolean isKnown(int i) {
        return !open.has(i) && picture.roles[i] != PixelRole.VOID;
    }

    private void sample() {
        var near = open.grown(RIM_PX).without(open);
        for (int i = near.next(0); i < near.size(); i = near.next(i + 1)) {
            if (picture.roles[i] == PixelRole.VOID) {
                near.remove(i);
            }
        }
        rim = some(near);
        inside = some(open);
        Arrays.fill(least, 255);
        Arrays.fill(most, 0);
        for (int i : rim) {
            for (int channel = 0; channel < WorkPicture.CHANNELS; channel++) {
                least[channel] = Math.min(least[channel], picture.rgb[3 * i + channel] - GRAIN);
                most[channel] = Math.max(most[channel], picture.rgb[3 * i + channel] + GRAIN);
            }
        }
    }

    private static int[] some(BitMask mask) {
        int all = mask.count();
        int[] some = new int[Math.min(all, SAMPLES_MAX)];
        int at = 0;
        for (int i = mask.next(0), k = 0; i < mask.size() && at < some.length; i = mask.next(i + 1), k++) {
            if ((long) k * some.length / all >= at) {
                some[at++] = i;
            }
        }
        return some;
    }

    /** The shift that costs least, as a difference of places; 0 if none fits. */
    private int best() {
        int best = 0;
        cheapest = MISS_MAX;
        rimLines = lines(rim, 0, 0);
        if (rimLines < PLAIN_MAX && alike < ALIKE_MIN) {
            cheapest = rimLines;
            return 0;
        }
        for (int down = 1 - picture.rows; down < picture.rows; down++) {
            for (int across = 1 - picture.columns; across < picture.columns; across++) {
                float far = (float) Math.sqrt(down * down + across * across) / Math.max(picture.rows, picture.columns);
                int shift = down * picture.columns + across;
                float cost = DISTANCE_COST * far - PATTERN_WORTH * worth(across, down);
                cost += cost < cheapest ? uncovered(across, shift) : 0;
                cost += cost < cheapest ? miss(across, shift, cheapest - cost) : 0;
                if (cost < cheapest) {
                    cheapest = cost;
                    best = shift;
                }
            }
        }
        return best;
    }

    /** Colours without the light around them, which the rim gives: beside a hole half of its surroundings are not known. */
    private float[] detail() {
        float[] sums = new float[picture.rgb.length];
        float[] counts = new float[picture.roles.length];
        for (int i = 0; i < counts.length; i++) {
            counts[i] = isKnown(i) ? 1 : 0;
        }
        var blur = new Blur(picture.columns, picture.rows);
        float[] weights = counts.clone();
        blur.box(weights, AROUND_PX);
        for (int channel = 0; channel < WorkPicture.CHANNELS; channel++) {
            float[] plane = new float[counts.length];
            for (int i = 0; i < plane.length; i++) {
                plane[i] = counts[i] * picture.rgb[3 * i + channel];
            }
            blur.box(plane, AROUND_PX);
            for (int i = 0; i < plane.length; i++) {
                sums[3 * i + channel] =
                        counts[i] * (picture.rgb[3 * i + channel] - plane[i] / Math.max(1e-6f, weights[i]));
            }
        }
        return sums;
    }

    private Repetition repetition() {
        float[] values = new float[picture.roles.length];
        float[] weights = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            weights[i] = isKnown(i) ? 1 : 0;
            values[i] = weights[i]
                    * Math.clamp((detail[3 * i] + detail[3 * i + 1] + detail[3 * i + 2]) / 3, -STRONG, STRONG);
        }
        return new Repetition(values, weights, picture.columns);
    }

    /** By how much less than by chance what is around differs from itself when it is moved so, in levels of 255. */
    private float worth(int across, int down) {
        float alike = Math.clamp(repetition.at(across, down), 0, 1);
        return repetition.deviation() * (float) (Math.sqrt(2) - Math.sqrt(2 * (1 - alike)));
    }

    private float uncovered(int across, int shift) {
        int most = (int) ((1 - COVERED_MIN) * inside.length);
        int uncovered = 0;
        for (int i : inside) {
            uncovered += isSource(i, across, shift) ? 0 : 1;
            if (uncovered > most) {
                return Float.MAX_VALUE;
            }
        }
        return UNCOVERED_COST * uncovered / inside.length;
    }

    /** Whether the moved place is in the picture, and may be copied. */
    private boolean isSource(int i, int across, int shift) {
        int column = i % picture.columns + across;
        int there = i + shift;
        return column >= 0
                && column < picture.columns
                && there >= 0
                && there < picture.roles.length
                && picture.roles[there] == PixelRole.SOURCE;
    }

    private float miss(int across, int shift, float worth) {
        float light = 0;
        int count = 0;
        for (int i : rim) {
            if (isSource(i, across, shift)) {
                light += grey(i) - grey(i + shift);
                count++;
            }
        }
        if (2 * count < rim.length) {
            return Float.MAX_VALUE;
        }
        float by = Math.clamp(light / count, -LIGHT_MAX, LIGHT_MAX);
        float miss = 0;
        float most = worth * count * WorkPicture.CHANNELS;
        for (int i : rim) {
            if (miss < most && isSource(i, across, shift)) {
                for (int channel = 0; channel < WorkPicture.CHANNELS; channel++) {
                    int at = 3 * i + channel;
                    miss += Math.abs(detail[at] - detail[at + 3 * shift]);
                    miss += LIGHT_COST * Math.abs(picture.rgb[at] - picture.rgb[at + 3 * shift] - by);
                }
            }
        }
        miss = miss / count / WorkPicture.CHANNELS;
        return miss < worth ? miss + strange(across, shift, by) : miss;
    }

    /** The share of a piece in colours that the rim has not: another thing stands there. */
    private float strange(int across, int shift, float by) {
        int strange = 0;
        for (int i : inside) {
            if (isSource(i, across, shift)) {
                boolean seen = true;
                for (int channel = 0; channel < WorkPicture.CHANNELS; channel++) {
                    float value = picture.rgb[3 * (i + shift) + channel] + by;
                    seen &= value >= least[channel] && value <= most[channel];
                }
                strange += seen ? 0 : 1;
            }
        }
        float lacking = Math.max(0, rimLines - lines(inside, across, shift));
        return STRANGE_COST * strange / inside.length + LACKING_COST * lacking;
    }

    /** How much detail there is at these places when they are moved, in levels of 255. */
    private float lines(int[] places, int across, int shift) {
        float sum = 0;
        int count = 0;
        for (int i : places) {
            if (isSource(i, across, shift)) {
                int at = 3 * (i + shift);
                sum += Math.abs(detail[at]) + Math.abs(detail[at + 1]) + Math.abs(detail[at + 2]);
                count++;
            }
        }
        return count == 0 ? 0 : sum / count / WorkPicture.CHANNELS;
    }

    private float grey(int i) {
        return (picture.rgb[3 * i] + picture.rgb[3 * i + 1] + picture.rgb[3 * i + 2]) / 3;
    }

    private void copy(int shift) {
        int across = Math.floorMod(shift + picture.columns / 2, picture.columns) - picture.columns / 2;
        var covered = new BitMask(picture.columns, picture.rows);
        for (int i = open.next(0); i < open.size(); i = open.next(i + 1)) {
            if (isSource(i, across, shift)) {
                covered.add(i);
            }
        }
        float[] light = light(covered, across, shift);
        for (int i = covered.next(0); i < covered.size(); i = covered.next(i + 1)) {
            open.remove(i);
            from[i] = i + shift;
            for (int channel = 3 * i; channel < 3 * i + 3; channel++) {
                picture.rgb[channel] = Math.clamp(picture.rgb[channel + 3 * shift] + light[channel], 0f, 255f);
            }
        }
    }

    /** What the light at the rim adds to the moved piece, spread over all of it. */
    private float[] light(BitMask covered, int across, int shift) {
        var known = new BitMask(picture.columns, picture.rows);
        float[][] differences = new float[WorkPicture.CHANNELS][picture.roles.length];
        var beside = covered.grown(2).without(covered);
        for (int i = beside.next(0); i < beside.size(); i = beside.next(i + 1)) {
            if (isKnown(i) && isSource(i, across, shift)) {
                known.add(i);
                for (int channel = 0; channel < WorkPicture.CHANNELS; channel++) {
                    float by = picture.rgb[3 * i + channel] - picture.rgb[3 * (i + shift) + channel];
                    differences[channel][i] = Math.clamp(by, -LIGHT_MAX, LIGHT_MAX);
                }
            }
        }
        for (float[] plane : differences) {
            smooth(plane, known);
        }
        return PullPush.of(differences[0], differences[1], differences[2], known, covered);
    }

    /** Light changes slowly along a rim; a line that does not quite meet its own is no light. */
    private void smooth(float[] plane, BitMask known) {
        float[] counts = new float[plane.length];
        for (int i = known.next(0); i < known.size(); i = known.next(i + 1)) {
            counts[i] = 1;
        }
        var blur = new Blur(picture.columns, picture.rows);
        blur.box(plane, LIGHT_PX);
        blur.box(counts, LIGHT_PX);
        for (int i = known.next(0); i < known.size(); i = known.next(i + 1)) {
            plane[i] /= counts[i];
        }
    }

    /** What no piece covers takes the colours around, spread smoothly, which carries their light across. */
    private void spread() {
        var known = new BitMask(picture.columns, picture.rows);
        float[][] planes = new float[WorkPicture.CHANNELS][picture.roles.length];
        for (int i = 0; i < picture.roles.length; i++) {
            if (isKnown(i)) {
                known.add(i);
                for (int channel = 0; channel < WorkPicture.CHANNELS; channel++) {
                    planes[channel][i] = picture.rgb[3 * i + channel];
                }
            }
        }
        float[] all = PullPush.of(planes[0], planes[1], planes[2], known, open);
        for (int i = open.next(0); i < open.size(); i = open.next(i + 1)) {
            System.arraycopy(all, 3 * i, picture.rgb, 3 * i, WorkPicture.CHANNELS);
        }
    }
}
