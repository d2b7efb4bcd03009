package photoset.cpu.patterns;

import java.util.ArrayList;
import java.util.List;
import photoset.cpu.patterns.MoveList.Move;

/**
 * A straight line that is seen on both sides of a hole.
 *
 * @param x where it enters the hole
 * @param alongX its direction, of length 1
 * @param length of what is hidden, in pixels
 * @param fainter what is seen across it at the end where it is fainter
 */
public record CrossingLine(float x, float y, float alongX, float alongY, float length, LineProfile fainter) {
    /** A move goes by whole pixels, so a longer one may lie along the line better. */
    private static final int LONGER_MAX = 10;

    /** How little of the line is seen where a place of the hole is moved to: 0 all of it, or it goes on elsewhere; 1 nothing. */
    public float lacking(int column, int row, int across, int down) {
        float along = (column - x) * alongX + (row - y) * alongY;
        float beside = (row - y) * alongX - (column - x) * alongY;
        if (along < 0 || along > length || Math.abs(beside) > LineProfile.HALF) {
            return 0;
        }
        return fainter.lacking(x + along * alongX + across, y + along * alongY + down);
    }

    /** Moves along the line that bring into the hole what is seen of it on one side or the other. */
    public List<Move> moves() {
        List<Move> moves = new ArrayList<>();
        for (float far : new float[] {length + 2, length / 2 + 2}) {
            moves.add(along(far));
            moves.add(along(-far));
        }
        return moves;
    }

    private Move along(float far) {
        Move best = new Move(0, 0, Float.MAX_VALUE);
        for (int more = 0; more <= LONGER_MAX; more++) {
            float by = far + Math.signum(far) * more;
            int across = Math.round(by * alongX);
            int down = Math.round(by * alongY);
            float off = Math.abs(across * alongY - down * alongX);
            best = off < best.cost() ? new Move(across, down, off) : best;
        }
        return best;
    }
}
