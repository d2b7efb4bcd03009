package photoset.cpu.patterns;

import java.util.ArrayList;
import java.util.List;

/** The cheapest moves of a search, of neighboring ones only the cheapest. */
public final class MoveList {
    private final int most;
    private final int apart;
    private final float costMax;
    private final List<Move> moves = new ArrayList<>();

    /**
     * An empty list.
     *
     * @param most moves that are kept
     * @param apart pixels that they lie apart, along one axis at the least
     * @param costMax what costs as much is not kept
     */
    public MoveList(int most, int apart, float costMax) {
        this.most = most;
        this.apart = apart;
        this.costMax = costMax;
    }

    /** A move by so many pixels, and what it costs. */
    public record Move(int across, int down, float cost) {
        boolean isNear(int column, int row, int apart) {
            return Math.abs(across - column) < apart && Math.abs(down - row) < apart;
        }
    }

    /** What a move must cost less than to be kept, wherever it goes. */
    public float limit() {
        return moves.size() < most ? costMax : moves.getLast().cost();
    }

    /** Keeps a move if it belongs to the cheapest. */
    public void offer(int across, int down, float cost) {
        if (cost >= limit() || moves.stream().anyMatch(m -> m.cost() <= cost && m.isNear(across, down, apart))) {
            return;
        }
        moves.removeIf(m -> m.isNear(across, down, apart));
        int at = 0;
        while (at < moves.size() && moves.get(at).cost() <= cost) {
            at++;
        }
        moves.add(at, new Move(across, down, cost));
        if (moves.size() > most) {
            moves.removeLast();
        }
    }

    /** The cheapest first. */
    public List<Move> moves() {
        return List.copyOf(moves);
    }
}
