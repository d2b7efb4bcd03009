package photoset.cpu.header;

/** The one EXIF tag that changes pixels (CIPA DC-008, tag 0x0112 in IFD0). */
final class ExifOrientation {
    private static final int TAG = 0x0112;
    private static final int ENTRY_BYTES = 12;

    private ExifOrientation() {}

    /** The orientation in the TIFF structure at {@code tiff}; upright (1) if it is absent or nonsense. */
    static int at(FileBytes bytes, int tiff) {
        try {
            return switch (bytes.text(tiff, 4)) {
                case "MM\0*" -> search(bytes, tiff, false);
                case "II*\0" -> search(bytes, tiff, true);
                default -> 1;
            };
        } catch (IndexOutOfBoundsException cutOff) {
            return 1;
        }
    }

    private static int search(FileBytes bytes, int tiff, boolean little) {
        int directory = tiff + (little ? bytes.i32Little(tiff + 4) : bytes.i32(tiff + 4));
        int entries = u16(bytes, directory, little);
        for (int i = 0; i < entries; i++) {
            int entry = directory + 2 + i * ENTRY_BYTES;
            if (u16(bytes, entry, little) == TAG) {
                int value = u16(bytes, entry + 8, little);
                return value >= 1 && value <= 8 ? value : 1;
            }
        }
        return 1;
    }

    private static int u16(FileBytes bytes, int at, boolean little) {
        return little ? bytes.u16Little(at) : bytes.u16(at);
    }
}
