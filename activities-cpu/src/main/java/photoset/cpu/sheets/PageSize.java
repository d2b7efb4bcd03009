package photoset.cpu.sheets;

/**
 * How large a page is.
 *
 * @param width in pixels
 * @param height in pixels
 * @param dpi pixels to the inch, as the file will say
 */
public record PageSize(int width, int height, int dpi) {
    /** What print shops ask for. */
    public static final int PRINT_DPI = 300;

    /** What a file for screens says; no screen reads it. */
    public static final int SCREEN_DPI = 72;

    private static final double MM_PER_INCH = 25.4;
    private static final double POINTS_PER_INCH = 72;

    /** A4, the long side across. */
    public static final PageSize A4_LANDSCAPE = print(297, 210);

    /** A4 upright. */
    public static final PageSize A4_PORTRAIT = print(210, 297);

    /** A5 upright, a card that fits into a hand. */
    public static final PageSize A5_PORTRAIT = print(148, 210);

    private static PageSize print(double widthMm, double heightMm) {
        return new PageSize(
                (int) Math.round(widthMm / MM_PER_INCH * PRINT_DPI),
                (int) Math.round(heightMm / MM_PER_INCH * PRINT_DPI),
                PRINT_DPI);
    }

    /** The whole page. */
    public Box box() {
        return new Box(0, 0, width, height);
    }

    /** Millimetres in pixels. */
    public int mm(double millimetres) {
        return (int) Math.round(millimetres / MM_PER_INCH * dpi);
    }

    /** Points of type in pixels. */
    public double points(double points) {
        return points / POINTS_PER_INCH * dpi;
    }
}
