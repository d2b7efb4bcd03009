package photoset.cpu.edges;

import photoset.imaging.Mask;
import photoset.imaging.MinMaxFilter;
import photoset.imaging.regions.BitMask;

/**
 * Draws lines as narrow as the photo shows them. A network sees a joint of a pixel as wide as one of its cells or two, so
 * that a wall painted around its joints kept broad strips of the old colour; a pixel belongs to the line only if it differs
 * from both sides as the line's own middle does.
 */
public final class Lines {
    /** So much of a mask must be narrower than the band along its edges. */
    private static final double THIN_MIN = .75;

    /** In encoded sRGB, 0 to 1: a line that differs by less is told from noise by nobody. */
    private static final float CONTRAST_MIN = .02f;

    /** Shares of the line's contrast up to which a pixel is none of it, and from which it is all of it. */
    private static final float NONE = .2f;

    private static final float ALL = .6f;

    /** The noise of a photo, in encoded sRGB: a pixel that deviates by less is none of a faint line either. */
    private static final float NOISE = .012f;

    /** How far along a line its contrast is looked for, in bands. */
    private static final int ALONG_BANDS = 2;

    /** How far away its sides are looked for, in bands: where a line ends it is drawn as a foot. */
    private static final int SIDES = 2;

    private final Grid grid;
    private final BitMask covered;
    private final int reach;

    /**
     * Looks at a mask.
     *
     * @param covered the mask in nodes
     * @param reach half the width of the widest line, in nodes
     */
    public Lines(Grid grid, BitMask covered, int reach) {
        this.grid = grid;
        this.covered = covered;
        this.reach = reach;
    }

    /** Whether the mask consists of lines. */
    public boolean areAll() {
        var core = covered.inverse().grown(reach).inverse();
        int all = covered.count();
        int thin = covered.without(core.grown(reach)).count();
        return all > 0 && thin >= THIN_MIN * all;
    }

    /**
     * The mask with its lines drawn anew. A line that has the colour of its sides, so that the photo does not show it, stays
     * as it is.
     *
     * @param coarse the same in pixels; not changed
     */
    public Mask sharpened(Mask coarse) {
        var near = covered.grown(reach);
        var deviation = new Deviation(grid, covered.grown(1).inverse(), near, SIDES * reach);
        float[] contrast = contrast(deviation);
        byte[] levels = coarse.levels().clone();
        for (int node = near.next(0); node < near.size(); node = near.next(node + 1)) {
            if (contrast[node] >= CONTRAST_MIN) {
                draw(node, deviation, contrast[node], levels);
            }
        }
        return new Mask(coarse.width(), coarse.height(), levels);
    }

    private void draw(int node, Deviation deviation, float contrast, byte[] levels) {
        int width = grid.photo().width();
        int left = node % grid.columns() * grid.step();
        int top = node / grid.columns() * grid.step();
        int right = Math.min(width, left + grid.step());
        int bottom = Math.min(grid.photo().height(), top + grid.step());
        float none = Math.max(NOISE, NONE * contrast);
        float[] sides = deviation.sides(node);
        for (int y = top; y < bottom; y++) {
            for (int pixel = y * width + left; pixel < y * width + right; pixel++) {
                float share = (deviation.ofPixel(sides, pixel) - none) / ((ALL - NONE) * contrast);
                levels[pixel] = (byte) Math.round(255 * Math.clamp(share, 0f, 1f));
            }
        }
    }

    /** The most that a covered node deviates, near each node. */
    private float[] contrast(Deviation deviation) {
        float[] most = new float[covered.size()];
        for (int node = covered.next(0); node < most.length; node = covered.next(node + 1)) {
            most[node] = deviation.ofNode(node);
        }
        new MinMaxFilter(grid.columns(), grid.rows(), ALONG_BANDS * reach).greatest(most);
        return most;
    }
}
