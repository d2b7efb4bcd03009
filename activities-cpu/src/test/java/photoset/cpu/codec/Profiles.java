package photoset.cpu.codec;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import photoset.imaging.Srgb;

/** Colour profiles built from their numbers (ICC.1, version 2), so that tests know what they mean. */
final class Profiles {
    private static final int CURVE_POINTS = 1024;

    /** Adobe RGB (1998), 4.3.1.2. */
    private static final double ADOBE_GAMMA = 563 / 256.0;

    private static final double[] WHITE = {.9642, 1, .8249};

    private Profiles() {}

    /** Primaries adapted to D50, as columns of XYZ. */
    static byte[] displayP3() {
        double[][] colorants = {{.51512, .24120, -.00105}, {.29198, .69225, .04189}, {.15710, .06657, .78407}};
        return matrix(colorants, Srgb::decode);
    }

    static byte[] adobeRgb() {
        double[][] colorants = {{.60974, .31111, .01947}, {.20528, .62567, .06087}, {.14919, .06322, .74457}};
        return matrix(colorants, value -> Math.pow(value, ADOBE_GAMMA));
    }

    private static byte[] matrix(double[][] colorants, DoubleUnaryOperator curve) {
        var tags = common();
        String[] channels = {"r", "g", "b"};
        for (int i = 0; i < 3; i++) {
            tags.put(channels[i] + "XYZ", xyz(colorants[i]));
            tags.put(channels[i] + "TRC", curve(curve));
        }
        return assemble("mntrRGB XYZ ", tags);
    }

    /** Grey values are light to this power. */
    static byte[] grey(double gamma) {
        var tags = common();
        tags.put("kTRC", curve(value -> Math.pow(value, gamma)));
        return assemble("mntrGRAYXYZ ", tags);
    }

    /** Inks of a press that prints cyan where others print orange: no other profile gives this Lab (56, 60, 72). */
    static byte[] orangeCyanInks() {
        var table = ByteBuffer.allocate(48 + 4 * 256 + 16 * 3 + 3 * 256);
        table.put("mft1".getBytes(US_ASCII)).putInt(0).put(new byte[] {4, 3, 2, 0});
        for (int i = 0; i < 9; i++) {
            table.putInt(i % 4 == 0 ? 65_536 : 0);
        }
        ramps(table, 4);
        for (int inks = 0; inks < 16; inks++) {
            boolean onlyCyan = inks == 8;
            int lightness = inks == 0 ? 100 : onlyCyan ? 56 : 0;
            table.put((byte) Math.round(lightness * 2.55));
            table.put((byte) (128 + (onlyCyan ? 60 : 0)));
            table.put((byte) (128 + (onlyCyan ? 72 : 0)));
        }
        ramps(table, 3);
        var tags = common();
        tags.put("A2B0", table.array());
        tags.put("A2B1", table.array());
        return assemble("prtrCMYKLab ", tags);
    }

    private static void ramps(ByteBuffer table, int count) {
        for (int i = 0; i < 256 * count; i++) {
            table.put((byte) i);
        }
    }

    private static Map<String, byte[]> common() {
        Map<String, byte[]> tags = new LinkedHashMap<>();
        tags.put("desc", description());
        tags.put("cprt", text());
        tags.put("wtpt", xyz(WHITE));
        return tags;
    }

    private static byte[] assemble(String kind, Map<String, byte[]> tags) {
        int table = 128 + 4 + 12 * tags.size();
        int size = table
                + tags.values().stream().mapToInt(tag -> padded(tag.length)).sum();
        var profile = ByteBuffer.allocate(size);
        profile.putInt(0, size).putInt(8, 0x02400000);
        profile.put(12, kind.getBytes(US_ASCII)).put(36, "acsp".getBytes(US_ASCII));
        profile.put(68, xyz(WHITE), 8, 12);
        profile.position(128).putInt(tags.size());
        int at = table;
        for (var tag : tags.entrySet()) {
            profile.put(tag.getKey().getBytes(US_ASCII)).putInt(at).putInt(tag.getValue().length);
            profile.put(at, tag.getValue());
            at += padded(tag.getValue().length);
        }
        return profile.array();
    }

    private static int padded(int length) {
        return (length + 3) / 4 * 4;
    }

    private static byte[] xyz(double... values) {
        var tag = ByteBuffer.allocate(20).put("XYZ ".getBytes(US_ASCII)).putInt(0);
        Arrays.stream(values).forEach(value -> tag.putInt((int) Math.round(value * 65536)));
        return tag.array();
    }

    private static byte[] curve(DoubleUnaryOperator toLight) {
        var curve = ByteBuffer.allocate(12 + CURVE_POINTS * 2)
                .put("curv".getBytes(US_ASCII))
                .putInt(0)
                .putInt(CURVE_POINTS);
        for (int i = 0; i < CURVE_POINTS; i++) {
            curve.putShort((short) Math.round(toLight.applyAsDouble(i / (CURVE_POINTS - 1.0)) * 65535));
        }
        return curve.array();
    }

    private static byte[] text() {
        return ByteBuffer.allocate(12)
                .put("text".getBytes(US_ASCII))
                .putInt(0)
                .put("non".getBytes(US_ASCII))
                .array();
    }

    private static byte[] description() {
        return ByteBuffer.allocate(108)
                .put("desc".getBytes(US_ASCII))
                .putInt(0)
                .putInt(3)
                .put("one\0".getBytes(US_ASCII))
                .array();
    }

    /** The sRGB bytes of Display P3 bytes, computed from the definition (CSS Color 4, both D65). */
    static int[] srgbOfP3(int... bytes) {
        double[][] matrix = {{1.2249402, -.2249402, 0}, {-.0420570, 1.0420570, 0}, {-.0196376, -.0786361, 1.0982737}};
        return srgb(matrix, Srgb::decode, bytes);
    }

    /** The sRGB bytes of values with the primaries of BT.2020 and the curve of sRGB (matrix of ITU-R BT.2407). */
    static int[] srgbOfBt2020(int... bytes) {
        double[][] matrix = {{1.6605, -.5876, -.0728}, {-.1246, 1.1329, -.0083}, {-.0182, -.1006, 1.1187}};
        return srgb(matrix, Srgb::decode, bytes);
    }

    /** The sRGB bytes of Adobe RGB bytes. */
    static int[] srgbOfAdobe(int... bytes) {
        double[][] matrix = {{1.3983557, -.3983557, 0}, {0, 1, 0}, {0, -.0429290, 1.0429290}};
        return srgb(matrix, value -> Math.pow(value, ADOBE_GAMMA), bytes);
    }

    private static int[] srgb(double[][] matrix, DoubleUnaryOperator curve, int... bytes) {
        double[] light = Arrays.stream(bytes)
                .mapToDouble(value -> curve.applyAsDouble(value / 255.0))
                .toArray();
        int[] srgb = new int[3];
        for (int i = 0; i < 3; i++) {
            double sum = matrix[i][0] * light[0] + matrix[i][1] * light[1] + matrix[i][2] * light[2];
            srgb[i] = Srgb.toByte((float) sum) & 255;
        }
        return srgb;
    }
}
