package photoset.cpu.patterns;

/** How often colors are seen at some places, each with what is near it. */
public final class ColorCounts {
    /** Colors are looked up in so many steps of a channel. */
    private static final int BINS = 32;

    /** So many steps beside a color are grain and light. */
    private static final int NEAR_BINS = 2;

    private static final int LEVELS = 256;

    private final float[] rgb;
    private final int size;
    private final int[] counts = new int[BINS * BINS * BINS];

    /**
     * Counts colors.
     *
     * @param rgb three channels a place, 0 to 255
     */
    public ColorCounts(float[] rgb, int[] places) {
        this.rgb = rgb;
        this.size = places.length;
        for (int i : places) {
            for (int red = -NEAR_BINS; red <= NEAR_BINS; red++) {
                for (int green = -NEAR_BINS; green <= NEAR_BINS; green++) {
                    for (int blue = -NEAR_BINS; blue <= NEAR_BINS; blue++) {
                        counts[bin(i, red, green, blue)]++;
                    }
                }
            }
        }
    }

    private int bin(int i, int red, int green, int blue) {
        return (bin(rgb[3 * i], red) * BINS + bin(rgb[3 * i + 1], green)) * BINS + bin(rgb[3 * i + 2], blue);
    }

    private static int bin(float level, int more) {
        return Math.clamp(((int) level) * BINS / LEVELS + more, 0, BINS - 1);
    }

    /** Whether less than a share of the places have the color of a place. */
    public boolean isRare(int place, float share) {
        return counts[bin(place, 0, 0, 0)] < share * size;
    }
}
