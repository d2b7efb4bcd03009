package photoset.imaging.regions;

import java.util.Arrays;
import java.util.function.Consumer;

/** Finds the connected components of masks of one shape, by breadth-first search. Not for several threads. */
public final class ConnectedComponents {
    private final int columns;
    private final int[] pixels;

    /** For masks of this shape. */
    public ConnectedComponents(BitMask mask) {
        this.columns = mask.columns();
        this.pixels = new int[mask.size()];
    }

    /** Whether two neighbours belong together. */
    public interface Bond {
        boolean holds(int pixel, int beside);
    }

    /** One component; valid until the next is found. */
    public final class Component {
        private int count;

        public int size() {
            return count;
        }

        public int pixel(int i) {
            return pixels[i];
        }

        /** A copy that stays valid. */
        public int[] pixels() {
            return Arrays.copyOf(pixels, count);
        }

        /** How much of the rectangle around it the component fills (its extent), 0 to 1. */
        public double extent() {
            int left = columns;
            int right = 0;
            int top = Integer.MAX_VALUE;
            int bottom = 0;
            for (int i = 0; i < count; i++) {
                int column = pixels[i] % columns;
                int row = pixels[i] / columns;
                left = Math.min(left, column);
                right = Math.max(right, column);
                top = Math.min(top, row);
                bottom = Math.max(bottom, row);
            }
            return (double) count / ((right - left + 1) * (bottom - top + 1));
        }

        public void addTo(BitMask mask) {
            for (int i = 0; i < count; i++) {
                mask.add(pixels[i]);
            }
        }

        public boolean touches(BitMask mask) {
            for (int i = 0; i < count; i++) {
                if (mask.has(pixels[i])) {
                    return true;
                }
            }
            return false;
        }
    }

    /** Gives every component once, in the order of their first pixels. */
    public void forEach(BitMask mask, Connectivity connectivity, Consumer<Component> consumer) {
        search(mask, connectivity, (_, _) -> true, consumer);
    }

    /**
     * The same for neighbours that share a side and belong together by a bond. Where it holds one way and not the other, the
     * component that is found first takes the pixel.
     */
    public void forEach(BitMask mask, Bond bond, Consumer<Component> consumer) {
        search(mask, Connectivity.FOUR, bond, consumer);
    }

    private void search(BitMask mask, Connectivity connectivity, Bond bond, Consumer<Component> consumer) {
        var left = mask.copy();
        var component = new Component();
        for (int pixel = left.next(0); pixel < left.size(); pixel = left.next(pixel + 1)) {
            component.count = 0;
            visit(left, component, pixel);
            for (int i = 0; i < component.count; i++) {
                spread(left, component, pixels[i], bond);
                if (connectivity == Connectivity.EIGHT) {
                    spreadByCorners(left, component, pixels[i], bond);
                }
            }
            consumer.accept(component);
        }
    }

    private void spread(BitMask left, Component component, int pixel, Bond bond) {
        int column = pixel % columns;
        if (column > 0) {
            offer(left, component, pixel, pixel - 1, bond);
        }
        if (column < columns - 1) {
            offer(left, component, pixel, pixel + 1, bond);
        }
        if (pixel >= columns) {
            offer(left, component, pixel, pixel - columns, bond);
        }
        if (pixel + columns < pixels.length) {
            offer(left, component, pixel, pixel + columns, bond);
        }
    }

    private void spreadByCorners(BitMask left, Component component, int pixel, Bond bond) {
        int column = pixel % columns;
        for (int beside = pixel - columns; beside <= pixel + columns; beside += 2 * columns) {
            if (beside >= 0 && beside < pixels.length) {
                if (column > 0) {
                    offer(left, component, pixel, beside - 1, bond);
                }
                if (column < columns - 1) {
                    offer(left, component, pixel, beside + 1, bond);
                }
            }
        }
    }

    private void offer(BitMask left, Component component, int pixel, int beside, Bond bond) {
        if (left.has(beside) && bond.holds(pixel, beside)) {
            visit(left, component, beside);
        }
    }

    private void visit(BitMask left, Component component, int pixel) {
        left.remove(pixel);
        pixels[component.count++] = pixel;
    }
}
