package photoset.cpu.noise;

/**
 * Gradient noise (Perlin: Improving Noise, 2002) in two dimensions, -1 to 1 about 0, repeating with its extent.
 */
public final class Noise {
    /** Gradients of unit length in sixteen directions, so that no axis is seen. */
    private static final int DIRECTIONS = 16;

    private static final float[] DX = new float[DIRECTIONS];
    private static final float[] DY = new float[DIRECTIONS];

    /** Brings the largest values, about .7, to 1. */
    private static final float GAIN = 1.45f;

    /** Features narrower than this many pixels would be noise of the pixel grid. */
    private static final double FEATURE_PX_MIN = 1.6;

    static {
        for (int i = 0; i < DIRECTIONS; i++) {
            DX[i] = (float) StrictMath.cos((i + .5) * 2 * StrictMath.PI / DIRECTIONS);
            DY[i] = (float) StrictMath.sin((i + .5) * 2 * StrictMath.PI / DIRECTIONS);
        }
    }

    private final byte[] directions;
    private final int columns;
    private final int rows;
    private final float perCmX;
    private final float perCmY;

    /**
     * A field.
     *
     * @param alongCm size of a feature along x; adapted to fit into the extent a whole number of times
     * @param acrossCm size of a feature along y; likewise
     */
    public Noise(int seed, Extent extent, double alongCm, double acrossCm) {
        double finest = FEATURE_PX_MIN * extent.cmPerPx();
        this.columns = count(extent.widthCm(), Math.max(finest, alongCm));
        this.rows = count(extent.heightCm(), Math.max(finest, acrossCm));
        this.perCmX = (float) (columns / extent.widthCm());
        this.perCmY = (float) (rows / extent.heightCm());
        this.directions = new byte[columns * rows];
        for (int row = 0, i = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++, i++) {
                directions[i] = (byte) (Hash.of(seed, column, row) & DIRECTIONS - 1);
            }
        }
    }

    private static int count(double whole, double part) {
        return (int) Math.max(1, Math.round(whole / part));
    }

    /** The value at a place in cm. */
    public float at(float xCm, float yCm) {
        float x = xCm * perCmX;
        float y = yCm * perCmY;
        int column = floor(x);
        int row = floor(y);
        x -= column;
        y -= row;
        int left = wrap(column, columns);
        int top = wrap(row, rows) * columns;
        int right = left + 1 == columns ? 0 : left + 1;
        int bottom = top + columns == directions.length ? 0 : top + columns;
        float fadeX = fade(x);
        float above = mix(slope(top + left, x, y), slope(top + right, x - 1, y), fadeX);
        float below = mix(slope(bottom + left, x, y - 1), slope(bottom + right, x - 1, y - 1), fadeX);
        return GAIN * mix(above, below, fade(y));
    }

    private float slope(int node, float x, float y) {
        int direction = directions[node];
        return DX[direction] * x + DY[direction] * y;
    }

    private static int floor(float value) {
        int whole = (int) value;
        return value < whole ? whole - 1 : whole;
    }

    private static int wrap(int index, int count) {
        int once = index < 0 ? index + count : index >= count ? index - count : index;
        return once >= 0 && once < count ? once : Math.floorMod(once, count);
    }

    private static float fade(float t) {
        return t * t * t * (t * (t * 6 - 15) + 10);
    }

    private static float mix(float low, float high, float share) {
        return low + share * (high - low);
    }
}
