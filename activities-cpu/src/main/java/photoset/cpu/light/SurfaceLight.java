package photoset.cpu.light;

import photoset.imaging.Mask;
import photoset.imaging.QuickSelect;
import photoset.imaging.Raster;
import photoset.workflows.rendering.Finish;

/**
 * What a photo tells about the light on one surface: which colours its paints show where they are lit well, how the
 * light's own colour drifts (bluish in a shadow, yellow by a lamp), and which light is mirrored. Kept on a coarse grid,
 * since light changes slowly and noise must not come through.
 */
public final class SurfaceLight {
    /** Smoothing of the light's colour in pixels of a picture of 1 MP. */
    private static final double SIGMA_PX = 6;

    /** A channel with more light than this needs no wider smoothing; the widest is three times as wide. */
    private static final double DARK_CHANNEL = .06;

    private static final double DARK_MAX = 3;

    /** Smoothing of the shading by which two paints are told apart where they meet, in cells. */
    private static final double MEETING_CELLS = 3;

    /** A surface that reflects less than this of a colour tells nothing about that colour in its light. */
    private static final float CHANNEL_MIN = .05f;

    /**
     * How far (red x blue) / green^2 of a light may be from that of the reference, either way: lights of rooms lie on the
     * line from daylight to lamp light, off which it moves by .13 in ln R/G and ln B/G at most (as edges of light do). What
     * is beyond is a veil of mirrored white, which on green tiles looks like lilac light.
     */
    private static final float OFF_THE_LINE = 1.3f;

    /** Fine enough for a lamp mirrored in a can; a cell is then 14 pixels wide at 24 MP. */
    private static final int CELLS = 140_000;

    /** So little of a surface may burn out. */
    private static final double TRACE = .004;

    private final CellGrid grid;
    private final SurfaceCells cells;
    private final References references;
    private final float[] sheen;
    private final float[][] mirrored;
    private final double pixels;

    private SurfaceLight(Raster photo, Mask share, Finish finish, double anchor) {
        this.pixels = photo.pixels();
        this.grid = new CellGrid(photo, CELLS);
        this.cells = SurfaceCells.of(photo, share, grid);
        this.references = References.of(photo, share, grid, anchor);
        var sheen = new SpecularMap(cells, references, finish, pixels);
        references.measureWithout(sheen.found(), cells);
        this.sheen = sheen.found();
        this.mirrored = mirrored();
    }

    /**
     * Looks at a surface that has at least one pixel.
     *
     * @param finish how it shines; tells sheen from paint where colour cannot
     * @param anchor the percentile of lightness at which it is lit well, 0.5 to 0.9
     */
    public static SurfaceLight of(Raster photo, Mask share, Finish finish, double anchor) {
        return new SurfaceLight(photo, share, finish, anchor);
    }

    /** The colour of the largest paint. */
    public SurfaceReference reference() {
        return references.main();
    }

    /** The grid of the planes. */
    public CellGrid grid() {
        return grid;
    }

    /**
     * Two planes, slope and offset: slope x luminance + offset is the linear light that a pixel mirrors, the same in every
     * channel; below 0 and above the luminance it means nothing.
     */
    public float[][] sheen() {
        return mirrored;
    }

    private float[][] mirrored() {
        for (float light : sheen) {
            if (light > 0) {
                float[] luminance = cells.smooth(cells.weights(), SpecularMap.sigma(grid, pixels))
                        .of(cells::luminance);
                return SpecularFit.lines(cells, sheen, luminance, references.mainLuminance());
            }
        }
        return new float[2][grid.cells()];
    }

    /**
     * The colour of the light at each cell, for red, green and blue; 1 each is the light in which the reference stands.
     * Only their ratios mean anything.
     */
    public float[][] tint() {
        float[] counted = cells.weights();
        for (int i = 0; i < counted.length; i++) {
            counted[i] = references.isClear(i) ? counted[i] : 0;
        }
        double sigma = SIGMA_PX * darkness() * Math.sqrt(pixels / 1e6) / grid.cellPx();
        var means = cells.smooth(counted, sigma);
        float[][] per = {perChannel(0), perChannel(1), perChannel(2)};
        float[][] tint = new float[3][];
        for (int channel = 0; channel < 3; channel++) {
            int at = channel;
            tint[channel] = means.of(cell -> light(cell, at, per));
        }
        bringToTheLine(tint);
        return tint;
    }

