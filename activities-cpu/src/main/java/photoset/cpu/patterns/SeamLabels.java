package photoset.cpu.patterns;

/**
 * Which of some pictures is seen at each place, so that the seams between them cost least: alpha expansion (Boykov, Veksler and
 * Zabih 2001), which changes as many places as pay to one picture after the other.
 */
public final class SeamLabels {
    /** Later rounds change hardly anything. */
    private static final int ROUNDS = 2;

    private final int[][] neighbors;
    private final int[][] own;
    private final Seams seams;
    private final int[] label;
    private final GridCut cut;

    /** What seams cost. */
    public interface Seams {
        /**
         * What a seam between two neighbors costs; 0 where the labels are the same.
         *
         * @param one label of the first node
         * @param two label of the second one
         */
        int cost(int first, int second, int one, int two);
    }

    /**
     * Looks at a problem.
     *
     * @param neighbors of each node to the right, left, below and above, or -1
     * @param own what each label costs at each node
     */
    public SeamLabels(int[][] neighbors, int[][] own, Seams seams) {
        this.neighbors = neighbors;
        this.own = own;
        this.seams = seams;
        this.label = new int[neighbors[0].length];
        this.cut = new GridCut(neighbors);
    }

    /** The label of each node. */
    public int[] best() {
        for (int node = 0; node < label.length; node++) {
            for (int other = 1; other < own.length; other++) {
                label[node] = own[other][node] < own[label[node]][node] ? other : label[node];
            }
        }
        int unchanged = 0;
        for (int turn = 0; turn < ROUNDS * own.length && unchanged < own.length; turn++) {
            unchanged = expand(turn % own.length) ? 0 : unchanged + 1;
        }
        return label;
    }

    private boolean expand(int to) {
        cut.clear();
        for (int node = 0; node < label.length; node++) {
            cut.save(node, own[label[node]][node] - own[to][node]);
            join(node, 0, to);
            join(node, 2, to);
        }
        boolean[] changed = cut.changed();
        boolean changes = false;
        for (int node = 0; node < label.length; node++) {
            if (changed[node] && label[node] != to) {
                label[node] = to;
                changes = true;
            }
        }
        return changes;
    }

    /** Kolmogorov and Zabih 2004: a cost of two as costs of each, and one of parting them. */
    private void join(int node, int direction, int to) {
        int next = neighbors[direction][node];
        if (next < 0) {
            return;
        }
        int one = label[node];
        int two = label[next];
        int none = seams.cost(node, next, one, two);
        int second = seams.cost(node, next, one, to);
        int first = seams.cost(node, next, to, two);
        cut.save(node, second);
        cut.save(next, none - second);
        cut.part(node, direction, Math.max(0, first + second - none));
    }
}
