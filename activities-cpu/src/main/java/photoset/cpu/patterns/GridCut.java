package photoset.cpu.patterns;

import java.util.Arrays;

/** The cheapest cut of a grid in two: the shortest paths that are not full are filled until none is left (Dinic 1970). */
final class GridCut {
    private static final int WAYS = 4;

    private final int[][] neighbors;
    private final int[][] free;
    private final int[] given;
    private final int[] taken;
    private final int[] level;
    private final int[] way;
    private final int[] queue;
    private final int[] path;

    /**
     * Nothing costs anything.
     *
     * @param neighbors of each node in four directions, or -1; the first and the second are opposite, so are the others
     */
    GridCut(int[][] neighbors) {
        int size = neighbors[0].length;
        this.neighbors = neighbors;
        this.free = new int[WAYS][size];
        this.given = new int[size];
        this.taken = new int[size];
        this.level = new int[size];
        this.way = new int[size];
        this.queue = new int[size];
        this.path = new int[size + 1];
    }

    void clear() {
        Arrays.fill(given, 0);
        for (int[] capacities : free) {
            Arrays.fill(capacities, 0);
        }
    }

    /** What a node saves if it is changed. */
    void save(int node, int cost) {
        given[node] += cost;
    }

    /** What it costs to change a node and leave its neighbor. */
    void part(int node, int direction, int cost) {
        free[direction][node] += cost;
    }

    /** Which nodes are changed where that is cheapest; where it makes no difference none is. */
    boolean[] changed() {
        for (int i = 0; i < given.length; i++) {
            taken[i] = Math.max(0, -given[i]);
            given[i] = Math.max(0, given[i]);
        }
        for (int starts = reach(); starts > 0; starts = reach()) {
            Arrays.fill(way, 0);
            for (int k = 0; k < starts; k++) {
                while (given[queue[k]] > 0 && fill(queue[k])) {
                    // Another path may begin here.
                }
            }
        }
        boolean[] changed = new boolean[given.length];
        for (int i = 0; i < changed.length; i++) {
            changed[i] = level[i] >= 0;
        }
        return changed;
    }

    /** Counts steps from where something is left to give; from how many nodes, or 0 if none gets to where it is taken. */
    private int reach() {
        Arrays.fill(level, -1);
        int count = 0;
        for (int i = 0; i < given.length; i++) {
            if (given[i] > 0) {
                level[i] = 0;
                queue[count++] = i;
            }
        }
        int starts = count;
        boolean arrives = false;
        for (int k = 0; k < count; k++) {
            int node = queue[k];
            arrives |= taken[node] > 0;
            for (int direction = 0; direction < WAYS; direction++) {
                int next = neighbors[direction][node];
                if (next >= 0 && free[direction][node] > 0 && level[next] < 0) {
                    level[next] = level[node] + 1;
                    queue[count++] = next;
                }
            }
        }
        return arrives ? starts : 0;
    }

    /** Fills one path from a node; whether there was one. */
    private boolean fill(int start) {
        int length = 0;
        int node = start;
        while (taken[node] == 0) {
            int direction = onward(node);
            if (direction < WAYS) {
                path[length++] = node;
                node = neighbors[direction][node];
            } else if (length == 0) {
                return false;
            } else {
                node = path[--length];
                way[node]++;
            }
        }
        send(start, node, length);
        return true;
    }

    private int onward(int node) {
        while (way[node] < WAYS) {
            int next = neighbors[way[node]][node];
            if (next >= 0 && free[way[node]][node] > 0 && level[next] == level[node] + 1) {
                break;
            }
            way[node]++;
        }
        return way[node];
    }

    private void send(int start, int end, int length) {
        int flow = Math.min(given[start], taken[end]);
        for (int k = 0; k < length; k++) {
            flow = Math.min(flow, free[way[path[k]]][path[k]]);
        }
        given[start] -= flow;
        taken[end] -= flow;
        for (int k = 0; k < length; k++) {
            int direction = way[path[k]];
            free[direction][path[k]] -= flow;
            free[direction ^ 1][neighbors[direction][path[k]]] += flow;
        }
    }
}
