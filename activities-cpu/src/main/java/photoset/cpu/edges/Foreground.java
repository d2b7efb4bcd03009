package photoset.cpu.edges;

import java.util.Arrays;
import java.util.List;
import photoset.imaging.Interpolation;
import photoset.imaging.Mask;
import photoset.imaging.Raster;
import photoset.imaging.RgbPlanes;
import photoset.imaging.Srgb;
import photoset.imaging.regions.BitMask;

/**
 * The colour that a surface itself has where its mask is soft. A pixel there is a mixture, I = a F + (1 - a) B; who paints
 * I as if it were all surface leaves a fringe of the thing beside it. Paint F instead and add the difference:
 * out = I + a (paint(F) - F).
 *
 * <p>F and B are first spread from the nodes that are surely surface and surely not, then corrected so that they mix to I
 * (Forte, Approximate Fast Foreground Colour Estimation, 2021). Under a mask of 255 this is I itself, so that nothing
 * jumps where the soft edge begins. Keeps 24 bytes for each node of a grid of 768 along the long side: 0.5 bytes for each
 * pixel of a photo of 24 MP, 6 at the most. While it is made it takes three times that.
 */
public final class Foreground {
    private static final int ALL = 255;

    /** Places in a node where the mask is read, along each axis. */
    private static final int SAMPLES_ACROSS = 3;

    /** Nodes beside a soft one are left out of what is sure: the lens blurs wider than the mask. */
    private static final int BESIDE = 1;

    /** Colours further from a soft node than this are not asked; any nearer one counts more. */
    private static final int FAR = 16;

    /** A pixel that shows less than this of what is beside the surface is all surface; noise makes as much. */
    private static final float TRACE = .04f;

    /** Linear light between surface and rest, as a sum of squares, below which mixtures of them cannot be told. */
    private static final float APART_MIN = .01f;

    /** How far off the line from rest to surface a mixture may be, as a share of what it shows of the rest. */
    private static final float OFF_THE_LINE = .3f;

    private final Raster photo;
    private final Mask mask;
    private final Grid grid;
    private final BitMask near;
    private final boolean told;
    private final float[] surface;
    private final float[] rest;
    private final int columns;
    private final Interpolation across;
    private final Interpolation down;

    private Foreground(Grid grid, Mask mask) {
        this.photo = grid.photo();
        this.mask = mask;
        this.grid = grid;
        this.columns = grid.columns();
        this.across = Interpolation.of(photo.width(), columns, grid.step());
        this.down = Interpolation.of(photo.height(), grid.rows(), grid.step());
        var all = new BitMask(columns, grid.rows());
        var none = new BitMask(columns, grid.rows());
        sort(grid, mask, all, none);
        var soft = all.or(none).inverse();
        this.near = soft.grown(BESIDE);
        var asked = soft.grown(FAR).without(near);
        var surely = all.and(asked);
        var surelyNot = none.and(asked);
        var light = lightened(grid.color(surely.or(surelyNot)), surely.or(surelyNot));
        this.told = !surely.isEmpty() && !surelyNot.isEmpty();
        var read = near.grown(1);
        this.surface = PullPush.of(light, surely, read);
        this.rest = PullPush.of(light, surelyNot, read);
    }

    private Foreground(Foreground same, Mask mask) {
        this.photo = same.photo;
        this.mask = mask;
        this.grid = same.grid;
        this.near = same.near;
        this.told = same.told;
        this.surface = same.surface;
        this.rest = same.rest;
        this.columns = same.columns;
        this.across = same.across;
        this.down = same.down;
    }

    /**
     * One for each mask, in their order.
     *
     * @param shares masks of the photo's size, neither they nor the photo are changed or copied
     */
    public static List<Foreground> under(Raster photo, List<Mask> shares) {
        var grid = Grid.over(photo);
        return shares.parallelStream().map(mask -> new Foreground(grid, mask)).toList();
    }

    /** Marks nodes that are all surface and nodes that have none of it. */
    private static void sort(Grid grid, Mask mask, BitMask all, BitMask none) {
        int stride = Math.max(1, (grid.step() - 1) / (SAMPLES_ACROSS - 1));
        var line = new Line(grid.columns());
        for (int row = 0; row < grid.rows(); row++) {
            line.forget();
            int bottom = Math.min(mask.height(), (row + 1) * grid.step());
            for (int y = row * grid.step(); y < bottom; y += stride) {
                for (int offset = 0; offset < grid.step(); offset += stride) {
                    line.see(mask, y, offset, grid.step());
                }
            }
            for (int column = 0, node = row * grid.columns(); column < grid.columns(); column++, node++) {
                if (line.least[column] == (byte) ALL) {
                    all.add(node);
                } else if (line.most[column] == 0) {
                    none.add(node);
                }
            }
        }
    }

