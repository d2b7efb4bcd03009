package photoset.cpu.light;

import photoset.imaging.Blur;

/**
 * The sheen of pixels, of which a grid knows only means: in each window a line of luminance (local linear model, He 2010).
 * Where a lamp is mirrored, luminance and sheen rise together and the line draws the lamp as sharp as the photo; where
 * only the paint's own light varies, it is level.
 */
final class SpecularFit {
    /** Half the window in cells, of which smoothing took the detail. */
    private static final int RADIUS = 3;

    /** As a share of the paint's luminance: less variation than this is noise. */
    private static final float NOISE = .03f;

    private static final float WEIGHT_MIN = 1e-3f;

    private final SurfaceCells cells;
    private final Blur blur;
    private final float[] weights;

    private SpecularFit(SurfaceCells cells) {
        this.cells = cells;
        this.blur = new Blur(cells.grid().columns(), cells.grid().rows());
        this.weights = counted();
        blur.box(weights, RADIUS);
    }

    private float[] counted() {
        float[] counted = cells.weights();
        for (int i = 0; i < counted.length; i++) {
            counted[i] = counted[i] > 0 ? 1 : 0;
        }
        return counted;
    }

    /**
     * What a pixel mirrors, by its luminance.
     *
     * @param sheen of each cell
     * @param luminance of each cell, as smooth as the sheen
     * @param lit the luminance of the paint where it is lit well
     */
    static SurfaceLight.Sheen lines(SurfaceCells cells, float[] sheen, float[] luminance, float lit) {
        var mirrored = new SpecularFit(cells);
        float[] meanSheen = mirrored.mean(i -> sheen[i]);
        float[] meanLuminance = mirrored.mean(i -> luminance[i]);
        float[] slope = mirrored.mean(i -> sheen[i] * luminance[i]);
        float[] offset = mirrored.mean(i -> luminance[i] * luminance[i]);
        float noise = NOISE * NOISE * lit * lit;
        for (int i = 0; i < slope.length; i++) {
            float together = slope[i] - meanSheen[i] * meanLuminance[i];
            float alone = offset[i] - meanLuminance[i] * meanLuminance[i];
            slope[i] = Math.clamp(together / (Math.max(0, alone) + noise), 0f, 1f);
            offset[i] = meanSheen[i] - slope[i] * meanLuminance[i];
        }
        return new SurfaceLight.Sheen(mirrored.mean(i -> slope[i]), mirrored.mean(i -> offset[i]));
    }

    private float[] mean(SurfaceCells.CellValue value) {
        float[] plane = new float[weights.length];
        for (int i = 0; i < plane.length; i++) {
            plane[i] = cells.isSeen(i) ? value.of(i) : 0;
        }
        blur.box(plane, RADIUS);
        for (int i = 0; i < plane.length; i++) {
            plane[i] = weights[i] > WEIGHT_MIN ? plane[i] / weights[i] : 0;
        }
        return plane;
    }
}
