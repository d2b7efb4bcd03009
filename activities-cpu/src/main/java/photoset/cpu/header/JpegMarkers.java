package photoset.cpu.header;

import photoset.workflows.photos.PhotoFormat;

/** The segments of a JPEG before its first scan (ITU T.81 annex B). */
final class JpegMarkers {
    static final byte[] MAGIC = {(byte) 0xff, (byte) 0xd8, (byte) 0xff};

    private static final int APP1 = 0xe1;
    private static final int START_OF_SCAN = 0xda;
    private static final String EXIF = "Exif\0\0";

    private JpegMarkers() {}

    static PhotoHeader header(FileBytes bytes) {
        int orientation = 1;
        int at = 2;
        while (true) {
            int marker = bytes.u8(at + 1);
            if (bytes.u8(at) != 0xff || marker == START_OF_SCAN) {
                throw PhotoRefused.damaged();
            }
            if (marker == 0xff) {
                at++;
                continue;
            }
            if (isFrame(marker)) {
                return new PhotoHeader(PhotoFormat.JPEG, bytes.u16(at + 7), bytes.u16(at + 5), orientation, false);
            }
            if (marker == APP1 && bytes.text(at + 4, EXIF.length()).equals(EXIF)) {
                orientation = ExifOrientation.at(bytes, at + 4 + EXIF.length());
            }
            at += 2 + bytes.u16(at + 2);
        }
    }

    /** SOF0 to SOF15 without the three codes in between that mean tables. */
    private static boolean isFrame(int marker) {
        return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
    }
}
