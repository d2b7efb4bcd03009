package photoset.cpu.edges;

import java.util.Arrays;
import photoset.imaging.Mask;
import photoset.imaging.Srgb;

/** Draws one mask anew: whole nodes outside the band, pixel by pixel inside it. */
final class EdgePass {
    /** A fit under noise ends short of 0 and 1; this brings its ends back. */
    private static final float CONTRAST = 1.3f;

    private final Grid grid;
    private final Trimap trimap;
    private final Mask coarse;
    private final Trust trust;
    private final byte[] levels;
    private final float[] line;

    /**
     * How much colour is believed against the edge from which it is drawn.
     *
     * @param none below this share explained colour says nothing
     * @param all above this it says all
     */
    record Trust(float none, float all) {
        /** Against an edge that a network drew. */
        static final Trust USUAL = new Trust(.35f, .65f);

        /** Against an edge that follows the photo already, which noise would only make jagged. */
        static final Trust SPARE = new Trust(.6f, .9f);
    }

    EdgePass(Grid grid, Trimap trimap, Mask coarse, Trust trust) {
        this.grid = grid;
        this.trimap = trimap;
        this.coarse = coarse;
        this.trust = trust;
        this.levels = new byte[coarse.levels().length];
        this.line = new float[(LocalFit.TILE + 2) * LocalFit.TERMS];
    }

    Mask run(int radius) {
        var fit = new LocalFit(grid, trimap, radius);
        for (int row = 0; row < grid.rows(); row++) {
            plain(row);
        }
        for (int row = 0; row < grid.rows(); row += LocalFit.TILE) {
            for (int column = 0; column < grid.columns(); column += LocalFit.TILE) {
                if (trimap.touchesBand(column, row, LocalFit.TILE, LocalFit.TILE)) {
                    fit.fit(column, row);
                    edge(fit, column, row);
                }
            }
        }
        return new Mask(coarse.width(), coarse.height(), levels);
    }

    /** Fills the nodes that are inside, those of the band included. */
    private void plain(int row) {
        var inside = trimap.inside();
        int first = row * grid.columns();
        int end = first + grid.columns();
        for (int node = inside.next(first, end); node < end; node = inside.next(node, end)) {
            int from = node - first;
            node = Math.min(end, inside.nextNot(node));
            fill(row, from * grid.step(), Math.min(coarse.width(), (node - first) * grid.step()));
        }
    }

    private void fill(int row, int left, int right) {
        int last = Math.min(coarse.height(), (row + 1) * grid.step());
        for (int y = row * grid.step(); y < last; y++) {
            Arrays.fill(levels, y * coarse.width() + left, y * coarse.width() + right, (byte) 255);
        }
    }

    private void edge(LocalFit fit, int column, int row) {
        int step = grid.step();
        int bottom = Math.min(coarse.height(), (row + LocalFit.TILE) * step);
        for (int y = row * step; y < bottom; y++) {
            if (!trimap.touchesBand(column, y / step, LocalFit.TILE, 1)) {
                continue;
            }
            blend(fit, (y + .5f) / step - .5f - row);
            int node = y / step * grid.columns() + column;
            int right = Math.min(grid.columns(), column + LocalFit.TILE) - column;
            for (int c = 0; c < right; c++) {
                if (trimap.isBand(node + c)) {
                    node(column, c, y);
                }
            }
        }
    }

    /** The lines at a pixel row, from one node before the tile to one after it. */
    private void blend(LocalFit fit, float position) {
        int above = (int) Math.floor(position);
        float share = position - above;
        for (int c = -1, at = 0; c <= LocalFit.TILE; c++) {
            for (int term = 0; term < LocalFit.TERMS; term++) {
                float upper = fit.term(term, c, above);
                line[at++] = upper + share * (fit.term(term, c, above + 1) - upper);
            }
        }
    }

    private void node(int column, int c, int y) {
        int step = grid.step();
        int first = (column + c) * step;
        int last = Math.min(coarse.width(), first + step);
        for (int x = first; x < last; x++) {
            float position = (x + .5f) / step - .5f - column;
            int left = (int) Math.floor(position);
            int at = y * coarse.width() + x;
            levels[at] = level(at, (left + 1) * LocalFit.TERMS, position - left);
        }
    }

    private byte level(int pixel, int low, float share) {
        byte[] rgb = grid.photo().rgb();
        int at = pixel * 3;
        float fitted = term(low, share) * Srgb.linear(rgb[at])
                + term(low + 1, share) * Srgb.linear(rgb[at + 1])
                + term(low + 2, share) * Srgb.linear(rgb[at + 2])
                + term(low + 3, share);
        float trusted = Math.clamp((term(low + 4, share) - trust.none) / (trust.all - trust.none), 0f, 1f);
        float clear = Math.clamp((fitted - .5f) * CONTRAST + .5f, 0f, 1f);
        return (byte) Math.round(255 * trusted * clear + (1 - trusted) * coarse.at(pixel));
    }

    private float term(int low, float share) {
        return line[low] + share * (line[low + LocalFit.TERMS] - line[low]);
    }
}
