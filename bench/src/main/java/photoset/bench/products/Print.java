package photoset.bench.products;

/** What is printed on a product, over the print's own square: letters with counters, as Latin and Hangul have. */
public enum Print {
    NONE,
    /** Letters on the body's own paint. */
    INK,
    /** The same letters on a label with a ground of its own. */
    LABEL;

    private static final int CELL_COLUMNS = 6;
    private static final int CELL_ROWS = 9;

    /** 5 x 7, O, A, H, E, an enclosed square, and a dot. */
    private static final String[] LETTERS = {
        "01110100011000110001100011000101110",
        "00100010101000110001111111000110001",
        "10001100011000111111100011000110001",
        "11111100001000011110100001000011111",
        "11111100011000110001100011000111111",
        "00000000000000000000000000110000110"
    };

    private static final int COLUMNS = 7;
    private static final int ROWS = 3;

    /** How much of a place is ink; {@code u} and {@code v} over the print, 0 to 1, from its top left. */
    double ink(double u, double v) {
        if (this == NONE || u < 0 || u >= 1 || v < 0 || v >= 1) {
            return 0;
        }
        int column = (int) (u * COLUMNS * CELL_COLUMNS);
        int row = (int) (v * ROWS * CELL_ROWS);
        int x = column % CELL_COLUMNS;
        int y = row % CELL_ROWS;
        if (x >= 5 || y >= 7) {
            return 0;
        }
        int letter = (column / CELL_COLUMNS * 5 + row / CELL_ROWS * 3) % LETTERS.length;
        return LETTERS[letter].charAt(y * 5 + x) - '0';
    }
}
