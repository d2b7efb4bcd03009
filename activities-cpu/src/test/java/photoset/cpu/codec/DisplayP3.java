package photoset.cpu.codec;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import photoset.cpu.pixels.Srgb;

/** A Display P3 profile built from its numbers (ICC version 2, matrix and curve), and what its colours are in sRGB. */
final class DisplayP3 {
    /** Primaries adapted to D50, as columns of XYZ. */
    private static final double[][] COLORANTS = {
        {.51512, .24120, -.00105}, {.29198, .69225, .04189}, {.15710, .06657, .78407}
    };

    /** Linear P3 to linear sRGB, both D65 (CSS Color 4). */
    private static final double[][] TO_SRGB = {
        {1.2249402, -.2249402, 0}, {-.0420570, 1.0420570, 0}, {-.0196376, -.0786361, 1.0982737}
    };

    private static final int CURVE_POINTS = 1024;

    private DisplayP3() {}

    static byte[] profile() {
        Map<String, byte[]> tags = new LinkedHashMap<>();
        tags.put("desc", description());
        tags.put("cprt", text("none"));
        tags.put("wtpt", xyz(.9642, 1, .8249));
        tags.put("rXYZ", xyz(COLORANTS[0][0], COLORANTS[0][1], COLORANTS[0][2]));
        tags.put("gXYZ", xyz(COLORANTS[1][0], COLORANTS[1][1], COLORANTS[1][2]));
        tags.put("bXYZ", xyz(COLORANTS[2][0], COLORANTS[2][1], COLORANTS[2][2]));
        for (String curve : new String[] {"rTRC", "gTRC", "bTRC"}) {
            tags.put(curve, curve());
        }
        return assemble(tags);
    }

    private static byte[] assemble(Map<String, byte[]> tags) {
        int table = 128 + 4 + 12 * tags.size();
        int size = table + tags.values().stream().mapToInt(tag -> tag.length).sum();
        var profile = ByteBuffer.allocate(size);
        profile.putInt(0, size).putInt(8, 0x02400000);
        profile.put(12, "mntrRGB XYZ ".getBytes(US_ASCII)).put(36, "acsp".getBytes(US_ASCII));
        profile.put(68, xyz(.9642, 1, .8249), 8, 12);
        profile.position(128).putInt(tags.size());
        int at = table;
        for (var tag : tags.entrySet()) {
            profile.put(tag.getKey().getBytes(US_ASCII)).putInt(at).putInt(tag.getValue().length);
            profile.put(at, tag.getValue());
            at += tag.getValue().length;
        }
        return profile.array();
    }

    private static byte[] xyz(double x, double y, double z) {
        return ByteBuffer.allocate(20)
                .put("XYZ ".getBytes(US_ASCII))
                .putInt(0)
                .putInt((int) Math.round(x * 65536))
                .putInt((int) Math.round(y * 65536))
                .putInt((int) Math.round(z * 65536))
                .array();
    }

    private static byte[] curve() {
        var curve = ByteBuffer.allocate(12 + CURVE_POINTS * 2)
                .put("curv".getBytes(US_ASCII))
                .putInt(0)
                .putInt(CURVE_POINTS);
        for (int i = 0; i < CURVE_POINTS; i++) {
            curve.putShort((short) Math.round(Srgb.decode(i / (CURVE_POINTS - 1.0)) * 65535));
        }
        return curve.array();
    }

    private static byte[] text(String text) {
        return ByteBuffer.allocate(12)
                .put("text".getBytes(US_ASCII))
                .putInt(0)
                .put(text.substring(0, 3).getBytes(US_ASCII))
                .array();
    }

    private static byte[] description() {
        return ByteBuffer.allocate(108)
                .put("desc".getBytes(US_ASCII))
                .putInt(0)
                .putInt(3)
                .put("p3\0".getBytes(US_ASCII))
                .array();
    }

    /** The sRGB bytes of P3 bytes, computed from the definition. */
    static int[] inSrgb(int red, int green, int blue) {
        double[] light = {Srgb.decode(red / 255.0), Srgb.decode(green / 255.0), Srgb.decode(blue / 255.0)};
        int[] srgb = new int[3];
        for (int i = 0; i < 3; i++) {
            double sum = TO_SRGB[i][0] * light[0] + TO_SRGB[i][1] * light[1] + TO_SRGB[i][2] * light[2];
            srgb[i] = Srgb.toByte((float) sum) & 255;
        }
        return srgb;
    }
}
