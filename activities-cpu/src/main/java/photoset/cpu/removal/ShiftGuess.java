package photoset.cpu.removal;

import java.util.Arrays;
import java.util.List;
import photoset.cpu.edges.PullPush;
import photoset.cpu.patterns.MoveList.Move;
import photoset.imaging.Blur;
import photoset.imaging.regions.BitMask;

/**
 * A first guess of what is in a hole: large pieces of what is around, moved so that its rim goes on in them (dominant
 * offsets: He and Sun, Statistics of Patch Offsets, 2012), in the light of the rim (Poisson cloning: Pérez et al. 2003). A
 * pattern that repeats and a line that runs through keep their course; a smooth guess would stay smooth, since nothing fits
 * it better than the inside of a tile.
 */
final class ShiftGuess {
    private static final float LIGHT_MAX = 25;

    private static final int LIGHT_PX = 6;

    private final WorkPicture picture;
    private final BitMask open;
    private final int[] from;
    private final ShiftSearch search;
    private final boolean plain;
    private final float misfit;
    private final List<Move> moves;

    ShiftGuess(WorkPicture picture) {
        this.picture = picture;
        this.open = picture.open();
        this.from = new int[picture.roles.length];
        Arrays.fill(from, PatchSearch.NONE);
        this.search = new ShiftSearch(picture, open);
        this.moves = search.moves(open, MovedPieces.WHOLE_MAX);
        this.plain = search.isPlain();
        this.misfit = plain
                ? search.rimLines()
                : moves.isEmpty() ? ShiftSearch.MISS_MAX : moves.getFirst().cost();
    }

    /** What the best piece costs, in levels of 255. */
    float misfit() {
        return misfit;
    }

    /** Whether neither the rim nor what is around has a pattern. */
    boolean isPlain() {
        return plain;
    }

    /** Fills the picture; the place that each open pixel was moved from, where it was. */
    int[] fill() {
        if (!moves.isEmpty()) {
            for (var piece : new MovedPieces(picture, open.copy(), search, moves).pieces()) {
                copy(piece.places(), piece.move());
            }
        }
        spread();
        return from;
    }

    private boolean isKnown(int i) {
        return !open.has(i) && picture.roles[i] != PixelRole.VOID;
    }

    private void copy(BitMask covered, Move move) {
        int across = move.across();
        int shift = move.down() * picture.columns + across;
        float[] light = light(covered, across, shift);
        for (int i = covered.next(0); i < covered.size(); i = covered.next(i + 1)) {
            open.remove(i);
            from[i] = i + shift;
            for (int channel = 3 * i; channel < 3 * i + 3; channel++) {
                picture.rgb[channel] = Math.clamp(picture.rgb[channel + 3 * shift] + light[channel], 0f, 255f);
            }
        }
    }

    /** What the light at the rim adds to the moved piece, spread over all of it. */
    private float[] light(BitMask covered, int across, int shift) {
        var known = new BitMask(picture.columns, picture.rows);
        float[][] differences = new float[WorkPicture.CHANNELS][picture.roles.length];
        var beside = covered.grown(2).without(covered);
        for (int i = beside.next(0); i < beside.size(); i = beside.next(i + 1)) {
            if (isKnown(i) && search.isSource(i, across, shift)) {
                known.add(i);
                for (int channel = 0; channel < WorkPicture.CHANNELS; channel++) {
                    float by = picture.rgb[3 * i + channel] - picture.rgb[3 * (i + shift) + channel];
                    differences[channel][i] = Math.clamp(by, -LIGHT_MAX, LIGHT_MAX);
                }
            }
        }
        for (float[] plane : differences) {
            smooth(plane, known);
        }
        return PullPush.of(differences[0], differences[1], differences[2], known, covered);
    }

    /** Light changes slowly along a rim; a line that does not quite meet its own is no light. */
    private void smooth(float[] plane, BitMask known) {
        float[] counts = new float[plane.length];
        for (int i = known.next(0); i < known.size(); i = known.next(i + 1)) {
            counts[i] = 1;
        }
        var blur = new Blur(picture.columns, picture.rows);
        blur.box(plane, LIGHT_PX);
        blur.box(counts, LIGHT_PX);
        for (int i = known.next(0); i < known.size(); i = known.next(i + 1)) {
            plane[i] /= counts[i];
        }
    }

    /** What no piece covers takes the colours around, spread smoothly, which carries their light across. */
    private void spread() {
        var known = new BitMask(picture.columns, picture.rows);
        float[][] planes = new float[WorkPicture.CHANNELS][picture.roles.length];
        for (int i = 0; i < picture.roles.length; i++) {
            if (isKnown(i)) {
                known.add(i);
                for (int channel = 0; channel < WorkPicture.CHANNELS; channel++) {
                    planes[channel][i] = picture.rgb[3 * i + channel];
                }
            }
        }
        float[] all = PullPush.of(planes[0], planes[1], planes[2], known, open);
        for (int i = open.next(0); i < open.size(); i = open.next(i + 1)) {
            System.arraycopy(all, 3 * i, picture.rgb, 3 * i, WorkPicture.CHANNELS);
        }
    }
}