    /** A row of nodes: of all bits set, and of none, any number of levels keep the trace. */
    private static final class Line {
        private final byte[] least;
        private final byte[] most;

        Line(int columns) {
            least = new byte[columns];
            most = new byte[columns];
        }

        void forget() {
            Arrays.fill(least, (byte) ALL);
            Arrays.fill(most, (byte) 0);
        }

        /** One pixel of every node, so far from its left border. */
        void see(Mask mask, int y, int offset, int step) {
            byte[] levels = mask.levels();
            int within = Math.min(least.length, (mask.width() - offset + step - 1) / step);
            for (int column = 0, at = y * mask.width() + offset; column < within; column++, at += step) {
                least[column] &= levels[at];
                most[column] |= levels[at];
            }
        }
    }

    private static RgbPlanes lightened(RgbPlanes color, BitMask nodes) {
        for (float[] plane : List.of(color.red(), color.green(), color.blue())) {
            for (int node = nodes.next(0); node < nodes.size(); node = nodes.next(node + 1)) {
                plane[node] = Srgb.linear((byte) (int) (plane[node] * ALL + .5f));
            }
        }
        return color;
    }

    /**
     * The surface's own linear light at a pixel, into {@code rgb}; the photo's where the mask is 0 or 255
     * or where it is nowhere certain.
     */
    public void at(int x, int y, float[] rgb) {
        int pixel = y * photo.width() + x;
        int level = mask.at(pixel);
        boolean soft = told && level != 0 && level != ALL;
        float alpha = level / (float) ALL;
        for (int channel = 0; channel < PullPush.CHANNELS; channel++) {
            float light = Srgb.linear(photo.rgb()[pixel * 3 + channel]);
            rgb[channel] = soft ? own(light, alpha, x, y, channel) : light;
        }
    }

    /** The shares that it goes by. */
    public Mask mask() {
        return mask;
    }

    /**
     * The same under a mask that is less sure: beside its edge a pixel which the mask counts as all surface, but which is a
     * mixture with something brighter by its colour, gets the share that it shows. A lens blurs wider than a mask is soft,
     * and on a dark wall that becomes light a tenth of the white beside it would glow.
     */
    public Foreground trimmed() {
        if (!told) {
            return this;
        }
        byte[] levels = mask.levels().clone();
        for (int node = near.next(0); node < near.size(); node = near.next(node + 1)) {
            int left = node % columns * grid.step();
            int top = node / columns * grid.step();
            int bottom = Math.min(photo.height(), top + grid.step());
            for (int y = top; y < bottom; y++) {
                trim(levels, y, left, Math.min(photo.width(), left + grid.step()));
            }
        }
        return new Foreground(this, new Mask(mask.width(), mask.height(), levels));
    }

    private void trim(byte[] levels, int y, int left, int right) {
        for (int x = left; x < right; x++) {
            int pixel = y * photo.width() + x;
            if (levels[pixel] == (byte) ALL) {
                levels[pixel] = (byte) Math.round(ALL * shown(x, y, pixel));
            }
        }
    }

    /** How much of the surface a pixel shows that lies on the line between the colours of both sides; else 1. */
    private float shown(int x, int y, int pixel) {
        float apart = 0;
        float along = 0;
        float square = 0;
        float brighter = 0;
        for (int channel = 0; channel < PullPush.CHANNELS; channel++) {
            float other = spread(rest, x, y, channel);
            float way = spread(surface, x, y, channel) - other;
            float off = Srgb.linear(photo.rgb()[pixel * 3 + channel]) - other;
            apart += way * way;
            along += way * off;
            square += off * off;
            brighter -= way;
        }
        float share = along / apart;
        float besides = 1 - share;
        boolean isMixed = brighter > 0 && apart > APART_MIN && besides > TRACE && share > 0;
        // Pythagoras: what is left of the pixel's way when its part along the line is taken off.
        boolean isOnTheLine = square - share * along < OFF_THE_LINE * OFF_THE_LINE * besides * besides * apart;
        return isMixed && isOnTheLine ? share : 1;
    }

    private float own(float light, float alpha, int x, int y, int channel) {
        float own = spread(surface, x, y, channel);
        float other = spread(rest, x, y, channel);
        float corrected = own + alpha * (light - alpha * own - (1 - alpha) * other);
        return Math.clamp(corrected, 0f, 1f);
    }

    private float spread(float[] colors, int x, int y, int channel) {
        int upper = down.low(y) * columns;
        int lower = down.high(y) * columns;
        int left = across.low(x);
        int right = across.high(x);
        return down.mix(
                y,
                across.mix(x, at(colors, upper + left, channel), at(colors, upper + right, channel)),
                across.mix(x, at(colors, lower + left, channel), at(colors, lower + right, channel)));
    }

    private static float at(float[] colors, int node, int channel) {
        return colors[node * PullPush.CHANNELS + channel];
    }
}
