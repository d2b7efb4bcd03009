package photoset.cpu.codec;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Containers as phones write them (ISO/IEC 23008-12) around pictures that are nonsense. */
public final class HeicFiles {
    private static final int WIDTH = 128;
    private static final int HEIGHT = 96;

    private HeicFiles() {}

    /** The same each time: brands of phones and, last, one whose brand promises another coding. */
    public static List<byte[]> nonsense() {
        var random = new Random(23_008);
        return List.of(
                file("heic", "mif1", random, 40, 400),
                file("mif1", "heic", random, 120, 4000),
                file("heix", "heic", random, 1, 1),
                file("avif", "mif1", random, 100, 1000));
    }

    /** A good one, in 48 tiles and Display P3, turned by its boxes and by EXIF. */
    public static byte[] tiles() {
        return PhotoFilesTest.resource("heic/tiles.heic");
    }

    private static byte[] file(String brand, String other, Random random, int setup, int picture) {
        byte[] head = box("ftyp", text(brand), new byte[4], text(other), text("miaf"));
        // The place of the picture is known once everything before it is.
        byte[] properties = properties(random, setup);
        int place = head.length + meta(properties, 0, picture).length + 8;
        return joined(head, meta(properties, place, picture), box("mdat", noise(random, picture)));
    }

    private static byte[] meta(byte[] properties, int place, int length) {
        byte[] handler = box("hdlr", new byte[8], text("pict"), new byte[13]);
        byte[] primary = box("pitm", new byte[4], shorts(1));
        byte[] item = box("infe", new byte[] {2, 0, 0, 0}, shorts(1, 0), text("hvc1"), new byte[1]);
        byte[] items = box("iinf", new byte[4], shorts(1), item);
        byte[] places = box("iloc", new byte[4], shorts(0x4400, 1, 1, 0, 1), ints(place, length));
        return box("meta", new byte[4], handler, primary, places, items, properties);
    }

    /** Decoder's setup, size and depth of the one item. */
    private static byte[] properties(Random random, int setup) {
        byte[] all = box(
                "ipco",
                box("hvcC", noise(random, setup)),
                box("ispe", new byte[4], ints(WIDTH, HEIGHT)),
                box("pixi", new byte[4], new byte[] {3, 8, 8, 8}));
        byte[] ours = box("ipma", new byte[4], ints(1), shorts(1), new byte[] {3, (byte) 0x81, 2, 3});
        return box("iprp", all, ours);
    }

    private static byte[] box(String type, byte[]... parts) {
        byte[] content = joined(parts);
        return joined(ints(8 + content.length), text(type), content);
    }

    private static byte[] joined(byte[]... parts) {
        var out = new ByteArrayOutputStream();
        Arrays.stream(parts).forEach(out::writeBytes);
        return out.toByteArray();
    }

    private static byte[] noise(Random random, int length) {
        byte[] noise = new byte[length];
        random.nextBytes(noise);
        return noise;
    }

    private static byte[] text(String text) {
        return text.getBytes(ISO_8859_1);
    }

    private static byte[] ints(int... values) {
        var bytes = ByteBuffer.allocate(4 * values.length);
        Arrays.stream(values).forEach(bytes::putInt);
        return bytes.array();
    }

    private static byte[] shorts(int... values) {
        var bytes = ByteBuffer.allocate(2 * values.length);
        Arrays.stream(values).forEach(value -> bytes.putShort((short) value));
        return bytes.array();
    }
}
