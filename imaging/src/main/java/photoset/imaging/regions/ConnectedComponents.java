package photoset.imaging.regions;

import java.util.Arrays;
import java.util.function.Consumer;

/** The connected components of a mask, by their runs along rows. */
public final class ConnectedComponents {
    private ConnectedComponents() {}

    /** One component: its pixels in the order of rows. Valid until the next is given. */
    public static final class Component {
        private final int columns;
        private int[] pixels = {};
        private int count;

        private Component(int columns) {
            this.columns = columns;
        }

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
            for (int i = 0; i < count; i++) {
                int column = pixels[i] % columns;
                left = Math.min(left, column);
                right = Math.max(right, column);
            }
            int rows = pixels[count - 1] / columns - pixels[0] / columns + 1;
            return (double) count / ((right - left + 1) * rows);
        }

        public void addTo(BitMask mask) {
            for (int i = 0; i < count; ) {
                int first = pixels[i];
                int run = 1;
                while (i + run < count && pixels[i + run] == first + run) {
                    run++;
                }
                mask.add(first, first + run);
                i += run;
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
    public static void forEach(BitMask mask, Connectivity connectivity, Consumer<Component> consumer) {
        forEach(new RowRuns(mask, connectivity), mask.columns(), consumer);
    }

    /** The same for neighbors that share a side and belong together. */
    public static void forEach(BitMask mask, Bonds bonds, Consumer<Component> consumer) {
        forEach(new RowRuns(mask, bonds), mask.columns(), consumer);
    }

    private static void forEach(RowRuns runs, int columns, Consumer<Component> consumer) {
        var component = new Component(columns);
        runs.forEach((pixels, count) -> {
            component.pixels = pixels;
            component.count = count;
            consumer.accept(component);
        });
    }
}
