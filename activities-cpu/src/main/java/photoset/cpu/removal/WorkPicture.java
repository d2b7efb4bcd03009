package photoset.cpu.removal;

import java.util.Arrays;
import photoset.imaging.regions.BitMask;
import photoset.imaging.regions.Distances;

/**
 * A picture at one of the sizes in which a hole is filled, with a border as wide as half a patch of which nothing is
 * known. Colours are encoded sRGB, 0 to 255, in which noise and differences look the same in the dark and in the light.
 */
final class WorkPicture {
    /** Half the side of a patch, its middle not counted: patches of 7 x 7, as in Barnes 2009. */
    static final int REACH = 3;

    static final int CHANNELS = 3;

    final int columns;
    final int rows;
    final float[] rgb;
    final PixelRole[] roles;

    /**
     * Nothing but border.
     *
     * @param columns without the border
     * @param rows likewise
     */
    WorkPicture(int columns, int rows) {
        this.columns = columns + 2 * REACH;
        this.rows = rows + 2 * REACH;
        this.rgb = new float[this.columns * this.rows * CHANNELS];
        this.roles = new PixelRole[this.columns * this.rows];
        Arrays.fill(roles, PixelRole.VOID);
    }

    int at(int column, int row) {
        return (row + REACH) * columns + column + REACH;
    }

    int innerColumns() {
        return columns - 2 * REACH;
    }

    int innerRows() {
        return rows - 2 * REACH;
    }

    /** Half as large; what is open in any of four is open, what may be copied must be so in all of them. */
    WorkPicture coarser() {
        var coarse = new WorkPicture((innerColumns() + 1) / 2, (innerRows() + 1) / 2);
        for (int y = 0; y < coarse.innerRows(); y++) {
            for (int x = 0; x < coarse.innerColumns(); x++) {
                coarse.join(this, x, y);
            }
        }
        return coarse;
    }

    private void join(WorkPicture finer, int x, int y) {
        int to = at(x, y);
        var cell = new CellMean();
        for (int part = 0; part < 4; part++) {
            // The last column or row of an odd size is followed by the border.
            int from = finer.at(2 * x + part % 2, 2 * y + part / 2);
            cell.add(finer.roles[from], finer.rgb, from * CHANNELS);
        }
        roles[to] = cell.role();
        cell.color(rgb, to * CHANNELS);
    }

    /** Where the middle of a patch may lie that is copied: all of it may be. */
    BitMask sources() {
        var no = new BitMask(columns, rows);
        for (int i = 0; i < roles.length; i++) {
            if (roles[i] != PixelRole.SOURCE) {
                no.add(i);
            }
        }
        return no.grown(REACH).inverse();
    }

    BitMask open() {
        var open = new BitMask(columns, rows);
        for (int i = 0; i < roles.length; i++) {
            if (roles[i] == PixelRole.OPEN) {
                open.add(i);
            }
        }
        return open;
    }

    /** Of what the photo shows something. */
    BitMask known() {
        var known = new BitMask(columns, rows);
        for (int i = 0; i < roles.length; i++) {
            if (roles[i] == PixelRole.SOURCE || roles[i] == PixelRole.CONTEXT) {
                known.add(i);
            }
        }
        return known;
    }

    /** How far inside the hole a place lies; 0 outside. */
    float[] depth() {
        float[] depth = new float[roles.length];
        var box = openBox();
        float[] inside = new float[box.width() * box.height()];
        for (int y = box.y(), at = 0; y < box.bottom(); y++) {
            for (int i = y * columns + box.x(), end = i + box.width(); i < end; i++, at++) {
                inside[at] = roles[i] == PixelRole.OPEN ? Float.MAX_VALUE : 0;
            }
        }
        Distances.spread(inside, box.width());
        for (int y = box.y(), at = 0; y < box.bottom(); y++, at += box.width()) {
            System.arraycopy(inside, at, depth, y * columns + box.x(), box.width());
        }
        return depth;
    }

    /** Around what is open with a pixel to each side, which the border always has. */
    private Window openBox() {
        var open = open();
        int left = columns;
        int right = 0;
        int top = rows;
        int bottom = 0;
        for (int i = open.next(0); i < open.size(); i = open.next(i + 1)) {
            left = Math.min(left, i % columns - 1);
            right = Math.max(right, i % columns + 2);
            top = Math.min(top, i / columns - 1);
            bottom = Math.max(bottom, i / columns + 2);
        }
        return new Window(left, top, Math.max(1, right - left), Math.max(0, bottom - top));
    }

    /** A first guess of what is open, from a picture of half the size that is filled. */
    void enlarge(WorkPicture filled) {
        var open = open();
        float[] color = new float[CHANNELS];
        for (int i = open.next(0); i < open.size(); i = open.next(i + 1)) {
            float x = (i % columns - REACH + .5f) / 2 - .5f;
            float y = (i / columns - REACH + .5f) / 2 - .5f;
            filled.sample(filled.rgb, x, y, color);
            System.arraycopy(color, 0, rgb, i * CHANNELS, CHANNELS);
        }
    }

    /** A colour between pixels, of those of which anything is known; columns and rows without the border. */
    void sample(float[] colors, float x, float y, float[] color) {
        float column = Math.clamp(x, 0, innerColumns() - 1);
        float row = Math.clamp(y, 0, innerRows() - 1);
        int left = Math.min((int) column, Math.max(0, innerColumns() - 2));
        int top = Math.min((int) row, Math.max(0, innerRows() - 2));
        float across = column - left;
        float down = row - top;
        Arrays.fill(color, 0);
        float sum = 0;
        for (int part = 0; part < 4; part++) {
            int i = at(left + part % 2, top + part / 2);
            float weight = (part % 2 == 0 ? 1 - across : across) * (part < 2 ? 1 - down : down);
            if (roles[i] != PixelRole.VOID && weight > 0) {
                sum += weight;
                for (int channel = 0; channel < CHANNELS; channel++) {
                    color[channel] += weight * colors[i * CHANNELS + channel];
                }
            }
        }
        for (int channel = 0; channel < CHANNELS && sum > 0; channel++) {
            color[channel] /= sum;
        }
    }

    /** The colours without their finest detail: binomial over 5 x 5 pixels of which anything is known. */
    float[] smooth() {
        return down(across());
    }

    private static final float[] BINOMIAL = {1, 4, 6, 4, 1};

    private float[] across() {
        return weighed(rgb, 1);
    }

    private float[] down(float[] colors) {
        return weighed(colors, columns);
    }

    private float[] weighed(float[] colors, int step) {
        float[] smooth = colors.clone();
        for (int y = 0; y < innerRows(); y++) {
            for (int x = 0; x < innerColumns(); x++) {
                int i = at(x, y);
                if (roles[i] != PixelRole.VOID) {
                    weigh(colors, i, step, smooth);
                }
            }
        }
        return smooth;
    }

    private void weigh(float[] colors, int i, int step, float[] to) {
        float red = 0;
        float green = 0;
        float blue = 0;
        float sum = 0;
        for (int k = -2; k <= 2; k++) {
            int from = i + k * step;
            if (roles[from] != PixelRole.VOID) {
                float weight = BINOMIAL[k + 2];
                sum += weight;
                red += weight * colors[from * CHANNELS];
                green += weight * colors[from * CHANNELS + 1];
                blue += weight * colors[from * CHANNELS + 2];
            }
        }
        to[i * CHANNELS] = red / sum;
        to[i * CHANNELS + 1] = green / sum;
        to[i * CHANNELS + 2] = blue / sum;
    }
}
