package photoset.cpu.removal;

import java.util.Arrays;
import java.util.List;
import photoset.cpu.patterns.ColorCounts;
import photoset.cpu.patterns.CrossingLine;
import photoset.cpu.patterns.CrossingLines;
import photoset.cpu.patterns.MoveList;
import photoset.cpu.patterns.Repetition;
import photoset.cpu.patterns.StayingPlaces;
import photoset.imaging.Blur;
import photoset.imaging.regions.BitMask;

/** Which move of what is around a hole goes on best at its rim. All moves are tried, the likely ones first. */
final class ShiftSearch {
    /** So far beside the hole a moved piece has to fit. */
    private static final int RIM_PX = 4;

    /** Enough pixels of the rim, and of the hole, to judge a shift by. */
    private static final int SAMPLES_MAX = 200;

    /** Fewer of the hole's pixels are no piece. */
    private static final double COVERED_MIN = .3;

    /** A mean difference of so many levels of 255 at the rim is no fit. */
    static final float MISS_MAX = 25;

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

    /** What is more than light can be. */
    private static final float STRONG_COST = 2;

    /** What less of the rim shows is a corner of another thing that touches it. */
    private static final float SEEN_MIN = .03f;

    /** What is around a pixel, to each side: wider than a line. */
    private static final int AROUND_PX = 5;

    /** Of a picture with more moves some are left out: only a hole with hardly anything around it has so many. */
    private static final double TRIES_MAX = 600_000;

    /** A few moves all over show what is cheap, so that most of the others are given up early. */
    private static final int FIRST_STEP = 6;

    /** One of so many places of the rim is looked at first; they say enough where they fit so much worse than they must. */
    private static final int FEW = 6;

    /** Moves to less than a patch apart show the same. */
    private static final int APART_PX = 2 * WorkPicture.REACH + 1;

    /** A shorter move would smear what it copies over itself. */
    private static final int SHORT_PX = 2 * WorkPicture.REACH + 1;

    private static final float FEW_MISS_MAX = 1.5f;

    private final WorkPicture picture;
    private final int[] fitting = new int[SAMPLES_MAX];
    private int fits;
    private float light;
    private final BitMask open;
    private ColorCounts rimColors;
    private final float[] least = new float[WorkPicture.CHANNELS];
    private final float[] most = new float[WorkPicture.CHANNELS];
    private final boolean[] sources;
    private final int[] columnOf;
    private final float[] greys;
    private final float[] detail;
    private final List<CrossingLine> lines;
    private final Repetition repetition;
    private final float alike;
    private final int step;
    private int[] rim = {};
    private int[] inside = {};
    private StayingPlaces staying = new StayingPlaces(inside, 1, 1, 0);
    private MoveList best = new MoveList(1, 1, MISS_MAX);
    private float rimLines;

    /**
     * Looks at a picture.
     *
     * @param open what is to be filled; read anew for each search
     */
    ShiftSearch(WorkPicture picture, BitMask open) {
        this.picture = picture;
        this.open = open;
        this.sources = new boolean[picture.roles.length];
        this.columnOf = new int[sources.length];
        this.greys = new float[sources.length];
        for (int i = 0; i < sources.length; i++) {
            columnOf[i] = i % picture.columns;
            sources[i] = picture.roles[i] == PixelRole.SOURCE;
        }
        this.step = (int) Math.ceil(Math.sqrt(4.0 * sources.length / TRIES_MAX));
        this.rimColors = new ColorCounts(picture.rgb, rim);
        this.detail = detail();
        this.lines = CrossingLines.of(picture.rgb, open, picture.known());
        this.repetition = repetition();
        this.alike = repetition.strongest(2 * AROUND_PX);
    }

    /** Whether neither the rim nor what is around has a pattern, and no line crosses the hole. */
    boolean isPlain() {
        return rimLines < PLAIN_MAX && alike < ALIKE_MIN && lines.isEmpty();
    }

    /** The lines that cross the hole. */
    List<CrossingLine> lines() {
        return lines;
    }

    /** The moves of what is around that cost least for a part of the hole; none if none is needed. */
    List<MoveList.Move> moves(BitMask part, int most) {
        sample(part);
        best = new MoveList(most, APART_PX, MISS_MAX);
        rimLines = lines(rim, 0, 0);
        if (isPlain()) {
            return List.of();
        }
        tryEach(FIRST_STEP * step);
        tryEach(step);
        return best.moves();
    }

    /** How much detail the rim has, in levels of 255. */
    float rimLines() {
        return rimLines;
    }

    private void tryEach(int step) {
        for (int down = 1 - picture.rows; down < picture.rows; down += step) {
            for (int across = 1 - picture.columns; across < picture.columns; across += step) {
                tryOne(across, down);
            }
        }
    }

    private void tryOne(int across, int down) {
        if (across * across + down * down < SHORT_PX * SHORT_PX) {
            return;
        }
        float far = (float) Math.sqrt(down * down + across * across) / Math.max(picture.rows, picture.columns);
        int shift = down * picture.columns + across;
        float cost = DISTANCE_COST * far - PATTERN_WORTH * worth(across, down);
        float limit = best.limit();
        if (cost >= limit
                || inside.length - staying.after(across, down) > uncoveredMost()
                || isFarOff(across, shift, FEW_MISS_MAX * (limit - cost))) {
            return;
        }
        cost += uncovered(across, shift);
        cost += cost < limit ? miss(across, shift, limit - cost) : 0;
        best.offer(across, down, cost);
    }

