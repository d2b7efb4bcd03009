package photoset.gpu.planes;

import java.util.function.IntConsumer;

/** Visits a field part by part, each pixel once; parts of "yes" hang together by corners too, parts of "no" do not. */
final class RegionFill {
    private final int width;
    private final int size;
    private final boolean[] seen;

    /** The pixels of the part at hand; those before {@code done} have passed the flood on. */
    private final int[] part;

    private int area;
    private boolean touchesEdge;

    RegionFill(int width, int size) {
        this.width = width;
        this.size = size;
        this.seen = new boolean[size];
        this.part = new int[size];
    }

    boolean isNew(int pixel) {
        return !seen[pixel];
    }

    /** Takes the whole part that a new pixel belongs to. */
    void fill(boolean[] field, int pixel) {
        boolean value = field[pixel];
        area = 0;
        touchesEdge = false;
        take(pixel);
        for (int done = 0; done < area; done++) {
            int at = part[done];
            int x = at % width;
            boolean left = x > 0;
            boolean right = x < width - 1;
            touchesEdge |= !left || !right || at < width || at >= size - width;
            spread(field, value, at - width, left && value, right && value);
            spread(field, value, at + width, left && value, right && value);
            if (left) {
                offer(field, value, at - 1);
            }
            if (right) {
                offer(field, value, at + 1);
            }
        }
    }

    private void spread(boolean[] field, boolean value, int at, boolean left, boolean right) {
        if (at < 0 || at >= size) {
            return;
        }
        offer(field, value, at);
        if (left) {
            offer(field, value, at - 1);
        }
        if (right) {
            offer(field, value, at + 1);
        }
    }

    private void offer(boolean[] field, boolean value, int pixel) {
        if (field[pixel] == value && !seen[pixel]) {
            take(pixel);
        }
    }

    private void take(int pixel) {
        seen[pixel] = true;
        part[area++] = pixel;
    }

    int area() {
        return area;
    }

    boolean touchesEdge() {
        return touchesEdge;
    }

    void forEach(IntConsumer action) {
        for (int i = 0; i < area; i++) {
            action.accept(part[i]);
        }
    }
}
