package photoset.cpu.light;

import java.util.List;
import photoset.imaging.Blur;
import photoset.imaging.Mask;
import photoset.imaging.Raster;
import photoset.imaging.RgbPlanes;

/**
 * What a surface shows around each place: the mean of its own pixels under a Gaussian window, in linear light. Pixels
 * outside the surface count nothing, so nothing bleeds in from beyond its edge.
 */
public final class LightField {
    /** A narrower window than this many cells would show the grid. */
    private static final double SIGMA_CELLS_MIN = 1;

    /** Less than one pixel's weight in a window is the rounding of the sliding sums. */
    private static final float WEIGHT_MIN = .01f;

    private final CellGrid grid;
    private final RgbPlanes means;
    private final float[] weights;

    /** Smooths copies of sums. */
    LightField(CellGrid grid, RgbPlanes sums, float[] weights, double sigmaPx) {
        double sigma = Math.max(SIGMA_CELLS_MIN, sigmaPx / grid.cellPx());
        var blur = new Blur(grid.columns(), grid.rows());
        this.grid = grid;
        this.weights = weights.clone();
        this.means = sums.copy();
        blur.gaussian(this.weights, sigma);
        for (float[] plane : List.of(means.red(), means.green(), means.blue())) {
            blur.gaussian(plane, sigma);
            for (int i = 0; i < plane.length; i++) {
                plane[i] = isSeen(i) ? plane[i] / this.weights[i] : 0;
            }
        }
    }

    /**
     * The surface around each place.
     *
     * @param sigmaPx of the window, in pixels of the photo; 0 for as narrow as the grid allows
     */
    public static LightField of(Raster photo, Mask share, double sigmaPx) {
        return LightSums.of(photo, share).smoothed(sigmaPx);
    }

    /** The grid on which the means stand. */
    public CellGrid grid() {
        return grid;
    }

    /** Whether any of the surface is within the window of a cell. */
    public boolean isSeen(int cell) {
        return weights[cell] > WEIGHT_MIN;
    }

    /** The mean luminance at a cell. */
    public float luminance(int cell) {
        return means.luminance(cell);
    }

    /** The mean colour at a cell, in linear light, into {@code rgb}. */
    public void color(int cell, float[] rgb) {
        rgb[0] = means.red()[cell];
        rgb[1] = means.green()[cell];
        rgb[2] = means.blue()[cell];
    }

    /** A reader of the mean colour. */
    public ColorRow reader() {
        return grid.reader(means);
    }
}
