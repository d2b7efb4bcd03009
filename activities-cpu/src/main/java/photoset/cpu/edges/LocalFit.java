package photoset.cpu.edges;

import java.util.Arrays;
import java.util.List;
import photoset.imaging.RgbPlanes;

/**
 * The colour guided filter (He, Sun, Tang, Guided Image Filtering, PAMI 2013) in one tile of nodes: around each node the
 * line through colour space that best tells inside from outside, fitted by least squares; in linear light, in which
 * lenses mix. As in the fast guided filter
 * (He, Sun, 2015) the lines are found on the coarse grid and used on the photo's pixels. Nodes of the band count little
 * in the fit: they are what is asked, the sure ones beside them are what is known.
 */
final class LocalFit {
    /** Nodes along a tile; with the margin a fit works on planes that stay in the cache. */
    static final int TILE = 32;

    /** Terms of a line: red, green, blue, the constant, and how much of the mask the line explains. */
    static final int TERMS = 5;

    /** The filter's epsilon, in squares of linear light: the noise of a photo. */
    private static final float EPSILON = 1e-5f;

    /** The weight of a node of the band; keeps things that lie wholly in the band, as a cable does. */
    private static final float BAND_WEIGHT = .1f;

    /** The lines themselves are averaged over the square of this radius, which removes their steps. */
    private static final int SMOOTH_RADIUS = 1;

    /** A variance of the mask below this means that only one side is in sight. */
    private static final float ONE_SIDED = .002f;

    /** Nodes around the tile that are solved too, because lines are averaged and interpolated. */
    private static final int AROUND = SMOOTH_RADIUS + 1;

    private static final int SOLVED = TILE + 2 * AROUND;

    private final Grid grid;
    private final RgbPlanes light;
    private final Trimap trimap;
    private final int radius;
    private final int side;
    private final Moments seen;
    private final Moments sums;
    private final float[][] terms;
    private final float[] lines;
    private final float[] sliding = new float[SOLVED];

    /** What is summed up of colours and mask, weighted. */
    private static final class Moments {
        private final float[] weight;
        private final float[] red;
        private final float[] green;
        private final float[] blue;
        private final float[] redRed;
        private final float[] redGreen;
        private final float[] redBlue;
        private final float[] greenGreen;
        private final float[] greenBlue;
        private final float[] blueBlue;
        private final float[] inside;
        private final float[] insideRed;
        private final float[] insideGreen;
        private final float[] insideBlue;
        private final List<float[]> all;

        Moments(int size) {
            weight = new float[size];
            red = new float[size];
            green = new float[size];
            blue = new float[size];
            redRed = new float[size];
            redGreen = new float[size];
            redBlue = new float[size];
            greenGreen = new float[size];
            greenBlue = new float[size];
            blueBlue = new float[size];
            inside = new float[size];
            insideRed = new float[size];
            insideGreen = new float[size];
            insideBlue = new float[size];
            all = List.of(
                    weight,
                    red,
                    green,
                    blue,
                    redRed,
                    redGreen,
                    redBlue,
                    greenGreen,
                    greenBlue,
                    blueBlue,
                    inside,
                    insideRed,
                    insideGreen,
                    insideBlue);
        }
    }

    LocalFit(Grid grid, Trimap trimap, int radius) {
        this.grid = grid;
        this.light = grid.light();
        this.trimap = trimap;
        this.radius = radius;
        this.side = SOLVED + 2 * radius;
        this.seen = new Moments(side * side);
        this.sums = new Moments(SOLVED * SOLVED);
        this.terms = new float[TERMS][SOLVED * SOLVED];
        this.lines = new float[side * SOLVED];
    }

    /** Fits the tile whose first node is at this column and row. */
    void fit(int column, int row) {
        gather(column - AROUND - radius, row - AROUND - radius);
        for (int i = 0; i < seen.all.size(); i++) {
            box(seen.all.get(i), sums.all.get(i));
        }
        for (int i = 0; i < SOLVED * SOLVED; i++) {
            solve(i);
        }
        for (float[] plane : terms) {
            smooth(plane);
        }
    }

    /** One term at a node of the tile; its neighbours one beyond the tile may be asked too. */
    float term(int term, int column, int row) {
        return terms[term][(row + AROUND) * SOLVED + column + AROUND];
    }

    /** Nodes beyond the photo weigh nothing. */
    private void gather(int left, int top) {
        for (float[] plane : seen.all) {
            Arrays.fill(plane, 0);
        }
        int from = Math.max(0, left);
        int to = Math.min(grid.columns(), left + side);
        for (int row = Math.max(0, top); row < Math.min(grid.rows(), top + side); row++) {
            int at = (row - top) * side + from - left;
            for (int column = from; column < to; column++, at++) {
                gatherNode(at, row * grid.columns() + column);
            }
        }
    }

