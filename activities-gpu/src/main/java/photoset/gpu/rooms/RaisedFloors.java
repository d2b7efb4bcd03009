package photoset.gpu.rooms;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import photoset.imaging.Plane;
import photoset.imaging.Raster;
import photoset.imaging.regions.BitMask;
import photoset.imaging.regions.ConnectedComponents;
import photoset.imaging.regions.Connectivity;

/**
 * What was taken for floor and lies too high to be one: a duvet, a table top, papers on a desk. In a picture no place of a
 * level floor is higher than the floor's farthest one, so a piece that reaches beyond, stands apart amid things and has
 * another color is on something. In doubt it is floor. Where no floor is large and the largest is not sure, as where a sofa
 * hides it, there is none.
 */
final class RaisedFloors {
    /** A smaller floor says little of where the room's floor ends. */
    private static final double FLOOR_SHARE_MIN = .04;

    /** Its mean share: in 96 rendered rooms small floors had .75 or more, 15 of 17 sofas, beds, tables and walls .35 to .64. */
    private static final double SURE_MIN = .65;

    /** Higher than the floor by this share of the picture: what is hidden of a floor's far end is seldom more. */
    private static final double ABOVE_MIN = .04;

    /** So much of the pixels around a piece belongs to things. */
    private static final double AMID_MIN = .7;

    /** How far its mean color is from the floor's, in 8-bit values: shade and sun on one floor differ in brightness only. */
    private static final double COLOR_MIN = 12;

    private final int width;
    private final int height;
    private final SurfaceShares shares;
    private final Raster picture;

    /** A picture of as many pixels as shares. */
    RaisedFloors(SurfaceShares shares, Raster picture) {
        this.width = picture.width();
        this.height = picture.height();
        this.shares = shares;
        this.picture = picture;
    }

    /** Gives the pieces to what is no surface. */
    void drop(Plane margin) {
        var floor = BitMask.notNegative(margin);
        List<int[]> pieces = new ArrayList<>();
        ConnectedComponents.forEach(floor, Connectivity.FOUR, piece -> pieces.add(piece.pixels()));
        pieces.sort(Comparator.comparingInt((int[] piece) -> piece.length).reversed());
        if (pieces.isEmpty()) {
            return;
        }
        if (pieces.getFirst().length < FLOOR_SHARE_MIN * floor.size()) {
            dropUnlessSure(pieces);
            return;
        }
        int[] main = pieces.removeFirst();
        double[] color = color(main);
        double limit = top(main) - ABOVE_MIN * height;
        for (int[] piece : pieces) {
            if (top(piece) < limit && isAmidThings(piece, floor) && isOfAnotherColor(color(piece), color)) {
                drop(piece);
            }
        }
    }

    /** What little floor there is, if its largest piece is not sure: nothing of the picture is a floor then. */
    private void dropUnlessSure(List<int[]> pieces) {
        if (share(pieces.getFirst()) >= SURE_MIN) {
            return;
        }
        for (int[] piece : pieces) {
            for (int pixel : piece) {
                leaveToTheRest(pixel);
            }
        }
    }

    private void leaveToTheRest(int pixel) {
        float rest = 1 - shares.floor()[pixel];
        shares.floor()[pixel] = 0;
        if (rest <= 0) {
            shares.other()[pixel] = 1;
            return;
        }
        for (float[] share : List.of(shares.wall(), shares.ceiling(), shares.other())) {
            share[pixel] /= rest;
        }
    }

    /** Mean over a piece. */
    private double share(int[] piece) {
        double sum = 0;
        for (int pixel : piece) {
            sum += shares.floor()[pixel];
        }
        return sum / piece.length;
    }

    private void drop(int[] piece) {
        for (int pixel : piece) {
            shares.other()[pixel] += shares.floor()[pixel];
            shares.floor()[pixel] = 0;
        }
    }

    private int top(int[] piece) {
        int top = height;
        for (int pixel : piece) {
            top = Math.min(top, pixel / width);
        }
        return top;
    }

    private boolean isAmidThings(int[] piece, BitMask floor) {
        int rim = 0;
        int things = 0;
        for (int pixel : piece) {
            for (int beside : new int[] {pixel - 1, pixel + 1, pixel - width, pixel + width}) {
                if (beside >= 0 && beside < floor.size() && !floor.has(beside)) {
                    rim++;
                    things += isThing(beside) ? 1 : 0;
                }
            }
        }
        return things >= AMID_MIN * rim;
    }

    private boolean isThing(int pixel) {
        return shares.other()[pixel] > Math.max(shares.wall()[pixel], shares.ceiling()[pixel]);
    }

    private double[] color(int[] piece) {
        double[] color = new double[3];
        for (int pixel : piece) {
            for (int channel = 0; channel < color.length; channel++) {
                color[channel] += (double) (picture.rgb()[3 * pixel + channel] & 255) / piece.length;
            }
        }
        return color;
    }

    /** Red against green, and both against blue; as strong as if both were equally bright. */
    private static boolean isOfAnotherColor(double[] one, double[] other) {
        double brightness = (other[0] + other[1] + other[2]) / Math.max(1, one[0] + one[1] + one[2]);
        double redGreen = brightness * (one[0] - one[1]) - (other[0] - other[1]);
        double yellowBlue = brightness * ((one[0] + one[1]) / 2 - one[2]) - ((other[0] + other[1]) / 2 - other[2]);
        return Math.hypot(redGreen, yellowBlue) >= COLOR_MIN;
    }
}
