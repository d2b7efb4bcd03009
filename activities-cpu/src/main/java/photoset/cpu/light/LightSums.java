package photoset.cpu.light;

import photoset.imaging.Mask;
import photoset.imaging.Raster;
import photoset.imaging.RgbPlanes;
import photoset.imaging.Srgb;

/** The linear light of a surface summed up in every cell of a grid, each pixel by its share; read once, smoothed as often as wanted. */
final class LightSums {
    /** Samples across a cell. */
    private static final int SAMPLES_ACROSS = 4;

    private final CellGrid grid;
    private final RgbPlanes sums;
    private final float[] weights;

    private LightSums(CellGrid grid) {
        this.grid = grid;
        this.sums = RgbPlanes.black(grid.cells());
        this.weights = new float[grid.cells()];
    }

    static LightSums of(Raster photo, Mask share) {
        var sums = new LightSums(new CellGrid(photo));
        int step = Math.max(1, sums.grid.cellPx() / SAMPLES_ACROSS);
        for (int y = 0; y < photo.height(); y += step) {
            sums.gather(photo, share.levels(), y, step);
        }
        return sums;
    }

    private void gather(Raster photo, byte[] levels, int y, int step) {
        int cell = grid.cellPx();
        int at = y / cell * grid.columns();
        int line = y * photo.width();
        byte[] rgb = photo.rgb();
        for (int x = 0; x < photo.width(); at++) {
            int end = Math.min(photo.width(), (x / cell + 1) * cell);
            int weight = 0;
            float red = 0;
            float green = 0;
            float blue = 0;
            for (; x < end; x += step) {
                int level = levels[line + x] & 255;
                if (level > 0) {
                    int from = (line + x) * 3;
                    weight += level;
                    red += level * Srgb.linear(rgb[from]);
                    green += level * Srgb.linear(rgb[from + 1]);
                    blue += level * Srgb.linear(rgb[from + 2]);
                }
            }
            weights[at] += weight;
            sums.red()[at] += red;
            sums.green()[at] += green;
            sums.blue()[at] += blue;
        }
    }

    /** As {@link LightField#of}. */
    LightField smoothed(double sigmaPx) {
        return new LightField(grid, sums, weights, sigmaPx);
    }
}
