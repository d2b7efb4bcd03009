package photoset.cpu.header;

import java.util.Optional;

/**
 * The first directory of a TIFF structure (TIFF 6.0, section 2), which EXIF uses too, or of a BigTIFF, whose offsets and
 * counts have 8 bytes; here they stay below 2 GB, as the file does.
 */
final class TiffDirectory {
    static final int ORIENTATION = 274;

    private static final int SHORT = 3;
    private static final int LONG = 4;
    private static final int LONG8 = 16;

    /** As many as a plain TIFF can have. */
    private static final int ENTRIES_MAX = 65_535;

    private final FileBytes bytes;
    private final int origin;
    private final boolean little;
    private final boolean big;
    private final int start;

    private TiffDirectory(FileBytes bytes, int origin, boolean little, boolean big) {
        this.bytes = bytes;
        this.origin = origin;
        this.little = little;
        this.big = big;
        this.start = origin + (big ? i64(origin + 8) : i32(origin + 4));
    }

    /**
     * The directory of the structure that starts at {@code origin}, or nothing if none starts there.
     *
     * @throws IndexOutOfBoundsException if it is cut off, as do all methods
     */
    static Optional<TiffDirectory> at(FileBytes bytes, int origin) {
        return switch (bytes.text(origin, 4)) {
            case "MM\0*" -> Optional.of(new TiffDirectory(bytes, origin, false, false));
            case "II*\0" -> Optional.of(new TiffDirectory(bytes, origin, true, false));
            case "MM\0+" -> Optional.of(new TiffDirectory(bytes, origin, false, true));
            case "II+\0" -> Optional.of(new TiffDirectory(bytes, origin, true, true));
            default -> Optional.empty();
        };
    }

    /** Whether another directory follows, in a TIFF another page. */
    boolean hasNext() {
        return size(entry(entries())) != 0;
    }

    /** How many values a tag has; 0 if it is absent. */
    int count(int tag) {
        int entry = find(tag);
        return entry < 0 ? 0 : size(entry + 4);
    }

    /** The first value of a tag, or this one if it is absent or no whole number. */
    int number(int tag, int fallback) {
        return number(tag, 0, fallback);
    }

    /** The value at a position, from 0. */
    int number(int tag, int position, int fallback) {
        int entry = find(tag);
        if (entry < 0 || position >= size(entry + 4)) {
            return fallback;
        }
        return switch (u16(entry + 2)) {
            case SHORT -> u16(place(entry, 2) + 2 * position);
            case LONG -> i32(place(entry, 4) + 4 * position);
            case LONG8 -> i64(place(entry, 8) + 8 * position);
            default -> fallback;
        };
    }

    private int place(int entry, int size) {
        // Values that fit into an entry stand there; more of them, or longer ones, stand elsewhere.
        int value = entry + (big ? 12 : 8);
        boolean inline = (long) size(entry + 4) * size <= (big ? 8 : 4);
        return inline ? value : origin + size(value);
    }

    private int find(int tag) {
        int entries = entries();
        for (int i = 0; i < entries; i++) {
            int entry = entry(i);
            if (u16(entry) == tag) {
                return entry;
            }
        }
        return -1;
    }

    private int entries() {
        int entries = big ? i64(start) : u16(start);
        if (entries > ENTRIES_MAX) {
            throw new IndexOutOfBoundsException(entries);
        }
        return entries;
    }

    private int entry(int index) {
        return big ? start + 8 + index * 20 : start + 2 + index * 12;
    }

    /** A count or an offset. */
    private int size(int at) {
        return big ? i64(at) : i32(at);
    }

    private int i64(int at) {
        int high = i32(little ? at + 4 : at);
        int low = i32(little ? at : at + 4);
        if (high != 0 || low < 0) {
            throw new IndexOutOfBoundsException(low);
        }
        return low;
    }

    private int u16(int at) {
        return little ? bytes.u16Little(at) : bytes.u16(at);
    }

    private int i32(int at) {
        return little ? bytes.i32Little(at) : bytes.i32(at);
    }
}
