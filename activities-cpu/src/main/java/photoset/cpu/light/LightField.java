package photoset.cpu.light;

import photoset.cpu.pixels.Blur;
import photoset.cpu.pixels.LinearRgb;
import photoset.cpu.pixels.Mask;
import photoset.cpu.pixels.Raster;
import photoset.cpu.pixels.Srgb;

/**
 * What a surface shows around each place: the mean of its own pixels under a Gaussian window, in linear light. Pixels
 * outside the surface count nothing, so nothing bleeds in from beyond its edge.
 */
public final class LightField {
    /** Samples across a cell. */
    private static final int SAMPLES_ACROSS = 4;

    /** A narrower window than this many cells would show the grid. */
    private static final double SIGMA_CELLS_MIN = 1;

    /** Less than one pixel's weight in a window is the rounding of the sliding sums. */
    private static final float WEIGHT_MIN = .01f;

    private final CellGrid grid;
    private final float[][] planes;
    private final float[] weights;

    private LightField(CellGrid grid) {
        this.grid = grid;
        this.planes = new float[3][grid.cells()];
        this.weights = new float[grid.cells()];
    }

    /**
     * The surface around each place.
     *
     * @param sigmaPx of the window, in pixels of the photo; 0 for as narrow as the grid allows
     */
    public static LightField of(Raster photo, Mask share, double sigmaPx) {
        var field = new LightField(new CellGrid(photo));
        field.gather(photo, share.levels());
        field.smooth(Math.max(SIGMA_CELLS_MIN, sigmaPx / field.grid.cellPx()));
        return field;
    }

    private void gather(Raster photo, byte[] levels) {
        int cell = grid.cellPx();
        int step = Math.max(1, cell / SAMPLES_ACROSS);
        for (int y = 0; y < photo.height(); y += step) {
            int row = y / cell * grid.columns();
            for (int x = 0, pixel = y * photo.width(); x < photo.width(); x += step, pixel += step) {
                if (levels[pixel] != 0) {
                    add(row + x / cell, levels[pixel] & 255, photo.rgb(), pixel * 3);
                }
            }
        }
    }

    private void add(int at, float weight, byte[] rgb, int from) {
        weights[at] += weight;
        planes[0][at] += weight * Srgb.linear(rgb[from]);
        planes[1][at] += weight * Srgb.linear(rgb[from + 1]);
        planes[2][at] += weight * Srgb.linear(rgb[from + 2]);
    }

    private void smooth(double sigma) {
        var blur = new Blur(grid.columns(), grid.rows());
        blur.gaussian(weights, sigma);
        for (float[] plane : planes) {
            blur.gaussian(plane, sigma);
            for (int i = 0; i < plane.length; i++) {
                plane[i] = isSeen(i) ? plane[i] / weights[i] : 0;
            }
        }
    }

    /** The grid on which the means stand. */
    public CellGrid grid() {
        return grid;
    }

    /** Whether any of the surface is within the window of a cell. */
    boolean isSeen(int cell) {
        return weights[cell] > WEIGHT_MIN;
    }

    /** The mean luminance at a cell. */
    public float luminance(int cell) {
        return LinearRgb.luminance(planes[0][cell], planes[1][cell], planes[2][cell]);
    }

    /** The mean colour at a cell, into {@code rgb}. */
    void color(int cell, float[] rgb) {
        rgb[0] = planes[0][cell];
        rgb[1] = planes[1][cell];
        rgb[2] = planes[2][cell];
    }

    /** A reader of the mean colour: red, green, blue. */
    public LightRow reader() {
        return grid.reader(planes);
    }
}
