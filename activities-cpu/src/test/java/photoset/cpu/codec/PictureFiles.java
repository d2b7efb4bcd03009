package photoset.cpu.codec;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import photoset.imaging.Raster;

/** Makes the picture files of the tests, awkward ones above all. */
public final class PictureFiles {
    static final int WIDTH = 96;
    static final int HEIGHT = 64;

    private PictureFiles() {}

    /** Four quarters: red, green, blue, light grey; every turn of it is another picture. */
    public static Raster quarters() {
        byte[] rgb = new byte[WIDTH * HEIGHT * 3];
        int[] colors = {0xc83c32, 0x3ca046, 0x3250b4, 0xdcdcdc};
        for (int i = 0; i < WIDTH * HEIGHT; i++) {
            int color = colors[(i / WIDTH < HEIGHT / 2 ? 0 : 2) + (i % WIDTH < WIDTH / 2 ? 0 : 1)];
            rgb[i * 3] = (byte) (color >> 16);
            rgb[i * 3 + 1] = (byte) (color >> 8);
            rgb[i * 3 + 2] = (byte) color;
        }
        return new Raster(WIDTH, HEIGHT, rgb);
    }

    /** A baseline JPEG of any picture. */
    public static byte[] jpeg(Raster picture) {
        return new JavaCodec().writeJpeg(picture, 95);
    }

    static byte[] write(BufferedImage image, String format) {
        try {
            var out = new ByteArrayOutputStream();
            if (!ImageIO.write(image, format, out)) {
                throw new IllegalArgumentException("No writer for " + format);
            }
            return out.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    static byte[] progressiveJpeg() {
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var out = new ByteArrayOutputStream();
        try (var stream = new MemoryCacheImageOutputStream(out)) {
            writer.setOutput(stream);
            var parameters = writer.getDefaultWriteParam();
            parameters.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
            writer.write(null, new IIOImage(BufferedSamples.image(quarters()), null, null), parameters);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }

    /** A four-band JPEG without a profile as Adobe's programs write it, inks inverted: left half one, right half another. */
    static byte[] cmykJpeg(int left, int right) {
        byte[] inks = new byte[WIDTH * HEIGHT * 4];
        for (int i = 0; i < WIDTH * HEIGHT; i++) {
            int ink = i % WIDTH < WIDTH / 2 ? left : right;
            ByteBuffer.wrap(inks).putInt(i * 4, ink);
        }
        var raster = java.awt.image.Raster.createInterleavedRaster(
                new java.awt.image.DataBufferByte(inks, inks.length),
                WIDTH,
                HEIGHT,
                WIDTH * 4,
                4,
                new int[] {0, 1, 2, 3},
                null);
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var out = new ByteArrayOutputStream();
        try (var stream = new MemoryCacheImageOutputStream(out)) {
            writer.setOutput(stream);
            writer.write(null, new IIOImage(raster, null, null), null);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        } finally {
            writer.dispose();
        }
        return withSegment(out.toByteArray(), 0xee, "Adobe\0d\0\0\0\0\0".getBytes(ISO_8859_1));
    }

    /** Puts a segment behind the JPEG's first two bytes. */
    public static byte[] withSegment(byte[] jpeg, int marker, byte[] content) {
        return ByteBuffer.allocate(jpeg.length + content.length + 4)
                .put(jpeg, 0, 2)
                .put((byte) 0xff)
                .put((byte) marker)
                .putShort((short) (content.length + 2))
                .put(content)
                .put(jpeg, 2, jpeg.length - 2)
                .array();
    }

    /** An EXIF segment with an orientation and a place, which must not come out again. */
    static byte[] exif(int orientation, ByteOrder order) {
        return ByteBuffer.allocate(6 + 26 + 16)
                .put("Exif\0\0".getBytes(ISO_8859_1))
                .put((order == ByteOrder.BIG_ENDIAN ? "MM" : "II").getBytes(ISO_8859_1))
                .order(order)
                .putShort((short) 42)
                .putInt(8)
                .putShort((short) 1)
                .putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0)
                .putInt(0)
                .put("GPS 52.5N 13.4E ".getBytes(ISO_8859_1))
                .array();
    }

    /** Puts a chunk behind the PNG's header. */
    public static byte[] withChunk(byte[] png, String type, byte[] content) {
        int header = 8 + 25;
        var chunk = chunk(type, content);
        return ByteBuffer.allocate(png.length + chunk.length)
                .put(png, 0, header)
                .put(chunk)
                .put(png, header, png.length - header)
                .array();
    }

    private static byte[] chunk(String type, byte[] content) {
        var crc = new CRC32();
        crc.update(type.getBytes(ISO_8859_1));
        crc.update(content);
        return ByteBuffer.allocate(12 + content.length)
                .putInt(content.length)
                .put(type.getBytes(ISO_8859_1))
                .put(content)
                .putInt((int) crc.getValue())
                .array();
    }

    /** A PNG of one black bit a pixel: of 30,000 x 30,000 it has some 100 KB and decodes to gigabytes. */
    public static byte[] bitPng(int width, int height) {
        var rows = new ByteArrayOutputStream();
        try (OutputStream deflated = new DeflaterOutputStream(rows)) {
            byte[] row = new byte[1 + (width + 7) / 8];
            for (int y = 0; y < height; y++) {
                deflated.write(row);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        byte[] header = ByteBuffer.allocate(13)
                .putInt(width)
                .putInt(height)
                .put(new byte[] {1, 0, 0, 0, 0})
                .array();
        var png = new ByteArrayOutputStream();
        png.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
        png.writeBytes(chunk("IHDR", header));
        png.writeBytes(chunk("IDAT", rows.toByteArray()));
        png.writeBytes(chunk("IEND", new byte[0]));
        return png.toByteArray();
    }

    /** A file that stops after this share of its bytes. */
    public static byte[] cut(byte[] file, double share) {
        return Arrays.copyOf(file, (int) (file.length * share));
    }

    /** A colour profile that is not sRGB. */
    public static byte[] displayP3() {
        return Profiles.displayP3();
    }

    /** The profile as a PNG chunk holds it. */
    public static byte[] compressedProfile(byte[] profile) {
        var out = new ByteArrayOutputStream();
        out.writeBytes("p3\0\0".getBytes(ISO_8859_1));
        try (OutputStream deflated = new DeflaterOutputStream(out)) {
            deflated.write(profile);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }
}
