package photoset.imaging.regions;

import java.util.List;
import photoset.imaging.Mask;

/**
 * A mask as the COCO data set writes it: lengths of zeros and ones in turn, column by column, packed into characters
 * (5 bits each, from '0'; lengths after the third as differences to the one two before). Same strings as
 * {@code pycocotools.mask.encode}.
 *
 * @param size height, width in pixels
 * @param counts the packed lengths
 */
public record Rle(List<Integer> size, String counts) {
    private static final int FIRST_CHARACTER = 48;

    /** Packs the runs of ones {@code [starts[i], ends[i])} in column-major order, ascending and apart. */
    public static Rle of(int height, int width, int[] starts, int[] ends) {
        var packer = new Packer();
        int last = 0;
        for (int i = 0; i < starts.length; i++) {
            boolean touches = i > 0 && starts[i] == last;
            if (!touches) {
                packer.add(starts[i] - last);
                last = starts[i];
            }
            packer.grow(ends[i] - last, touches);
            last = ends[i];
        }
        packer.end(height * width - last);
        return new Rle(List.of(height, width), packer.text());
    }

    /**
     * The mask of these pixels, fully covered where it has ones.
     *
     * @throws IllegalArgumentException if the lengths are not those of the size
     */
    public Mask mask() {
        int height = size.getFirst();
        var mask = Mask.empty(size.getLast(), height);
        int at = 0;
        boolean ones = false;
        for (var unpacker = new Unpacker(counts); unpacker.hasNext(); ones = !ones) {
            int end = Math.addExact(at, unpacker.next());
            if (end < at || end > mask.levels().length) {
                throw new IllegalArgumentException("The lengths are not those of a mask of this size.");
            }
            if (ones) {
                cover(mask, at, end);
            }
            at = end;
        }
        return mask;
    }

    /** Lengths go down the columns, levels along the rows. */
    private static void cover(Mask mask, int from, int to) {
        int x = from / mask.height();
        int y = from % mask.height();
        for (int at = from; at < to; at++) {
            mask.levels()[y * mask.width() + x] = (byte) 255;
            y++;
            if (y == mask.height()) {
                y = 0;
                x++;
            }
        }
    }

    /** Reads lengths in turn. */
    private static final class Unpacker {
        private final String text;
        private int at;
        private int beforeLast;
        private int last;
        private int index;

        Unpacker(String text) {
            this.text = text;
        }

        boolean hasNext() {
            return at < text.length();
        }

        int next() {
            long value = 0;
            int shift = 0;
            int bits = 0x20;
            while ((bits & 0x20) != 0 && at < text.length()) {
                bits = text.charAt(at++) - FIRST_CHARACTER;
                value |= (long) (bits & 0x1f) << shift;
                shift += 5;
            }
            if ((bits & 0x10) != 0) {
                value |= -1L << shift;
            }
            int count = (int) (index > 2 ? value + beforeLast : value);
            beforeLast = last;
            last = count;
            index++;
            return count;
        }
    }

    /** Collects lengths; a run that goes on in the next column is one run. */
    private static final class Packer {
        private final StringBuilder text = new StringBuilder();
        private int beforeLast;
        private int last;
        private int index;
        private int open;

        void grow(int ones, boolean touches) {
            open = touches ? open + ones : ones;
        }

        void add(int zeros) {
            flush();
            write(zeros);
        }

        void end(int zeros) {
            flush();
            if (zeros > 0 || index == 0) {
                write(zeros);
            }
        }

        private void flush() {
            if (open > 0) {
                write(open);
                open = 0;
            }
        }

        private void write(int count) {
            long value = index > 2 ? count - (long) beforeLast : count;
            boolean more = true;
            while (more) {
                long bits = value & 0x1f;
                value >>= 5;
                more = (bits & 0x10) != 0 ? value != -1 : value != 0;
                text.append((char) (FIRST_CHARACTER + (more ? bits | 0x20 : bits)));
            }
            beforeLast = last;
            last = count;
            index++;
        }

        String text() {
            return text.toString();
        }
    }
}
