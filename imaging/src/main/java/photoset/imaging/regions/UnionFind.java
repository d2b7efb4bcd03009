package photoset.imaging.regions;

/** Disjoint sets of numbers (union-find with path halving); the least member names its set. */
public final class UnionFind {
    private final int[] parent;

    /** Every number below {@code size} in a set of its own. */
    public UnionFind(int size) {
        parent = new int[size];
        for (int i = 0; i < size; i++) {
            parent[i] = i;
        }
    }

    /** The name of a member's set. */
    public int find(int member) {
        int at = member;
        while (parent[at] != at) {
            parent[at] = parent[parent[at]];
            at = parent[at];
        }
        return at;
    }

    /** Makes one set of two and returns its name. */
    public int join(int one, int other) {
        int a = find(one);
        int b = find(other);
        int least = Math.min(a, b);
        parent[Math.max(a, b)] = least;
        return least;
    }
}
