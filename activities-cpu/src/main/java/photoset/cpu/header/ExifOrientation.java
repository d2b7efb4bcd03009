package photoset.cpu.header;

import java.nio.BufferUnderflowException;

/** The one EXIF tag that changes pixels (CIPA DC-008, tag 0x0112 in IFD0). */
final class ExifOrientation {
    private static final int LAST = 8;

    private ExifOrientation() {}

    /** The orientation in the TIFF structure at {@code tiff}; upright (1) if it is absent or nonsense. */
    static int at(FileBytes bytes, int tiff) {
        try {
            return TiffDirectory.at(bytes, tiff).map(ExifOrientation::of).orElse(1);
        } catch (IndexOutOfBoundsException | BufferUnderflowException cutOff) {
            return 1;
        }
    }

    static int of(TiffDirectory directory) {
        int value = directory.number(TiffDirectory.ORIENTATION, 1);
        return value >= 1 && value <= LAST ? value : 1;
    }
}
