package photoset.cpu.removal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import photoset.cpu.patterns.MoveList.Move;
import photoset.cpu.patterns.SeamLabels;
import photoset.imaging.regions.BitMask;

/**
 * Puts a hole together of moved pieces whose seams show least (shift maps: Pritch, Kav-Venaki and Peleg 2009): moves that fit
 * all of the rim or a side of it, and their multiples, after which a pattern goes on as well.
 */
final class MovedPieces {
    /** Moves that fit all of the rim. */
    static final int WHOLE_MAX = 6;

    /** Moves that fit one side of it. */
    private static final int SIDE_MAX = 3;

    private static final int SIDES = 4;

    /** A move is repeated so often at the most: perspective makes it less true each time. */
    private static final int REPEATED_MAX = 4;

    private static final int MOVES_MAX = 32;

    /** Light that lies over all of the rim is added to a piece; not all of what looks like it is light. */
    private static final float LIGHT_SHARE = .7f;

    /** Costs are whole numbers, so that cuts are exact. */
    private static final float UNIT = 16;

    /** A place that a move takes from where nothing may be copied; the sum over a hole stays a whole number. */
    private static final int IMPOSSIBLE = 1 << 20;

    /** A place at the rim counts as much as so many seams that end at it. */
    private static final float RIM_WORTH = 4;

    private static final int RIM_PX = 2;

    /** A seam to a place of which nothing is known, in levels of 255. */
    private static final float UNKNOWN_COST = 30;

    /** A place in a color that the rim has not, in levels of 255. */
    private static final float STRANGE_COST = 6;

    /** A place where a line that crosses the hole would be broken, in levels of 255. */
    private static final float BROKEN_COST = 10;

    /** Of what a move costs at the rim, for each place: of two that show the same the better one. */
    private static final float COST_SHARE = .04f;

    private final WorkPicture picture;
    private final BitMask open;
    private final ShiftSearch search;
    private final List<Move> moves;
    private final int[] places;
    private final int[] node;
    private final int[] shifts;
    private final float[] lights;

    MovedPieces(WorkPicture picture, BitMask open, ShiftSearch search, List<Move> whole) {
        this.picture = picture;
        this.open = open;
        this.search = search;
        this.moves = candidates(whole);
        this.places = new int[open.count()];
        this.node = new int[picture.roles.length];
        Arrays.fill(node, -1);
        for (int i = open.next(0), at = 0; i < open.size(); i = open.next(i + 1)) {
            node[i] = at;
            places[at++] = i;
        }
        search.gather(open);
        this.shifts = new int[moves.size()];
        this.lights = new float[shifts.length];
        for (int k = 0; k < shifts.length; k++) {
            shifts[k] = moves.get(k).down() * picture.columns + moves.get(k).across();
            lights[k] = LIGHT_SHARE * search.light(moves.get(k).across(), shifts[k]);
        }
    }

    /** What is moved, and how. */
    record Piece(BitMask places, Move move) {}

    private List<Move> candidates(List<Move> whole) {
        List<Move> all = new ArrayList<>(whole);
        for (int side = 0; side < SIDES; side++) {
            search.moves(side(side), SIDE_MAX).forEach(move -> add(move, all));
        }
        search.lines().stream().flatMap(line -> line.moves().stream()).forEach(move -> add(move, all));
        for (var move : List.copyOf(all)) {
            for (int times = 2; times <= REPEATED_MAX && all.size() < MOVES_MAX; times++) {
                if (!isShort((times - 1) * move.across(), (times - 1) * move.down())) {
                    break;
                }
                add(new Move(times * move.across(), times * move.down(), move.cost()), all);
            }
        }
        return all;
    }

    /** Whether something of the hole is moved into it. */
    private boolean isShort(int across, int down) {
        for (int i = open.next(0); i < open.size(); i = open.next(i + 1)) {
            int column = i % picture.columns + across;
            int row = i / picture.columns + down;
            if (column >= 0
                    && column < picture.columns
                    && row >= 0
                    && row < picture.rows
                    && open.has(row * picture.columns + column)) {
                return true;
            }
        }
        return false;
    }