    private boolean isKnown(int i) {
        return !open.has(i) && picture.roles[i] != PixelRole.VOID;
    }

    private void sample(BitMask part) {
        var near = part.grown(RIM_PX).without(open);
        for (int i = near.next(0); i < near.size(); i = near.next(i + 1)) {
            if (picture.roles[i] == PixelRole.VOID) {
                near.remove(i);
            }
        }
        for (int i = 0; i < greys.length; i++) {
            greys[i] = (picture.rgb[3 * i] + picture.rgb[3 * i + 1] + picture.rgb[3 * i + 2]) / 3;
        }
        rim = some(near);
        inside = some(part);
        staying = new StayingPlaces(inside, picture.columns, picture.rows, WorkPicture.REACH);
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

    private int uncoveredMost() {
        return (int) ((1 - COVERED_MIN) * inside.length);
    }

    private float uncovered(int across, int shift) {
        int most = uncoveredMost();
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
    boolean isSource(int i, int across, int shift) {
        int column = columnOf[i] + across;
        int there = i + shift;
        return column >= 0 && column < picture.columns && there >= 0 && there < sources.length && sources[there];
    }

    private float miss(int across, int shift, float worth) {
        float miss = misses(across, shift, 1);
        if (2 * fits < rim.length) {
            return Float.MAX_VALUE;
        }
        return miss < worth ? miss + strange(across, shift) : miss;
    }

    /** Whether a few places of the rim miss by more, looked at without their light first, which says enough of most moves. */
    private boolean isFarOff(int across, int shift, float most) {
        int looks = (rim.length + FEW - 1) / FEW;
        float enough = most * WorkPicture.CHANNELS * looks;
        float miss = 0;
        for (int k = 0; k < rim.length && miss <= enough; k += FEW) {
            if (isSource(rim[k], across, shift)) {
                int here = 3 * rim[k];
                int there = here + 3 * shift;
                miss += Math.abs(detail[here] - detail[there])
                        + Math.abs(detail[here + 1] - detail[there + 1])
                        + Math.abs(detail[here + 2] - detail[there + 2]);
            }
        }
        return miss > enough || misses(across, shift, FEW) > most;
    }

    /** The mean over one of so many places of the rim. */
    private float misses(int across, int shift, int each) {
        fits = 0;
        float sum = 0;
        for (int k = 0; k < rim.length; k += each) {
            if (isSource(rim[k], across, shift)) {
                fitting[fits++] = rim[k];
                sum += greys[rim[k]] - greys[rim[k] + shift];
            }
        }
        if (fits == 0) {
            return 0;
        }
        light = Math.clamp(sum / fits, -LIGHT_MAX, LIGHT_MAX);
        float[] rgb = picture.rgb;
        float miss = 0;
        for (int k = 0; k < fits; k++) {
            int here = 3 * fitting[k];
            int there = here + 3 * shift;
            for (int channel = 0; channel < WorkPicture.CHANNELS; channel++, here++, there++) {
                miss += Math.abs(detail[here] - detail[there]) + LIGHT_COST * Math.abs(rgb[here] - rgb[there] - light);
            }
        }
        return miss / fits / WorkPicture.CHANNELS;
    }

    /** The share of a piece in colours that the rim has not: another thing stands there. */
    private float strange(int across, int shift) {
        int strange = 0;
        for (int i : inside) {
            if (isSource(i, across, shift)) {
                boolean seen = true;
                for (int channel = 0; channel < WorkPicture.CHANNELS; channel++) {
                    float value = picture.rgb[3 * (i + shift) + channel] + light;
                    seen &= value >= least[channel] && value <= most[channel];
                }
                strange += seen ? 0 : 1;
            }
        }
        float lacking = Math.max(0, rimLines - lines(inside, across, shift));
        return STRANGE_COST * strange / inside.length + LACKING_COST * lacking;
    }

    /** Whether a place has a color that the rim has not. */
    boolean isStrange(int there) {
        return rimColors.isRare(there, SEEN_MIN);
    }

    /** Looks at the rim of a part. */
    void gather(BitMask part) {
        sample(part);
        rimColors = new ColorCounts(picture.rgb, rim);
    }

    /** What light adds to a moved piece at the rim, in levels of 255. */
    float light(int across, int shift) {
        misses(across, shift, 1);
        return fits == 0 ? 0 : light;
    }

    /** How different two places look, in levels of 255. */
    float difference(int here, int there, float lit) {
        float sum = 0;
        for (int one = 3 * here, two = 3 * there; one < 3 * here + WorkPicture.CHANNELS; one++, two++) {
            float by = Math.abs(picture.rgb[one] - picture.rgb[two] - lit);
            sum += Math.abs(detail[one] - detail[two])
                    + LIGHT_COST * Math.min(by, LIGHT_MAX)
                    + STRONG_COST * Math.max(0, by - LIGHT_MAX);
        }
        return sum / WorkPicture.CHANNELS;
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
}
