package photoset.cpu.header;

import photoset.workflows.photos.PhotoFormat;

/** The RIFF chunks of a WebP (RFC 9649). */
final class WebpChunks {
    private static final int FIRST_CHUNK = 12;
    private static final int CONTENT = FIRST_CHUNK + 8;
    private static final int ANIMATED = 0x02;
    private static final int SIDE_BITS = 0x3fff;
    private static final String EXIF = "Exif\0\0";

    private WebpChunks() {}

    static boolean matches(FileBytes bytes) {
        return bytes.length() >= FIRST_CHUNK
                && bytes.text(0, 4).equals("RIFF")
                && bytes.text(8, 4).equals("WEBP");
    }

    static PhotoHeader header(FileBytes bytes) {
        if (Integer.toUnsignedLong(bytes.i32Little(4)) + 8 > bytes.length()) {
            throw PhotoRefused.damaged();
        }
        return switch (bytes.text(FIRST_CHUNK, 4)) {
            case "VP8 " -> still(bytes.u16Little(CONTENT + 6) & SIDE_BITS, bytes.u16Little(CONTENT + 8) & SIDE_BITS);
            case "VP8L" -> {
                int bits = bytes.i32Little(CONTENT + 1);
                yield still((bits & SIDE_BITS) + 1, (bits >> 14 & SIDE_BITS) + 1);
            }
            case "VP8X" ->
                new PhotoHeader(
                        PhotoFormat.WEBP,
                        bytes.u24Little(CONTENT + 4) + 1,
                        bytes.u24Little(CONTENT + 7) + 1,
                        orientation(bytes),
                        (bytes.u8(CONTENT) & ANIMATED) != 0);
            default -> throw PhotoRefused.damaged();
        };
    }

    private static PhotoHeader still(int width, int height) {
        return new PhotoHeader(PhotoFormat.WEBP, width, height, 1, false);
    }

    private static int orientation(FileBytes bytes) {
        long at = FIRST_CHUNK;
        while (at + 8 < bytes.length()) {
            int content = (int) at + 8;
            long length = Integer.toUnsignedLong(bytes.i32Little((int) at + 4));
            if (bytes.text((int) at, 4).equals("EXIF") && content + EXIF.length() < bytes.length()) {
                // Some writers keep the prefix that only JPEG asks for.
                boolean prefixed = bytes.text(content, EXIF.length()).equals(EXIF);
                return ExifOrientation.at(bytes, prefixed ? content + EXIF.length() : content);
            }
            // Chunks are padded to an even length.
            at += 8 + length + (length & 1);
        }
        return 1;
    }
}
