package photoset.gpu.masks;

/** Disjoint sets of numbers (union-find with path halving); the least member names its set. */
final class UnionFind {
    private final int[] parent;

    UnionFind(int size) {
        parent = new int[size];
        for (int i = 0; i < size; i++) {
            parent[i] = i;
        }
    }

    int find(int member) {
        int at = member;
        while (parent[at] != at) {
            parent[at] = parent[parent[at]];
            at = parent[at];
        }
        return at;
    }

    void join(int one, int other) {
        int a = find(one);
        int b = find(other);
        if (a < b) {
            parent[b] = a;
        } else {
            parent[a] = b;
        }
    }
}
