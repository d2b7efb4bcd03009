package photoset.cpu.edges;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import photoset.imaging.Mask;
import photoset.imaging.Raster;
import photoset.imaging.RgbPlanes;
import photoset.imaging.Srgb;
import photoset.imaging.regions.BitMask;

/**
 * A photo seen through square nodes, fine enough for the cells of the networks (long side 512) and coarse enough that
 * work on every node costs little beside decoding. Colours are encoded sRGB, 0 to 1.
 */
public final class Grid {
    /** The long side of what networks see; a photo's masks are no finer than this. */
    private static final double NETWORK_SIDE = 512;

    /** Nodes along the long side: one and a half for each cell of the network, so that a fit sees both sides of an edge. */
    private static final int SIDE = 768;

    /** Pixels read across a node; nine of a node's pixels give its mean to a part of the noise. */
    private static final int SAMPLES_ACROSS = 3;

    private final Raster photo;
    private final int step;
    private final int columns;
    private final int rows;
    private @Nullable RgbPlanes color;
    private @Nullable RgbPlanes light;
    private @Nullable Seams seams;

    private Grid(Raster photo) {
        this.photo = photo;
        this.step = Math.max(1, (int) Math.round(Math.max(photo.width(), photo.height()) / (double) SIDE));
        this.columns = (photo.width() + step - 1) / step;
        this.rows = (photo.height() + step - 1) / step;
    }

    public static Grid over(Raster photo) {
        return new Grid(photo);
    }

    /** The mean colours of some nodes; 0 elsewhere. */
    public RgbPlanes color(BitMask wanted) {
        var color = RgbPlanes.black(size());
        for (int row = 0; row < rows; row++) {
            int first = row * columns;
            int end = first + columns;
            for (int node = wanted.next(first, end); node < end; node = wanted.next(node + 1, end)) {
                sample(node - first, row, color);
            }
        }
        return color;
    }

    private void sample(int column, int row, RgbPlanes color) {
        int stride = stride();
        int right = Math.min(photo.width(), (column + 1) * step);
        int bottom = Math.min(photo.height(), (row + 1) * step);
        byte[] rgb = photo.rgb();
        int red = 0;
        int green = 0;
        int blue = 0;
        int count = 0;
        for (int y = row * step; y < bottom; y += stride) {
            for (int x = column * step; x < right; x += stride) {
                int at = (y * photo.width() + x) * 3;
                red += rgb[at] & 255;
                green += rgb[at + 1] & 255;
                blue += rgb[at + 2] & 255;
                count++;
            }
        }
        float scale = 1f / (255 * count);
        int node = row * columns + column;
        color.red()[node] = red * scale;
        color.green()[node] = green * scale;
        color.blue()[node] = blue * scale;
    }

    /** Distance of the pixels that are read, along both axes. */
    private int stride() {
        return (step + SAMPLES_ACROSS - 1) / SAMPLES_ACROSS;
    }

    public Raster photo() {
        return photo;
    }

    /** Pixels along a side of a node; those at the right and lower border may have fewer. */
    public int step() {
        return step;
    }

    public int columns() {
        return columns;
    }

    public int rows() {
        return rows;
    }

    public int size() {
        return columns * rows;
    }

    /** The mean colours of all nodes; taken from the photo when they are first asked for. */
    public RgbPlanes color() {
        var known = color;
        if (known == null) {
            known = sampled();
            color = known;
        }
        return known;
    }

    /** The same in linear light. */
    RgbPlanes light() {
        var known = light;
        if (known == null) {
            known = color().copy();
            lighten(known.red());
            lighten(known.green());
            lighten(known.blue());
            light = known;
        }
        return known;
    }

    /** Where the photo has no edge. */
    Seams seams() {
        var known = seams;
        if (known == null) {
            known = Seams.of(color(), columns, rows);
            seams = known;
        }
        return known;
    }

    private static void lighten(float[] plane) {
        for (int i = 0; i < plane.length; i++) {
            plane[i] = Srgb.linear((byte) (int) (255 * plane[i] + .5f));
        }
    }

    /** Whole lines at once, since a loop over the few pixels of each node would cost more than they do. */
    private RgbPlanes sampled() {
        var sampled = RgbPlanes.black(size());
        var sums = new NodeSums(columns);
        for (int row = 0; row < rows; row++) {
            sums.clear();
            int bottom = Math.min(photo.height(), (row + 1) * step);
            for (int y = row * step; y < bottom; y += stride()) {
                for (int offset = 0; offset < step; offset += stride()) {
                    add(y, offset, sums);
                }
            }
            sums.means(sampled, row * columns);
        }
        return sampled;
    }

    /** One pixel of every node of a row. */
    private void add(int y, int offset, NodeSums sums) {
        byte[] rgb = photo.rgb();
        int within = Math.min(columns, (photo.width() - offset + step - 1) / step);
        for (int column = 0, at = (y * photo.width() + offset) * 3; column < within; column++, at += 3 * step) {
            sums.red[column] += rgb[at] & 255;
            sums.green[column] += rgb[at + 1] & 255;
            sums.blue[column] += rgb[at + 2] & 255;
            sums.counts[column]++;
        }
    }

    /** The colours of one row of nodes, added up. */
    private static final class NodeSums {
        private final int[] red;
        private final int[] green;
        private final int[] blue;
        private final int[] counts;

        NodeSums(int columns) {
            red = new int[columns];
            green = new int[columns];
            blue = new int[columns];
            counts = new int[columns];
        }

        void clear() {
            Arrays.fill(red, 0);
            Arrays.fill(green, 0);
            Arrays.fill(blue, 0);
            Arrays.fill(counts, 0);
        }

        void means(RgbPlanes means, int to) {
            for (int column = 0; column < counts.length; column++) {
                float scale = 1f / (255 * counts[column]);
                means.red()[to + column] = red[column] * scale;
                means.green()[to + column] = green[column] * scale;
                means.blue()[to + column] = blue[column] * scale;
            }
        }
    }

    /** Pixels that one cell of the network covers. */
    public double cellPx() {
        return Math.max(photo.width(), photo.height()) / NETWORK_SIDE;
    }

    /** Nodes whose middle the mask covers. */
    public BitMask covered(Mask mask) {
        var covered = new BitMask(columns, rows);
        byte[] levels = mask.levels();
        for (int row = 0, node = 0; row < rows; row++) {
            int line = Math.min(photo.height() - 1, row * step + step / 2) * photo.width();
            int last = line + photo.width() - 1;
            for (int column = 0; column < columns; column++, node++) {
                if (levels[Math.min(last, line + column * step + step / 2)] < 0) {
                    covered.add(node);
                }
            }
        }
        return covered;
    }

    /** The photo's pixels in some nodes where the mask has a level or more. */
    BitMask pixels(Mask mask, int level, BitMask nodes) {
        var pixels = new BitMask(photo.width(), photo.height());
        for (int y = 0; y < photo.height(); y++) {
            int first = y / step * columns;
            int end = first + columns;
            int line = y * photo.width();
            for (int node = nodes.next(first, end); node < end; node = nodes.next(node, end)) {
                int left = (node - first) * step;
                node = Math.min(end, nodes.nextNot(node));
                int right = Math.min(photo.width(), (node - first) * step);
                add(mask, level, line + left, line + right, pixels);
            }
        }
        return pixels;
    }

    private static void add(Mask mask, int level, int from, int to, BitMask pixels) {
        for (int pixel = from; pixel < to; pixel++) {
            if (mask.at(pixel) >= level) {
                pixels.add(pixel);
            }
        }
    }
}
