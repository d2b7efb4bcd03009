package photoset.cpu.header;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.zip.InflaterInputStream;
import photoset.workflows.photos.PhotoFormat;

/** The chunks of a PNG (W3C PNG, third edition). */
final class PngChunks {
    static final byte[] MAGIC = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

    /** Length, type and check sum of a chunk. */
    private static final int FRAME_BYTES = 12;

    /** The largest profile in use has under 2 MB; this bounds what a hostile one inflates to. */
    private static final int PROFILE_BYTES_MAX = 4 << 20;

    /** In IHDR; one of its bits says that there is colour. */
    private static final int COLOR_TYPE_AT = 25;

    private static final int COLORED = 2;

    private PngChunks() {}

    /** Refuses a file whose chunks do not reach the end chunk, since decoders differ in what they forgive. */
    static PhotoHeader header(FileBytes bytes) {
        if (!bytes.text(12, 4).equals("IHDR")) {
            throw PhotoRefused.damaged();
        }
        if (find(bytes, "IEND") < 0) {
            throw PhotoRefused.damaged();
        }
        int exif = find(bytes, "eXIf");
        return new PhotoHeader(
                PhotoFormat.PNG,
                bytes.i32(16),
                bytes.i32(20),
                exif < 0 ? 1 : ExifOrientation.at(bytes, exif + 8),
                find(bytes, "acTL") >= 0);
    }

    /**
     * The profile that gives the numbers their meaning, in the order of the standard (section 4.3): cICP, iCCP, sRGB, gAMA
     * with cHRM.
     */
    static Optional<byte[]> profile(FileBytes bytes) {
        int embedded = find(bytes, "iCCP");
        return embedded < 0 || find(bytes, "cICP") >= 0 ? coded(bytes) : inflated(bytes, embedded);
    }

    /** The same without iCCP, which libraries read themselves; what is here goes before it. */
    static Optional<byte[]> coded(FileBytes bytes) {
        boolean grey = (bytes.u8(COLOR_TYPE_AT) & COLORED) == 0;
        int coded = find(bytes, "cICP");
        boolean profiled = find(bytes, "iCCP") >= 0;
        if (grey) {
            return Optional.empty();
        }
        if (coded >= 0) {
            int primaries = bytes.u8(coded + 8);
            int transfer = bytes.u8(coded + 9);
            return profiled
                    ? Optional.of(CicpProfile.exactly(primaries, transfer))
                    : CicpProfile.of(primaries, transfer);
        }
        return profiled || find(bytes, "sRGB") >= 0 ? Optional.empty() : measured(bytes);
    }

    /** White stands first in cHRM, and both chunks hold hundred thousandths. */
    private static Optional<byte[]> measured(FileBytes bytes) {
        int gamma = find(bytes, "gAMA");
        int chromaticities = find(bytes, "cHRM");
        if (gamma < 0 || chromaticities < 0 || bytes.i32(gamma + 8) <= 0) {
            return Optional.empty();
        }
        double[] xy = new double[8];
        for (int i = 0; i < xy.length; i++) {
            xy[(i + 6) % 8] = bytes.i32(chromaticities + 8 + 4 * i) / 1e5;
        }
        return CicpProfile.measured(xy, 1e5 / bytes.i32(gamma + 8));
    }

    private static Optional<byte[]> inflated(FileBytes bytes, int chunk) {
        byte[] content = bytes.copy(chunk + 8, bytes.i32(chunk));
        int name = 0;
        while (name < content.length && content[name] != 0) {
            name++;
        }
        // The name's end is followed by the compression method, which is always deflate.
        int start = Math.min(content.length, name + 2);
        try (var inflated = new InflaterInputStream(new ByteArrayInputStream(content, start, content.length - start))) {
            return Optional.of(inflated.readNBytes(PROFILE_BYTES_MAX));
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    /** Where the first chunk of this type starts, or -1; a chunk that is cut off does not count. */
    private static int find(FileBytes bytes, String type) {
        long at = MAGIC.length;
        while (at + FRAME_BYTES <= bytes.length()) {
            long length = Integer.toUnsignedLong(bytes.i32((int) at));
            if (at + FRAME_BYTES + length > bytes.length()) {
                return -1;
            }
            if (bytes.text((int) at + 4, 4).equals(type)) {
                return (int) at;
            }
            at += FRAME_BYTES + length;
        }
        return -1;
    }
}
