package photoset.cpu.light;

import photoset.imaging.Blur;
import photoset.imaging.Mask;
import photoset.imaging.Raster;
import photoset.imaging.RgbPlanes;
import photoset.imaging.Srgb;

/** The mean linear light of a surface in every cell of a grid. Cells at its edge count what is surely surface only. */
final class SurfaceCells {
    /** Samples across a cell; nine a cell, smoothed over some thirty cells, leave no noise. */
    private static final int SAMPLES_ACROSS = 3;

    /** Below it a pixel shows more than a rounding of what lies beyond the edge. */
    private static final int SURE_LEVEL_MIN = 250;

    private final CellGrid grid;
    private final RgbPlanes light;
    private final float[] weights;

    private SurfaceCells(CellGrid grid) {
        this.grid = grid;
        this.light = RgbPlanes.black(grid.cells());
        this.weights = new float[grid.cells()];
    }

    /** The surface under a mask; where no pixel of it is sure, every pixel counts. */
    static SurfaceCells of(Raster photo, Mask share, CellGrid grid) {
        var cells = new SurfaceCells(grid);
        if (!cells.gather(photo, share.levels(), SURE_LEVEL_MIN)) {
            cells.gather(photo, share.levels(), 1);
        }
        return cells;
    }

    private boolean gather(Raster photo, byte[] levels, int levelMin) {
        int cell = grid.cellPx();
        int step = Math.max(1, cell / SAMPLES_ACROSS);
        byte[] rgb = photo.rgb();
        boolean any = false;
        for (int y = 0; y < photo.height(); y += step) {
            int at = y / cell * grid.columns();
            int line = y * photo.width();
            for (int x = 0; x < photo.width(); at++) {
                int end = Math.min(photo.width(), (x / cell + 1) * cell);
                float red = 0;
                float green = 0;
                float blue = 0;
                int count = 0;
                for (; x < end; x += step) {
                    if ((levels[line + x] & 255) >= levelMin) {
                        int from = (line + x) * 3;
                        red += Srgb.linear(rgb[from]);
                        green += Srgb.linear(rgb[from + 1]);
                        blue += Srgb.linear(rgb[from + 2]);
                        count++;
                    }
                }
                if (count > 0) {
                    add(at, red, green, blue, count);
                    any = true;
                }
            }
        }
        for (int i = 0; i < weights.length; i++) {
            if (weights[i] > 0) {
                float per = 1 / weights[i];
                light.red()[i] *= per;
                light.green()[i] *= per;
                light.blue()[i] *= per;
            }
        }
        return any;
    }

    private void add(int at, float red, float green, float blue, int count) {
        weights[at] += count;
        light.red()[at] += red;
        light.green()[at] += green;
        light.blue()[at] += blue;
    }

    CellGrid grid() {
        return grid;
    }

    boolean isSeen(int cell) {
        return weights[cell] > 0;
    }

    /** The mean light, 0 where the surface is not seen; not to be changed. */
    RgbPlanes light() {
        return light;
    }

    float luminance(int cell) {
        return light.luminance(cell);
    }

    /** A copy of the weights, for a blur that lets unseen cells count nothing. */
    float[] weights() {
        return weights.clone();
    }

    /** A value for each cell. */
    interface CellValue {
        float of(int cell);
    }

    /** Gaussian means over the cells that count. */
    Means smooth(float[] counted, double sigma) {
        return new Means(counted, sigma);
    }

    /** Less than this is the rounding of sliding sums. */
    private static final float WEIGHT_MIN = 1e-3f;

    /** The Gaussian mean of values over the cells that count; other cells take from those around. 0 where none is near. */
    final class Means {
        private final float[] counted;
        private final float[] sums;
        private final double sigma;
        private final Blur blur = new Blur(grid.columns(), grid.rows());

        private Means(float[] counted, double sigma) {
            this.counted = counted;
            this.sigma = sigma;
            this.sums = counted.clone();
            blur.gaussian(sums, sigma);
        }

        float[] of(CellValue value) {
            float[] plane = new float[grid.cells()];
            for (int i = 0; i < plane.length; i++) {
                plane[i] = counted[i] > 0 ? counted[i] * value.of(i) : 0;
            }
            blur.gaussian(plane, sigma);
            for (int i = 0; i < plane.length; i++) {
                plane[i] = sums[i] > WEIGHT_MIN ? plane[i] / sums[i] : 0;
            }
            return plane;
        }

        /** Those of three planes. */
        RgbPlanes of(RgbPlanes planes) {
            return new RgbPlanes(
                    of(cell -> planes.red()[cell]), of(cell -> planes.green()[cell]), of(cell -> planes.blue()[cell]));
        }
    }
}
