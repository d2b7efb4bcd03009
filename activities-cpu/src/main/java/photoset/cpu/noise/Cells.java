package photoset.cpu.noise;

/**
 * A plane divided among random points (Worley: A Cellular Texture Basis Function, 1996), repeating with its extent. Holds
 * the last answer; one thread at a time.
 */
public final class Cells {
    private static final float PER_STEP = 1f / 65536;

    private final int[] points;
    private final int columns;
    private final int rows;
    private final float cellX;
    private final float cellY;
    private int id;
    private float border;

    /**
     * A field.
     *
     * @param sizeCm mean distance of two points
     */
    public Cells(int seed, Extent extent, double sizeCm) {
        this.columns = (int) Math.max(2, Math.round(extent.widthCm() / sizeCm));
        this.rows = (int) Math.max(2, Math.round(extent.heightCm() / sizeCm));
        this.cellX = (float) (extent.widthCm() / columns);
        this.cellY = (float) (extent.heightCm() / rows);
        this.points = new int[columns * rows];
        for (int row = 0, i = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++, i++) {
                points[i] = Hash.of(seed, column, row);
            }
        }
    }

    /** Finds the cell of a place in cm; afterwards {@link #id} and {@link #border} tell about it. */
    public void locate(float xCm, float yCm) {
        float x = xCm / cellX;
        float y = yCm / cellY;
        int column = (int) Math.floor(x);
        int row = (int) Math.floor(y);
        float nearest = Float.MAX_VALUE;
        float second = Float.MAX_VALUE;
        for (int j = row - 1; j <= row + 1; j++) {
            int line = wrap(j, rows) * columns;
            for (int i = column - 1; i <= column + 1; i++) {
                int hash = points[line + wrap(i, columns)];
                float dx = (i + (hash & 0xffff) * PER_STEP - x) * cellX;
                float dy = (j + (hash >>> 16) * PER_STEP - y) * cellY;
                float square = dx * dx + dy * dy;
                if (square < nearest) {
                    second = nearest;
                    nearest = square;
                    id = hash;
                } else if (square < second) {
                    second = square;
                }
            }
        }
        border = ((float) Math.sqrt(second) - (float) Math.sqrt(nearest)) / 2;
    }

    private static int wrap(int index, int count) {
        int once = index < 0 ? index + count : index >= count ? index - count : index;
        return once >= 0 && once < count ? once : Math.floorMod(once, count);
    }

    /** Which point is nearest. */
    public int id() {
        return id;
    }

    /** About how far the border to the next point's area is, in cm. */
    public float border() {
        return border;
    }
}
