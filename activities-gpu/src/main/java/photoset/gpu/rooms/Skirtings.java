package photoset.gpu.rooms;

import photoset.imaging.Plane;
import photoset.imaging.Raster;
import photoset.imaging.regions.BitMask;

/**
 * Skirtings that were taken for floor: what the network surely calls a molding, below a wall and of another color than the
 * floor before it. Its lowest pixel stays floor, since the network draws moldings a little too wide.
 */
final class Skirtings {
    /** Below it the network calls seams and shadows moldings too. */
    private static final float SURE = .8f;

    /** Between wall and skirting the network is less sure. */
    private static final float MAYBE = .3f;

    private static final int GAP_PX = 8;

    /** The floor before a skirting, from beyond what mixes with it. */
    private static final int BEFORE_FROM_PX = 2;

    private static final int BEFORE_TO_PX = 7;

    /** How far colors are apart, in 8-bit values a channel; with 12 a floor in the sun lost its rim. */
    private static final double COLOR_MIN = 20;

    private final SurfaceShares shares;
    private final Raster picture;
    private final float[] molding;
    private final BitMask boards;
    private final BitMask walls;

    /** Of a picture of as many pixels as shares. */
    Skirtings(SurfaceShares shares, Raster picture, float[] molding, Plane floor, Plane wall) {
        this.shares = shares;
        this.picture = picture;
        this.molding = molding;
        this.boards = BitMask.notNegative(floor);
        this.walls = BitMask.notNegative(wall);
        for (int i = 0; i < molding.length; i++) {
            if (molding[i] < SURE) {
                boards.remove(i);
            }
        }
    }

    /** Gives them to what is no surface. */
    void drop() {
        int width = picture.width();
        for (int top = boards.next(0); top < boards.size(); top = boards.next(top + 1)) {
            if (top >= width && !boards.has(top - width)) {
                int below = below(top);
                int foot = below - width;
                if (foot > top && isUnderAWall(top) && isOfAnotherColor(top, below)) {
                    drop(top, foot);
                }
            }
        }
    }

    private void drop(int top, int foot) {
        for (int pixel = top; pixel < foot; pixel += picture.width()) {
            shares.other()[pixel] += shares.floor()[pixel];
            shares.floor()[pixel] = 0;
        }
    }

    /** The first pixel under the board, in its column; beyond the picture if there is none. */
    private int below(int top) {
        int pixel = top;
        while (pixel < boards.size() && boards.has(pixel)) {
            pixel += picture.width();
        }
        return pixel;
    }

    private boolean isUnderAWall(int top) {
        int pixel = top;
        for (int away = 1; away <= GAP_PX && pixel >= picture.width(); away++) {
            pixel -= picture.width();
            if (walls.has(pixel)) {
                return true;
            }
            if (molding[pixel] < MAYBE) {
                return false;
            }
        }
        return false;
    }

    private boolean isOfAnotherColor(int top, int below) {
        int width = picture.width();
        int from = below + BEFORE_FROM_PX * width;
        int to = Math.min(boards.size(), below + BEFORE_TO_PX * width);
        if (from >= to) {
            return false;
        }
        double sum = 0;
        for (int channel = 0; channel < 3; channel++) {
            double off = mean(top, below - width, channel) - mean(from, to, channel);
            sum += off * off;
        }
        return Math.sqrt(sum / 3) >= COLOR_MIN;
    }

    /** Of a column, from one pixel to before another. */
    private double mean(int from, int to, int channel) {
        double sum = 0;
        int count = 0;
        for (int pixel = from; pixel < to; pixel += picture.width()) {
            sum += picture.rgb()[3 * pixel + channel] & 255;
            count++;
        }
        return sum / count;
    }
}
