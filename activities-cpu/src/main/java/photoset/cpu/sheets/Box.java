package photoset.cpu.sheets;

/** A rectangle on a sheet, in pixels from the top left. */
public record Box(int x, int y, int width, int height) {
    /** One past the last column. */
    public int right() {
        return x + width;
    }

    /** One past the last row. */
    public int bottom() {
        return y + height;
    }

    /** Width by height. */
    public double aspect() {
        return (double) width / height;
    }

    /** The box without a margin on every side. */
    public Box inset(int margin) {
        return new Box(x + margin, y + margin, width - 2 * margin, height - 2 * margin);
    }

    /** Its uppermost rows. */
    public Box top(int rows) {
        return new Box(x, y, width, rows);
    }

    /** Its lowest rows. */
    public Box foot(int rows) {
        return new Box(x, bottom() - rows, width, rows);
    }

    /** What is left below its uppermost rows. */
    public Box below(int rows) {
        return new Box(x, y + rows, width, height - rows);
    }

    /** What is left above its lowest rows. */
    public Box above(int rows) {
        return top(height - rows);
    }

    /** Its leftmost columns. */
    public Box left(int columns) {
        return new Box(x, y, columns, height);
    }

    /** What is left beside its leftmost columns. */
    public Box beside(int columns) {
        return new Box(x + columns, y, width - columns, height);
    }

    /** The smallest box around both. */
    public Box around(Box other) {
        int left = Math.min(x, other.x);
        int top = Math.min(y, other.y);
        return new Box(left, top, Math.max(right(), other.right()) - left, Math.max(bottom(), other.bottom()) - top);
    }

    /** The largest box of another shape inside, in the middle. */
    public Box fitted(double otherAspect) {
        int columns = Math.clamp(Math.round(height * otherAspect), 1, width);
        int rows = Math.clamp(Math.round(width / otherAspect), 1, height);
        return new Box(x + (width - columns) / 2, y + (height - rows) / 2, columns, rows);
    }
}