    private void gatherNode(int at, int node) {
        float weight = trimap.isBand(node) ? BAND_WEIGHT : 1;
        float red = light.red()[node];
        float green = light.green()[node];
        float blue = light.blue()[node];
        seen.weight[at] = weight;
        seen.red[at] = weight * red;
        seen.green[at] = weight * green;
        seen.blue[at] = weight * blue;
        seen.redRed[at] = weight * red * red;
        seen.redGreen[at] = weight * red * green;
        seen.redBlue[at] = weight * red * blue;
        seen.greenGreen[at] = weight * green * green;
        seen.greenBlue[at] = weight * green * blue;
        seen.blueBlue[at] = weight * blue * blue;
        if (trimap.isInside(node)) {
            seen.inside[at] = weight;
            seen.insideRed[at] = weight * red;
            seen.insideGreen[at] = weight * green;
            seen.insideBlue[at] = weight * blue;
        }
    }

    /** Sums over the square around each node that is solved. */
    private void box(float[] plane, float[] sum) {
        int width = 2 * radius + 1;
        for (int row = 0; row < side; row += 2) {
            along(plane, row * side, row * SOLVED);
        }
        Arrays.fill(sliding, 0);
        for (int row = 0; row < width - 1; row++) {
            slide(row, 1);
        }
        for (int row = 0; row < SOLVED; row++) {
            slide(row + width - 1, 1);
            System.arraycopy(sliding, 0, sum, row * SOLVED, SOLVED);
            slide(row, -1);
        }
    }

    /** Two rows at once, of which there is an even number: a sliding sum waits for itself, so that one alone takes as long. */
    private void along(float[] plane, int from, int to) {
        int width = 2 * radius + 1;
        float upper = 0;
        float lower = 0;
        for (int i = 0; i < width - 1; i++) {
            upper += plane[from + i];
            lower += plane[from + side + i];
        }
        for (int i = 0; i < SOLVED; i++) {
            upper += plane[from + i + width - 1];
            lower += plane[from + side + i + width - 1];
            lines[to + i] = upper;
            lines[to + SOLVED + i] = lower;
            upper -= plane[from + i];
            lower -= plane[from + side + i];
        }
    }

    private void slide(int row, int sign) {
        int from = row * SOLVED;
        for (int i = 0; i < SOLVED; i++) {
            sliding[i] += sign * lines[from + i];
        }
    }

    /** Means of three by three; those at the rim of what is solved are not asked. */
    private void smooth(float[] plane) {
        float share = 1f / ((2 * SMOOTH_RADIUS + 1) * (2 * SMOOTH_RADIUS + 1));
        for (int row = 0; row < SOLVED; row++) {
            int at = row * SOLVED;
            for (int i = 1; i < SOLVED - 1; i++) {
                lines[at + i] = (plane[at + i - 1] + plane[at + i] + plane[at + i + 1]) * share;
            }
        }
        for (int row = 1; row < SOLVED - 1; row++) {
            int at = row * SOLVED;
            for (int i = 1; i < SOLVED - 1; i++) {
                plane[at + i] = lines[at + i - SOLVED] + lines[at + i] + lines[at + i + SOLVED];
            }
        }
    }

    private void solve(int i) {
        float scale = 1 / Math.max(sums.weight[i], 1e-6f);
        float mean = sums.inside[i] * scale;
        float variance = mean * (1 - mean);
        if (variance < ONE_SIDED) {
            put(i, 0, 0, 0, mean);
            terms[4][i] = 1;
            return;
        }
        float r = sums.red[i] * scale;
        float g = sums.green[i] * scale;
        float b = sums.blue[i] * scale;
        float rr = sums.redRed[i] * scale - r * r + EPSILON;
        float rg = sums.redGreen[i] * scale - r * g;
        float rb = sums.redBlue[i] * scale - r * b;
        float gg = sums.greenGreen[i] * scale - g * g + EPSILON;
        float gb = sums.greenBlue[i] * scale - g * b;
        float bb = sums.blueBlue[i] * scale - b * b + EPSILON;
        float rp = sums.insideRed[i] * scale - r * mean;
        float gp = sums.insideGreen[i] * scale - g * mean;
        float bp = sums.insideBlue[i] * scale - b * mean;
        // Cramer's rule on the symmetric 3 x 3 matrix of covariances.
        float c0 = gg * bb - gb * gb;
        float c1 = gb * rb - rg * bb;
        float c2 = rg * gb - gg * rb;
        float determinant = 1 / (rr * c0 + rg * c1 + rb * c2);
        float ar = (c0 * rp + c1 * gp + c2 * bp) * determinant;
        float ag = (c1 * rp + (rr * bb - rb * rb) * gp + (rb * rg - rr * gb) * bp) * determinant;
        float ab = (c2 * rp + (rb * rg - rr * gb) * gp + (rr * gg - rg * rg) * bp) * determinant;
        put(i, ar, ag, ab, mean - ar * r - ag * g - ab * b);
        terms[4][i] = (ar * rp + ag * gp + ab * bp) / variance;
    }

    private void put(int i, float red, float green, float blue, float constant) {
        terms[0][i] = red;
        terms[1][i] = green;
        terms[2][i] = blue;
        terms[3][i] = constant;
    }
}
