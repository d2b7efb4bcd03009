package photoset.cpu.removal;

/** A rectangle of a photo in pixels. */
record Window(int x, int y, int width, int height) {
    int right() {
        return x + width;
    }

    int bottom() {
        return y + height;
    }

    boolean has(int column, int row) {
        return column >= x && column < right() && row >= y && row < bottom();
    }

    boolean meets(Window other) {
        return x < other.right() && other.x < right() && y < other.bottom() && other.y < bottom();
    }

    Window with(Window other) {
        int left = Math.min(x, other.x);
        int top = Math.min(y, other.y);
        return new Window(left, top, Math.max(right(), other.right()) - left, Math.max(bottom(), other.bottom()) - top);
    }

    /** By so many pixels to each side, as far as a photo of this size has them. */
    Window grown(int by, int photoWidth, int photoHeight) {
        int left = Math.max(0, x - by);
        int top = Math.max(0, y - by);
        return new Window(
                left, top, Math.min(photoWidth, right() + by) - left, Math.min(photoHeight, bottom() + by) - top);
    }
}