    private static void add(Move move, List<Move> all) {
        if (all.stream().noneMatch(m -> m.across() == move.across() && m.down() == move.down())) {
            all.add(move);
        }
    }

    /** The left, right, upper or lower half of the hole. */
    private BitMask side(int side) {
        long sum = 0;
        for (int i = open.next(0); i < open.size(); i = open.next(i + 1)) {
            sum += side < 2 ? i % picture.columns : i / picture.columns;
        }
        double middle = (double) sum / open.count();
        var half = new BitMask(picture.columns, picture.rows);
        for (int i = open.next(0); i < open.size(); i = open.next(i + 1)) {
            int at = side < 2 ? i % picture.columns : i / picture.columns;
            if (side % 2 == 0 ? at <= middle : at >= middle) {
                half.add(i);
            }
        }
        return half;
    }

    /** The pieces, those first that lie along most of the rim. */
    List<Piece> pieces() {
        int[] label = new SeamLabels(neighbors(), own(), this::seam).best();
        List<Piece> pieces = new ArrayList<>();
        for (int k = 0; k < shifts.length; k++) {
            var covered = new BitMask(picture.columns, picture.rows);
            for (int at = 0; at < places.length; at++) {
                if (label[at] == k && isSource(places[at], k)) {
                    covered.add(places[at]);
                }
            }
            if (!covered.isEmpty()) {
                pieces.add(new Piece(covered, moves.get(k)));
            }
        }
        pieces.sort(Comparator.comparingInt(piece -> -rim(piece.places)));
        return pieces;
    }

    private int rim(BitMask places) {
        return places.grown(1).without(open).count();
    }

    private int[][] neighbors() {
        int[] steps = {1, -1, picture.columns, -picture.columns};
        int[][] neighbors = new int[steps.length][places.length];
        for (int direction = 0; direction < steps.length; direction++) {
            for (int at = 0; at < places.length; at++) {
                neighbors[direction][at] = node[places[at] + steps[direction]];
            }
        }
        return neighbors;
    }

    private boolean isSource(int place, int label) {
        return search.isSource(place, moves.get(label).across(), shifts[label]);
    }

    private int[][] own() {
        int[][] own = new int[shifts.length][places.length];
        for (int k = 0; k < shifts.length; k++) {
            float dear = COST_SHARE * moves.get(k).cost();
            for (int at = 0; at < places.length; at++) {
                int i = places[at];
                own[k][at] = isSource(i, k)
                        ? Math.round(UNIT
                                * (dear
                                        + rim(i, k)
                                        + lacking(i, moves.get(k))
                                        + (search.isStrange(i + shifts[k]) ? STRANGE_COST : 0)))
                        : IMPOSSIBLE;
            }
        }
        return own;
    }

    private float lacking(int i, Move move) {
        float most = 0;
        for (var line : search.lines()) {
            int column = i % picture.columns;
            most = Math.max(most, line.lacking(column, i / picture.columns, move.across(), move.down()));
        }
        return BROKEN_COST * most;
    }

    /** How badly a move fits at the rim near a place. */
    private float rim(int i, int label) {
        float sum = 0;
        int count = 0;
        int known = 0;
        for (int down = -RIM_PX; down <= RIM_PX; down++) {
            for (int j = i + down * picture.columns - RIM_PX; j <= i + down * picture.columns + RIM_PX; j++) {
                if (node[j] < 0 && picture.roles[j] != PixelRole.VOID) {
                    known++;
                    if (isSource(j, label)) {
                        sum += search.difference(j, j + shifts[label], lights[label]);
                        count++;
                    }
                }
            }
        }
        return known == 0 ? 0 : RIM_WORTH * (count == 0 ? UNKNOWN_COST : sum / count);
    }

    private int seam(int first, int second, int one, int two) {
        return one == two ? 0 : seam(places[first], one, two) + seam(places[second], one, two);
    }

    private int seam(int i, int one, int two) {
        return Math.round(UNIT
                * (isSource(i, one) && isSource(i, two)
                        ? search.difference(i + shifts[one], i + shifts[two], lights[two] - lights[one])
                        : UNKNOWN_COST));
    }
}
