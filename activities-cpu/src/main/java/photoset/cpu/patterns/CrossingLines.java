package photoset.cpu.patterns;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import photoset.imaging.regions.BitMask;

/**
 * The lines that go on behind a hole: what is seen on one side of it is seen again on the other one, straight ahead (structure
 * first: Sun, Yuan, Jia and Shum 2005).
 */
public final class CrossingLines {
    /** Beside the hole a line is seen for so many pixels at least. */
    private static final int SHORT_PX = 4;

    /** At one of its ends it is seen for so many, which says in which direction it runs. */
    private static final int LONG_PX = 14;

    /** A fainter line is grain, in levels of 255: what its middle differs by, and the mean over what is across. */
    private static final float RIDGE_MIN = 6;

    private static final float STRENGTH_MIN = 2.5f;

    /** The correlation of what is across the line at both of its ends. */
    private static final float ALIKE_MIN = .85f;

    /** So far beside its middle the line is left. */
    private static final int BESIDE_PX = 3;

    private static final int ENDS_MAX = 48;

    private static final int LINES_MAX = 4;

    /** Two ends closer to each other are of one line. */
    private static final int APART_PX = 4;

    /** A shorter gap is closed by any patch. */
    private static final int HIDDEN_MIN_PX = 8;

    /** What is between the ends is open but for so much. */
    private static final float OPEN_MIN = .8f;

    private final float[] plane;
    private final BitMask open;
    private final BitMask known;
    private final int columns;
    private final float[] ridge;

    private CrossingLines(float[] plane, BitMask open, BitMask known) {
        this.plane = plane;
        this.open = open;
        this.known = known;
        this.columns = open.columns();
        this.ridge = new float[plane.length];
    }

    /**
     * Finds them, those that are most alike at both ends first.
     *
     * @param rgb three channels a place, 0 to 255
     * @param open the hole
     * @param known what is seen around it
     */
    public static List<CrossingLine> of(float[] rgb, BitMask open, BitMask known) {
        float[] grey = new float[open.size()];
        for (int i = 0; i < grey.length; i++) {
            grey[i] = (rgb[3 * i] + rgb[3 * i + 1] + rgb[3 * i + 2]) / 3;
        }
        return new CrossingLines(grey, open, known).found();
    }

    private record Candidate(int first, int second, CrossingLine line, float worth) {}

    private List<CrossingLine> found() {
        int[] ends = ends();
        List<Candidate> candidates = new ArrayList<>();
        for (int i = 0; i < ends.length; i++) {
            for (int k = i + 1; k < ends.length; k++) {
                join(ends[i], ends[k], candidates);
            }
        }
        candidates.sort(Comparator.comparingDouble(candidate -> -candidate.worth));
        List<Candidate> chosen = new ArrayList<>();
        for (var candidate : candidates) {
            if (chosen.size() < LINES_MAX && chosen.stream().noneMatch(other -> shareAnEnd(candidate, other))) {
                chosen.add(candidate);
            }
        }
        return chosen.stream().map(Candidate::line).toList();
    }

    private boolean shareAnEnd(Candidate one, Candidate other) {
        return isNear(one.first, other.first)
                || isNear(one.first, other.second)
                || isNear(one.second, other.first)
                || isNear(one.second, other.second);
    }

    private boolean isNear(int one, int other) {
        return Math.hypot(one % columns - other % columns, one / columns - other / columns) < APART_PX;
    }

    /** The places beside the hole that differ most from what is beside them. */
    private int[] ends() {
        var rim = open.grown(2).without(open.grown(1)).and(known);
        for (int i = rim.next(0); i < rim.size(); i = rim.next(i + 1)) {
            ridge[i] = ridge(i);
        }
        List<Integer> ends = new ArrayList<>();
        for (int i = rim.next(0); i < rim.size(); i = rim.next(i + 1)) {
            if (Math.abs(ridge[i]) >= RIDGE_MIN && isPeak(i)) {
                ends.add(i);
            }
        }
        ends.sort(Comparator.comparingDouble(i -> -Math.abs(ridge[i])));
        return ends.stream().limit(ENDS_MAX).mapToInt(i -> i).toArray();
    }

    /** By how much a place differs from those on both sides of it, across the direction in which that is most. */
    private float ridge(int i) {
        float most = 0;
        for (int step : new int[] {1, columns, columns + 1, columns - 1}) {
            int before = i - BESIDE_PX * step;
            int after = i + BESIDE_PX * step;
            if (before >= 0 && after < plane.length && known.has(before) && known.has(after)) {
                float one = plane[i] - plane[before];
                float other = plane[i] - plane[after];
                float by = one * other > 0 ? Math.signum(one) * Math.min(Math.abs(one), Math.abs(other)) : 0;
                most = Math.abs(by) > Math.abs(most) ? by : most;
            }
        }
        return most;
    }

    private boolean isPeak(int i) {
        for (int down = -2; down <= 2; down++) {
            for (int j = i + down * columns - 2; j <= i + down * columns + 2; j++) {
                boolean isInside = j >= 0 && j < ridge.length && ridge[j] * ridge[i] > 0;
                if (isInside && (Math.abs(ridge[j]) > Math.abs(ridge[i]) || (ridge[j] == ridge[i] && j < i))) {
                    return false;
                }
            }
        }
        return true;
    }

    private void join(int first, int second, List<Candidate> candidates) {
        int row = first / columns;
        int rows = second / columns - row;
        float x = first % columns;
        float y = row;
        float dx = second % columns - x;
        float dy = rows;
        float length = (float) Math.sqrt(dx * dx + dy * dy);
        dx /= length;
        dy /= length;
        if (length < HIDDEN_MIN_PX || ridge[first] * ridge[second] <= 0 || !isHidden(x, y, dx, dy, length)) {
            return;
        }
        var near = new LineProfile(plane, known, dx, dy);
        int seen = near.follow(x, y, -1, LONG_PX);
        var far = new LineProfile(plane, known, dx, dy);
        int beyond = far.follow(x + length * dx, y + length * dy, 1, LONG_PX);
        if (Math.min(seen, beyond) < SHORT_PX || Math.max(seen, beyond) < LONG_PX) {
            return;
        }
        var fainter = near.strength() < far.strength() ? near : far;
        float alike = near.alike(far);
        if (fainter.strength() >= STRENGTH_MIN && alike >= ALIKE_MIN) {
            candidates.add(new Candidate(first, second, new CrossingLine(x, y, dx, dy, length, fainter), alike));
        }
    }

    private boolean isHidden(float x, float y, float dx, float dy, float length) {
        int inside = 0;
        int count = 0;
        for (int along = 2; along < length - 1; along++, count++) {
            inside += open.has(Math.round(y + along * dy) * columns + Math.round(x + along * dx)) ? 1 : 0;
        }
        return inside >= OPEN_MIN * count;
    }
}
