package photoset.cpu.light;

import java.util.ArrayList;
import java.util.List;
import photoset.imaging.LinearRgb;
import photoset.imaging.Mask;
import photoset.imaging.MinMaxFilter;
import photoset.imaging.QuickSelect;
import photoset.imaging.Raster;
import photoset.imaging.RgbPlanes;
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
    private final Sheen mirrored;
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
     * The linear light that a pixel mirrors, the same in every channel: slope x luminance + offset of its cell; below 0 and
     * above the luminance it means nothing.
     */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    public record Sheen(float[] slope, float[] offset) {}

    /** What is mirrored. */
    public Sheen sheen() {
        return mirrored;
    }

    private Sheen mirrored() {
        for (float light : sheen) {
            if (light > 0) {
                float[] luminance = cells.smooth(cells.weights(), SpecularMap.sigma(grid, pixels))
                        .of(cells::luminance);
                return SpecularFit.lines(cells, sheen, luminance, references.mainLuminance());
            }
        }
        return new Sheen(new float[grid.cells()], new float[grid.cells()]);
    }

    /**
     * The colour of the light at each cell; 1 each is the light in which the reference stands.
     * Only their ratios mean anything.
     */
    public RgbPlanes tint() {
        float[] counted = cells.weights();
        for (int i = 0; i < counted.length; i++) {
            counted[i] = references.isClear(i) ? counted[i] : 0;
        }
        double sigma = SIGMA_PX * darkness() * Math.sqrt(pixels / 1e6) / grid.cellPx();
        var falling = RgbPlanes.black(grid.cells());
        var per = perChannel();
        for (int i = 0; i < counted.length; i++) {
            if (counted[i] > 0) {
                fall(i, per.get(references.part(i)), falling);
            }
        }
        var tint = cells.smooth(counted, sigma).of(falling);
        bringToTheLine(tint);
        return tint;
    }

    /** What falls on a cell. What is mirrored has a colour of its own, so under much of it no tint is sure. */
    private void fall(int cell, LinearRgb per, RgbPlanes falling) {
        float red = (cells.light().red()[cell] - sheen[cell]) * per.red();
        float green = (cells.light().green()[cell] - sheen[cell]) * per.green();
        float blue = (cells.light().blue()[cell] - sheen[cell]) * per.blue();
        float even = red / 3 + green / 3 + blue / 3;
        float body = sheen[cell] > 0 ? 1 - sheen[cell] / cells.luminance(cell) : 1;
        falling.red()[cell] = sheen[cell] > 0 ? even + body * body * (red - even) : red;
        falling.green()[cell] = sheen[cell] > 0 ? even + body * body * (green - even) : green;
        falling.blue()[cell] = sheen[cell] > 0 ? even + body * body * (blue - even) : blue;
    }

    private static void bringToTheLine(RgbPlanes tint) {
        float[] green = tint.green();
        for (int i = 0; i < green.length; i++) {
            float off = tint.red()[i] * tint.blue()[i] / (green[i] * green[i]);
            if (off > OFF_THE_LINE && green[i] > 0) {
                green[i] *= (float) Math.sqrt(off / OFF_THE_LINE);
            } else if (off > 0 && off < 1 / OFF_THE_LINE) {
                green[i] *= (float) Math.sqrt(off * OFF_THE_LINE);
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

    /** By what each part's light is multiplied to be 1 where the part shows its colour. */
    private List<LinearRgb> perChannel() {
        List<LinearRgb> per = new ArrayList<>();
        for (int part = 0; part < references.count(); part++) {
            var color = references.color(part);
            float least = CHANNEL_MIN * references.luminance(part);
            per.add(new LinearRgb(
                    1 / Math.max(color.red(), least),
                    1 / Math.max(color.green(), least),
                    1 / Math.max(color.blue(), least)));
        }
        return per;
    }

    /** The largest channel that all but a trace of the surface gets when its paints are exchanged for these colours. */
    public float peak(RgbPlanes colors) {
        float[] largest = new float[grid.cells()];
        int count = 0;
        for (int i = 0; i < largest.length; i++) {
            if (cells.isSeen(i)) {
                float color = Math.max(colors.red()[i], Math.max(colors.green()[i], colors.blue()[i]));
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
     * What tells two paints apart pixel by pixel where they meet.
     *
     * @param low the luminance of the darkest paint near a cell as it is lit well
     * @param high the same of the brightest
     * @param shading a cell's luminance as a share of its own paint's
     */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    public record Meeting(float[] low, float[] high, float[] shading) {}

    /** Where its paints meet; worth its time if {@link #hasParts}. */
    public Meeting meeting() {
        float[] low = new float[grid.cells()];
        float[] counted = cells.weights();
        for (int i = 0; i < low.length; i++) {
            low[i] = references.luminance(references.part(i));
            counted[i] = references.isClear(i) ? counted[i] : 0;
        }
        float[] high = low.clone();
        int reach = 2 * (int) Math.ceil(Math.sqrt((double) grid.cells() / PaintClusters.CELLS));
        var near = new MinMaxFilter(grid.columns(), grid.rows(), reach);
        near.least(low);
        near.greatest(high);
        float[] shading = cells.smooth(counted, MEETING_CELLS)
                .of(cell -> cells.luminance(cell) / references.luminance(references.part(cell)));
        return new Meeting(low, high, shading);
    }
}
