package photoset.gpu.planes;

import photoset.imaging.Plane;

/** Yes or no for each pixel, with the two repairs that thresholded probabilities need. Not thread-safe. */
public final class BinaryMask {
    private final int width;
    private final int height;
    private final boolean[] inside;

    private BinaryMask(int width, int height, boolean[] inside) {
        this.width = width;
        this.height = height;
        this.inside = inside;
    }

    /** Yes where the margin is not negative. */
    public static BinaryMask of(Plane margin) {
        var inside = new boolean[margin.values().length];
        for (int i = 0; i < inside.length; i++) {
            inside[i] = margin.values()[i] >= 0;
        }
        return new BinaryMask(margin.width(), margin.height(), inside);
    }

    /** Row by row; the field's own array. */
    public boolean[] inside() {
        return inside;
    }

    /** Drops connected parts (corners count) of fewer pixels. */
    public BinaryMask withoutIslands(int areaMin) {
        return flipped(true, areaMin);
    }

    /** Fills enclosed gaps of fewer pixels; a gap at the picture's edge is none. */
    public BinaryMask withoutHoles(int areaMin) {
        return flipped(false, areaMin);
    }

    /** Only what also lies in {@code other}. */
    public BinaryMask within(BinaryMask other) {
        var both = new boolean[inside.length];
        for (int i = 0; i < both.length; i++) {
            both[i] = inside[i] && other.inside[i];
        }
        return new BinaryMask(width, height, both);
    }

    /** Everything at most {@code radius} pixels away, in a square. */
    public BinaryMask grown(int radius) {
        var across = turned(inside, width, radius);
        return new BinaryMask(width, height, turned(across, height, radius));
    }

    /** The opposite. */
    public BinaryMask outside() {
        var flipped = new boolean[inside.length];
        for (int i = 0; i < flipped.length; i++) {
            flipped[i] = !inside[i];
        }
        return new BinaryMask(width, height, flipped);
    }

    /** Spreads along lines and returns rows and columns exchanged, so that a second call does the other axis. */
    private static boolean[] turned(boolean[] field, int length, int radius) {
        int lines = field.length / length;
        var out = new boolean[field.length];
        for (int line = 0; line < lines; line++) {
            int last = -2 * radius - 1;
            for (int i = 0; i < length + radius; i++) {
                if (i < length && field[line * length + i]) {
                    last = i;
                }
                if (i >= radius && last >= i - 2 * radius) {
                    out[(i - radius) * lines + line] = true;
                }
            }
        }
        return out;
    }

    private BinaryMask flipped(boolean value, int areaMin) {
        var repaired = inside.clone();
        var part = new RegionFill(width, inside.length);
        for (int i = 0; i < inside.length; i++) {
            if (inside[i] == value && part.isNew(i)) {
                part.fill(inside, i);
                if (part.area() < areaMin && (value || !part.touchesEdge())) {
                    part.forEach(pixel -> repaired[pixel] = !value);
                }
            }
        }
        return new BinaryMask(width, height, repaired);
    }
}
