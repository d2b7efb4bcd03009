package photoset.cpu.codec;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;

/** Puts a colour profile into the files of the JDK's writers, which have no word for it (ICC.1 annex B). */
final class EmbeddedProfile {
    /** Signature and header chunk. */
    private static final int PNG_HEAD = 8 + 25;

    /** Start of image and the JFIF segment, which stays the first. */
    private static final int JPEG_START = 2;

    private static final int APP2 = 0xffe2;
    private static final String MARK = "ICC_PROFILE\0";

    /** What a segment holds beside its length, the mark and two counters. */
    private static final int SEGMENT_BYTES_MAX = 65_535 - 2 - MARK.length() - 2;

    private EmbeddedProfile() {}

    static byte[] inPng(byte[] png, byte[] profile) {
        var content = new ByteArrayOutputStream();
        // A name of one letter that tells nothing, its end, and the compression method.
        content.writeBytes(new byte[] {'i', 0, 0});
        try (var deflated = new DeflaterOutputStream(content)) {
            deflated.write(profile);
        } catch (IOException impossible) {
            throw new IllegalStateException("Writing to memory failed.", impossible);
        }
        byte[] body = ByteBuffer.allocate(4 + content.size())
                .put("iCCP".getBytes(ISO_8859_1))
                .put(content.toByteArray())
                .array();
        var sum = new CRC32();
        sum.update(body);
        byte[] chunk = ByteBuffer.allocate(8 + body.length)
                .putInt(content.size())
                .put(body)
                .putInt((int) sum.getValue())
                .array();
        return inserted(png, PNG_HEAD, chunk);
    }

    static byte[] inJpeg(byte[] jpeg, byte[] profile) {
        int segments = (profile.length + SEGMENT_BYTES_MAX - 1) / SEGMENT_BYTES_MAX;
        var content = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(content)) {
            for (int i = 0; i < segments; i++) {
                int from = i * SEGMENT_BYTES_MAX;
                int length = Math.min(SEGMENT_BYTES_MAX, profile.length - from);
                out.writeShort(APP2);
                out.writeShort(2 + MARK.length() + 2 + length);
                out.writeBytes(MARK);
                out.writeByte(i + 1);
                out.writeByte(segments);
                out.write(profile, from, length);
            }
        } catch (IOException impossible) {
            throw new IllegalStateException("Writing to memory failed.", impossible);
        }
        int jfif = ByteBuffer.wrap(jpeg).getShort(JPEG_START + 2) & 0xffff;
        return inserted(jpeg, JPEG_START + 2 + jfif, content.toByteArray());
    }

    private static byte[] inserted(byte[] file, int at, byte[] part) {
        return ByteBuffer.allocate(file.length + part.length)
                .put(file, 0, at)
                .put(part)
                .put(file, at, file.length - at)
                .array();
    }
}
