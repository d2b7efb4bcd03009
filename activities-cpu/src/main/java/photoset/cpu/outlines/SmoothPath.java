package photoset.cpu.outlines;

import java.util.Arrays;

/**
 * The cheapest way through a table of costs, a place in each row, from the last row on into the first: as in active contours
 * that are solved by dynamic programming (Amini, Weymouth, Jain, PAMI 1990). Steps cost by how long they are and by how much
 * they differ from the step before, so that a slanted line costs little and a jagged one much.
 */
final class SmoothPath {
    /** The longest step from one row to the next, in places. */
    private static final int STEP_MAX = 2;

    private static final int STEPS = 2 * STEP_MAX + 1;

    private static final float STEP = .125f;
    private static final float TURN = .125f;

    /** Rows that are gone through once more, half of them before and half after, because a closed line has no beginning. */
    private static final int OVERLAP = 80;

    private static final float NO_WAY = 1e9f;

    private final float[][] costs;
    private final int places;
    private final int rows;
    private final byte[][] before;

    private SmoothPath(float[][] costs) {
        this.costs = costs;
        this.places = costs[0].length;
        this.rows = costs.length + Math.min(OVERLAP, costs.length);
        this.before = new byte[rows][places * STEPS];
    }

    /** The place in each row. */
    static int[] through(float[][] costs) {
        var path = new SmoothPath(costs);
        return path.back(path.last());
    }

    /** The best state in the last row; a state is a place and the step that led to it. */
    private int last() {
        float[] now = new float[places * STEPS];
        float[] then = new float[now.length];
        Arrays.fill(now, NO_WAY);
        for (int place = 0; place < places; place++) {
            now[place * STEPS + STEP_MAX] = costs[0][place];
        }
        for (int row = 1; row < rows; row++) {
            advance(row, now, then);
            float[] swapped = now;
            now = then;
            then = swapped;
        }
        int best = 0;
        for (int state = 1; state < now.length; state++) {
            best = now[state] < now[best] ? state : best;
        }
        return best;
    }

    private void advance(int row, float[] now, float[] then) {
        float[] cost = costs[row % costs.length];
        for (int state = 0; state < now.length; state++) {
            int step = state % STEPS - STEP_MAX;
            int from = state / STEPS - step;
            then[state] = NO_WAY;
            if (from >= 0 && from < places) {
                int best = cheapest(now, from, step);
                then[state] = now[from * STEPS + best]
                        + TURN * Math.abs(step + STEP_MAX - best)
                        + STEP * Math.abs(step)
                        + cost[state / STEPS];
                before[row][state] = (byte) best;
            }
        }
    }

    private static int cheapest(float[] now, int from, int step) {
        int best = 0;
        float least = Float.MAX_VALUE;
        for (int earlier = 0; earlier < STEPS; earlier++) {
            float cost = now[from * STEPS + earlier] + TURN * Math.abs(step + STEP_MAX - earlier);
            if (cost < least) {
                least = cost;
                best = earlier;
            }
        }
        return best;
    }

    private int[] back(int last) {
        int[] way = new int[costs.length];
        int end = rows - (rows - costs.length) / 2;
        int state = last;
        for (int row = rows - 1; row >= end - costs.length; row--) {
            if (row < end) {
                way[row % costs.length] = state / STEPS;
            }
            int from = state / STEPS - (state % STEPS - STEP_MAX);
            state = Math.max(0, from) * STEPS + before[row][state];
        }
        return way;
    }
}
