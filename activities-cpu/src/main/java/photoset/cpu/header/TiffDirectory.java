package photoset.cpu.header;

import java.util.Optional;

/** The first directory of a TIFF structure (TIFF 6.0, section 2), which EXIF uses too. */
final class TiffDirectory {
    static final int ORIENTATION = 274;

    private static final int ENTRY_BYTES = 12;
    private static final int SHORT = 3;
    private static final int LONG = 4;

    /** Values that fit into an entry stand there; more of them, or longer ones, stand elsewhere. */
    private static final int INLINE_BYTES = 4;

    private final FileBytes bytes;
    private final int origin;
    private final boolean little;
    private final int start;

    private TiffDirectory(FileBytes bytes, int origin, boolean little) {
        this.bytes = bytes;
        this.origin = origin;
        this.little = little;
        this.start = origin + i32(origin + 4);
    }

    /**
     * The directory of the structure that starts at {@code origin}, or nothing if none starts there.
     *
     * @throws IndexOutOfBoundsException if it is cut off, as do all methods
     */
    static Optional<TiffDirectory> at(FileBytes bytes, int origin) {
        return switch (bytes.text(origin, 4)) {
            case "MM\0*" -> Optional.of(new TiffDirectory(bytes, origin, false));
            case "II*\0" -> Optional.of(new TiffDirectory(bytes, origin, true));
            default -> Optional.empty();
        };
    }

    /** Whether another directory follows, in a TIFF another page. */
    boolean hasNext() {
        return i32(start + 2 + entries() * ENTRY_BYTES) != 0;
    }

    /** How many values a tag has; 0 if it is absent. */
    int count(int tag) {
        int entry = find(tag);
        return entry < 0 ? 0 : i32(entry + 4);
    }

    /** The first value of a tag, or this one if it is absent or no whole number. */
    int number(int tag, int fallback) {
        return number(tag, 0, fallback);
    }

    /** The value at a position, from 0. */
    int number(int tag, int position, int fallback) {
        int entry = find(tag);
        if (entry < 0 || position >= i32(entry + 4)) {
            return fallback;
        }
        return switch (u16(entry + 2)) {
            case SHORT -> u16(place(entry, 2) + 2 * position);
            case LONG -> i32(place(entry, 4) + 4 * position);
            default -> fallback;
        };
    }

    private int place(int entry, int size) {
        boolean inline = (long) i32(entry + 4) * size <= INLINE_BYTES;
        return inline ? entry + 8 : origin + i32(entry + 8);
    }

    private int find(int tag) {
        int entries = entries();
        for (int i = 0; i < entries; i++) {
            int entry = start + 2 + i * ENTRY_BYTES;
            if (u16(entry) == tag) {
                return entry;
            }
        }
        return -1;
    }

    private int entries() {
        return u16(start);
    }

    private int u16(int at) {
        return little ? bytes.u16Little(at) : bytes.u16(at);
    }

    private int i32(int at) {
        return little ? bytes.i32Little(at) : bytes.i32(at);
    }
}
