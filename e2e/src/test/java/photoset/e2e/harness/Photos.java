package photoset.e2e.harness;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;

/** What people upload, good and bad. */
public final class Photos {
    private static final Path SAMPLES = Path.of("..", "activities-gpu", "models", "lite", "samples");
    private static final byte[] PNG_SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

    private Photos() {}

    /** One of the project's sample rooms, a JPEG file. */
    public static byte[] room(String name) {
        try {
            return Files.readAllBytes(SAMPLES.resolve(name + ".jpg"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** A small JPEG that says nothing, for tests that do not look at pixels. */
    public static byte[] plain() {
        var picture = new BufferedImage(320, 240, BufferedImage.TYPE_INT_RGB);
        var pen = picture.createGraphics();
        pen.setPaint(new GradientPaint(0, 0, new Color(0xd8d0c4), 320, 240, new Color(0x8a8078)));
        pen.fillRect(0, 0, 320, 240);
        pen.dispose();
        return write(picture, "jpeg");
    }

    /** The same pixels without loss. */
    public static byte[] asPng(byte[] photo) {
        return write(read(photo), "png");
    }

    /** A JPEG whose second half never arrived. */
    public static byte[] truncated(byte[] jpeg) {
        return Arrays.copyOf(jpeg, jpeg.length / 2);
    }

    /** A letter that someone named {@code .jpg}. */
    public static byte[] text() {
        return "Dear all, the photos are attached. ".repeat(100).getBytes(StandardCharsets.UTF_8);
    }

    /** A well-formed PNG of some 110 kB that would fill 900 million pixels. */
    public static byte[] bomb() {
        int side = 30_000;
        try {
            var file = new ByteArrayOutputStream();
            file.write(PNG_SIGNATURE);
            var header = new ByteArrayOutputStream();
            var out = new DataOutputStream(header);
            out.writeInt(side);
            out.writeInt(side);
            out.write(new byte[] {1, 0, 0, 0, 0}); // one bit, grey, deflate, adaptive filters, not interlaced
            chunk(file, "IHDR", header.toByteArray());
            var pixels = new ByteArrayOutputStream();
            try (var deflate = new DeflaterOutputStream(pixels, new Deflater(Deflater.BEST_COMPRESSION))) {
                var row = new byte[1 + (side + 7) / 8];
                for (int y = 0; y < side; y++) {
                    deflate.write(row);
                }
            }
            chunk(file, "IDAT", pixels.toByteArray());
            chunk(file, "IEND", new byte[0]);
            return file.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static void chunk(ByteArrayOutputStream file, String type, byte[] content) throws IOException {
        var crc = new CRC32();
        crc.update(type.getBytes(StandardCharsets.US_ASCII));
        crc.update(content);
        var out = new DataOutputStream(file);
        out.writeInt(content.length);
        out.writeBytes(type);
        out.write(content);
        out.writeInt((int) crc.getValue());
    }

    static BufferedImage read(byte[] picture) {
        try {
            var read = ImageIO.read(new ByteArrayInputStream(picture));
            if (read == null) {
                throw new IllegalArgumentException("no picture");
            }
            return read;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static byte[] write(BufferedImage picture, String format) {
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, format, out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }
}
