package photoset.imaging.instances;

import java.util.Arrays;
import java.util.Base64;

/**
 * What one instance looks like in one photo: colors, their layout, edges, place and shape, and what a network saw there.
 * Colors are relative to what surrounds the instance (von Kries), so that exposure and white balance fall out. Immutable;
 * the same pixels give the same bytes. At most {@link #BYTES_MAX} bytes, as text a third more.
 */
public final class InstanceDescriptor {
    /** Features of a network beyond so many are no longer small beside a run-length mask. */
    public static final int FEATURES_MAX = 512;

    /** Of another layout or meaning of the bytes; descriptors of two versions cannot be compared. */
    private static final byte VERSION = 1;

    private static final int SECTIONS_BYTES = Section.SURROUNDINGS.end();

    /** The largest descriptor: below 1 KB also as Base64. */
    public static final int BYTES_MAX = SECTIONS_BYTES + FEATURES_MAX;

    /** A box that ends this near to the photo's border, as a share of the photo, may go on beyond it. */
    private static final double BORDER = .006;

    private final byte[] bytes;
    private final boolean cutLeft;
    private final boolean cutRight;
    private final boolean cutInHeight;
    private final double aspect;
    private final double elevation;

    private InstanceDescriptor(byte[] bytes) {
        this.bytes = bytes;
        this.cutLeft = left() < BORDER;
        this.cutRight = left() + width() > 1 - BORDER;
        this.cutInHeight = top() < BORDER || top() + height() > 1 - BORDER;
        this.aspect = Math.log(width() * photoAspect() / Math.max(1e-6, height()));
        double angle = Math.atan2(top() + height() - .5, top() - .5);
        // The bottom lies below the top: of a whole turn only one half is used, and this keeps it in one piece.
        this.elevation = angle < 0 ? angle + 2 * Math.PI : angle;
    }

    /** The numbers of a descriptor, each one byte; signed ones have {@link #ZERO} added. */
    enum Section {
        VERSION_NUMBER(0, 1),
        /** x, y, width and height of the box as shares of the photo, two bytes each. */
        BOX(1, 8),
        /** The photo's width by its height in thousandths, two bytes. */
        PHOTO(9, 2),
        /** L* from which on pixels are burnt out: the photo does not tell how bright they are. */
        BURNT(11, 1),
        /** Eight quantiles each of L*, a* and b*. */
        COLORS(12, 24),
        /** L*, a*, b* of each cell of the grid, row by row. */
        LAYOUT(36, 3 * Patch.CELLS),
        /** Share of each cell that can be seen. */
        SEEN(84, Patch.CELLS),
        /** Strength of edges in eight directions in each quarter. */
        EDGES(100, 32),
        /** L*, a*, b* of what surrounds it relative to the photo's median. */
        SURROUNDINGS(132, 3);

        private final int start;
        private final int length;

        Section(int start, int length) {
            this.start = start;
            this.length = length;
        }

        int start() {
            return start;
        }

        int length() {
            return length;
        }

        int end() {
            return start + length;
        }
    }

    /** What stands for 0 in a signed number. */
    static final int ZERO = 128;

    /** Collects the numbers of one descriptor. */
    static final class Builder {
        private final byte[] bytes;

        Builder(int features) {
            if (features > FEATURES_MAX) {
                throw new IllegalArgumentException(
                        "A descriptor takes at most %d features, not %d.".formatted(FEATURES_MAX, features));
            }
            bytes = new byte[SECTIONS_BYTES + features];
            bytes[0] = VERSION;
        }

        Builder put(Section section, int index, double value) {
            bytes[section.start() + index] = (byte) Math.clamp(Math.round(value), 0, 255);
            return this;
        }

        Builder putWide(Section section, int index, double value) {
            int rounded = Math.clamp(Math.round(value), 0, 65_535);
            bytes[section.start() + 2 * index] = (byte) (rounded >> 8);
            bytes[section.start() + 2 * index + 1] = (byte) rounded;
            return this;
        }

        /** A vector, brought to the length of 127. */
        Builder putFeatures(float[] features) {
            double square = 0;
            for (float feature : features) {
                square += (double) feature * feature;
            }
            double scale = square > 0 ? 127 / Math.sqrt(square) : 0;
            for (int i = 0; i < features.length; i++) {
                bytes[SECTIONS_BYTES + i] = (byte) Math.round(features[i] * scale);
            }
            return this;
        }

        InstanceDescriptor build() {
            return new InstanceDescriptor(bytes);
        }
    }

    /**
     * Reads what {@link #encoded()} wrote.
     *
     * @throws IllegalArgumentException if it is none, or of another version
     */
    public static InstanceDescriptor of(String encoded) {
        byte[] bytes = Base64.getDecoder().decode(encoded);
        if (bytes.length < SECTIONS_BYTES || bytes.length > BYTES_MAX || bytes[0] != VERSION) {
            throw new IllegalArgumentException(
                    "This is no descriptor of version %d: describe the instance again.".formatted(VERSION));
        }
        return new InstanceDescriptor(bytes);
    }

    /** As Base64, for a JSON file beside the instance's box and run-lengths. */
    public String encoded() {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** A number of a section, 0 to 255. */
    int at(int index) {
        return bytes[index] & 255;
    }

    private double share(int index) {
        int at = Section.BOX.start() + 2 * index;
        return (at(at) << 8 | at(at + 1)) / 65_535.0;
    }

    /** The box's left edge as a share of the photo's width, as are all of these of its width or height. */
    public double left() {
        return share(0);
    }

    public double top() {
        return share(1);
    }

    public double width() {
        return share(2);
    }

    public double height() {
        return share(3);
    }

    /** The photo's width by its height. */
    public double photoAspect() {
        int at = Section.PHOTO.start();
        return (at(at) << 8 | at(at + 1)) / 1000.0;
    }

    /** Whether the photo's border may hide a part of it. */
    public boolean isCut() {
        return cutLeft || cutRight || cutInHeight;
    }

    /** Whether the upper or the lower border does. */
    public boolean isCutInHeight() {
        return cutInHeight;
    }

    /** Whether the left border hides a part of it, and no other border. */
    boolean isCutLeftOnly() {
        return cutLeft && !cutRight && !cutInHeight;
    }

    /** Whether the right border does, and no other. */
    boolean isCutRightOnly() {
        return cutRight && !cutLeft && !cutInHeight;
    }

    /** Logarithm of its width by its height. */
    double logAspect() {
        return aspect;
    }

    /** Between where top and bottom are above or below the photo's middle, in radians. */
    double elevation() {
        return elevation;
    }

    /** How many features of a network it has, 0 if it was described without one. */
    public int features() {
        return bytes.length - SECTIONS_BYTES;
    }

    /** A feature, -127 to 127. */
    int feature(int index) {
        return bytes[SECTIONS_BYTES + index];
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof InstanceDescriptor that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }
}