    /** What falls on a cell in one channel. What is mirrored has a colour of its own, so under much of it no tint is sure. */
    private float light(int cell, int channel, float[][] per) {
        int part = references.part(cell);
        float own = (cells.channel(channel, cell) - sheen[cell]) * per[channel][part];
        if (sheen[cell] <= 0) {
            return own;
        }
        float even = 0;
        for (int other = 0; other < per.length; other++) {
            even += (cells.channel(other, cell) - sheen[cell]) * per[other][part] / per.length;
        }
        float body = 1 - sheen[cell] / cells.luminance(cell);
        return even + body * body * (own - even);
    }

    private static void bringToTheLine(float[][] tint) {
        for (int i = 0; i < tint[1].length; i++) {
            float off = tint[0][i] * tint[2][i] / (tint[1][i] * tint[1][i]);
            if (off > OFF_THE_LINE && tint[1][i] > 0) {
                tint[1][i] *= (float) Math.sqrt(off / OFF_THE_LINE);
            } else if (off > 0 && off < 1 / OFF_THE_LINE) {
                tint[1][i] *= (float) Math.sqrt(off * OFF_THE_LINE);
            }
        }
    }

    /** How much wider the smoothing is where a channel is so dark that its noise would show as speckles. */
    private double darkness() {
        double least = DARK_CHANNEL;
        for (int part = 0; part < references.count(); part++) {
            var color = references.color(part);
            least = Math.min(least, Math.min(color.red(), Math.min(color.green(), color.blue())));
        }
        return Math.min(DARK_MAX, DARK_CHANNEL / Math.max(1e-6, least));
    }

    private float[] perChannel(int channel) {
        float[] per = new float[references.count()];
        for (int part = 0; part < per.length; part++) {
            var color = references.color(part);
            float shown = channel == 0 ? color.red() : channel == 1 ? color.green() : color.blue();
            per[part] = 1 / Math.max(shown, CHANNEL_MIN * references.luminance(part));
        }
        return per;
    }

    /** The largest channel that all but a trace of the surface gets when its paints are exchanged for these colours. */
    public float peak(float[][] colors) {
        float[] largest = new float[grid.cells()];
        int count = 0;
        for (int i = 0; i < largest.length; i++) {
            if (cells.isSeen(i)) {
                float color = Math.max(colors[0][i], Math.max(colors[1][i], colors[2][i]));
                float body = Math.max(0, cells.luminance(i) - sheen[i]);
                largest[count++] = color * body / references.luminance(references.part(i)) + sheen[i];
            }
        }
        return QuickSelect.at(1 - TRACE, largest, count);
    }

    /** Whether the largest paint is so dark that its colour is noise. */
    public boolean isTooDark() {
        return references.mainLuminance() > reference().color().luminance();
    }

    /** By which channels the light on the surface is told best. */
    public ChannelWeights weights() {
        return hasParts() || isTooDark()
                ? ChannelWeights.LUMINANCE
                : ChannelWeights.of(reference().color());
    }

    /** Whether the surface has more than one paint. */
    public boolean hasParts() {
        return references.count() > 1;
    }

    /** The luminance of the paint at a pixel where it is lit well; never 0. */
    public float luminance(int x, int y) {
        return references.luminance(references.part(y / grid.cellPx() * grid.columns() + x / grid.cellPx()));
    }

    /** The luminance of the darkest paint; never 0. */
    public float darkest() {
        float darkest = Float.MAX_VALUE;
        for (int part = 0; part < references.count(); part++) {
            darkest = Math.min(darkest, references.luminance(part));
        }
        return darkest;
    }

    /** The luminance by which light on the largest paint is divided; never 0. */
    public float luminance() {
        return references.mainLuminance();
    }

    /**
     * Three planes for telling two paints apart pixel by pixel where they meet: the luminance of the darkest paint near
     * a cell as it is lit well, the same of the brightest, and the shading, a cell's luminance as a share of its own
     * paint's.
     */
    public float[][] meeting() {
        float[] low = new float[grid.cells()];
        float[] counted = cells.weights();
        for (int i = 0; i < low.length; i++) {
            low[i] = references.luminance(references.part(i));
            counted[i] = references.isClear(i) ? counted[i] : 0;
        }
        float[] high = low.clone();
        int reach = 2 * (int) Math.ceil(Math.sqrt((double) grid.cells() / PaintClusters.CELLS));
        new MinMaxFilter(grid, reach).least(low);
        new MinMaxFilter(grid, reach).greatest(high);
        float[] shading = cells.smooth(counted, MEETING_CELLS)
                .of(cell -> cells.luminance(cell) / references.luminance(references.part(cell)));
        return new float[][] {low, high, shading};
    }
}
