package photoset.cpu.codec;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Map;
import java.util.TreeMap;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import photoset.imaging.Raster;

/** TIFFs with any tags, written byte by byte, and packed ones by the JDK's writer. */
@SuppressWarnings("ByteBufferBackingArray") // Every buffer is allocated right here.
final class TiffFiles {
    static final int COMPRESSION = 259;
    static final int ORIENTATION = 274;
    static final int SAMPLE_FORMAT = 339;
    private static final int SHORT = 3;
    private static final int LONG = 4;
    private static final int UNDEFINED = 7;
    private static final int HEADER_BYTES = 8;

    private final Map<Integer, byte[]> entries = new TreeMap<>();
    private final ByteOrder order;
    private final ByteArrayOutputStream behind = new ByteArrayOutputStream();
    private boolean paged;

    private TiffFiles(Raster picture, ByteOrder order) {
        this.order = order;
        number(256, picture.width());
        number(257, picture.height());
        number(COMPRESSION, 1);
        number(262, 2);
        number(277, 3);
        number(278, picture.height());
        behind.writeBytes(picture.rgb());
        entry(273, LONG, 1, HEADER_BYTES);
        entry(279, LONG, 1, picture.rgb().length);
        value(258, SHORT, 3, shorts(8, 8, 8));
    }

    /** RGB of 8 bits, not packed. */
    static TiffFiles of(Raster picture, ByteOrder order) {
        return new TiffFiles(picture, order);
    }

    TiffFiles number(int tag, int number) {
        // A short stands in the first two bytes of its field, whatever the order.
        byte[] entry = buffer(12)
                .putShort((short) tag)
                .putShort((short) SHORT)
                .putInt(1)
                .putShort((short) number)
                .array();
        entries.put(tag, entry);
        return this;
    }

    TiffFiles bytes(int tag, byte[] bytes) {
        return value(tag, UNDEFINED, bytes.length, bytes);
    }

    /** Says that another page follows; it is the same one, which never ends. */
    TiffFiles paged() {
        paged = true;
        return this;
    }

    private TiffFiles value(int tag, int type, int count, byte[] bytes) {
        int at = HEADER_BYTES + behind.size();
        behind.writeBytes(bytes);
        if (behind.size() % 2 != 0) {
            behind.write(0);
        }
        entry(tag, type, count, at);
        return this;
    }

    private void entry(int tag, int type, int count, int value) {
        byte[] entry = buffer(12)
                .putShort((short) tag)
                .putShort((short) type)
                .putInt(count)
                .putInt(value)
                .array();
        entries.put(tag, entry);
    }

    private byte[] shorts(int... values) {
        var buffer = buffer(values.length * 2);
        for (int value : values) {
            buffer.putShort((short) value);
        }
        return buffer.array();
    }

    private ByteBuffer buffer(int bytes) {
        return ByteBuffer.wrap(new byte[bytes]).order(order);
    }

    byte[] file() {
        int directory = HEADER_BYTES + behind.size();
        var file = buffer(directory + 2 + entries.size() * 12 + 4);
        file.put(order == ByteOrder.BIG_ENDIAN ? new byte[] {'M', 'M'} : new byte[] {'I', 'I'});
        file.putShort((short) 42).putInt(directory).put(behind.toByteArray());
        file.putShort((short) entries.size());
        entries.values().forEach(file::put);
        return file.putInt(paged ? directory : 0).array();
    }

    /** As the JDK's writer packs it: "LZW", "ZLib", "Deflate", "PackBits". */
    static byte[] packed(BufferedImage image, String compression) {
        var writer = ImageIO.getImageWritersByFormatName("tiff").next();
        var out = new ByteArrayOutputStream();
        try (var stream = new MemoryCacheImageOutputStream(out)) {
            writer.setOutput(stream);
            var parameters = writer.getDefaultWriteParam();
            parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            parameters.setCompressionType(compression);
            writer.write(null, new IIOImage(image, null, null), parameters);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }
}
