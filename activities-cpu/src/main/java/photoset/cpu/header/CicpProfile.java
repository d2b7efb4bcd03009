package photoset.cpu.header;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import photoset.imaging.ChromaticAdaptation;
import photoset.imaging.Srgb;

/**
 * Colours that a file names by the numbers of ITU-T H.273 instead of a profile, as an ICC profile (ICC.1:2001, version 2)
 * so that they are converted and kept like any other. Primaries of old television are taken for sRGB's, and so are the
 * curves of television's cameras (1, 6, 14, 15), whose pictures screens show about like that.
 */
final class CicpProfile {
    /** x and y of red, green, blue and white. */
    private static final double[] SRGB = {.640, .330, .300, .600, .150, .060, .3127, .3290};

    /** Screens and files lie between these powers; others are damage. */
    private static final double POWER_MIN = 1;

    private static final double POWER_MAX = 3;

    /** What writers of sRGB say in gAMA, and how far they round. */
    private static final double SRGB_POWER = 2.2;

    private static final double POWER_TOLERANCE = .03;
    private static final double XY_TOLERANCE = .005;

    /** A tenth of sRGB's. */
    private static final double AREA_MIN = .02;

    /** Those that reach beyond sRGB. */
    private static final Map<Integer, double[]> PRIMARIES = Map.of(
            // BT.2020
            9, new double[] {.708, .292, .170, .797, .131, .046, .3127, .3290},
            // DCI-P3
            11, new double[] {.680, .320, .265, .690, .150, .060, .314, .351},
            // Display P3
            12, new double[] {.680, .320, .265, .690, .150, .060, .3127, .3290});

    /** Powers that lead to light: the plain ones of H.273, linear values and cinema's among them. */
    private static final Map<Integer, Double> POWERS = Map.of(4, 2.2, 5, 2.8, 8, 1.0, 17, 2.6);

    /** The white of profiles, D50. */
    private static final double[] WHITE = {.9642, 1, .8249};

    private static final int CURVE_POINTS = 1024;
    private static final int HEADER_BYTES = 128;
    private static final int ENTRY_BYTES = 12;

    private CicpProfile() {}

    /** Nothing where the numbers mean sRGB or are not known. */
    static Optional<byte[]> of(int primaries, int transfer) {
        if (!PRIMARIES.containsKey(primaries) && !POWERS.containsKey(transfer)) {
            return Optional.empty();
        }
        return Optional.of(exactly(primaries, transfer));
    }

    /** A profile even where the numbers mean sRGB or are not known, to stand for another one. */
    static byte[] exactly(int primaries, int transfer) {
        var power = POWERS.get(transfer);
        DoubleUnaryOperator toLight = power == null ? Srgb::decode : value -> Math.pow(value, power);
        var name = "H.273 %d-%d".formatted(primaries, transfer);
        return assembled(tags(name, PRIMARIES.getOrDefault(primaries, SRGB), toLight));
    }

    /**
     * A profile of measured colours; nothing where they are sRGB's, or none at all.
     *
     * @param primaries x and y of red, green, blue and white
     * @param power leads to light
     */
    static Optional<byte[]> measured(double[] primaries, double power) {
        boolean valid = power >= POWER_MIN && power <= POWER_MAX;
        boolean srgb = Math.abs(power - SRGB_POWER) < POWER_TOLERANCE;
        for (int i = 0; i < primaries.length; i++) {
            valid &= primaries[i] > 0 && primaries[i] < 1;
            srgb &= Math.abs(primaries[i] - SRGB[i]) < XY_TOLERANCE;
        }
        if (!valid || srgb || Math.abs(area(primaries)) < AREA_MIN) {
            return Optional.empty();
        }
        return Optional.of(assembled(tags("measured", primaries, value -> Math.pow(value, power))));
    }

    /** Twice the area of the triangle of all colours; a flat one has none. */
    private static double area(double[] xy) {
        return (xy[2] - xy[0]) * (xy[5] - xy[1]) - (xy[4] - xy[0]) * (xy[3] - xy[1]);
    }

    private static Map<String, byte[]> tags(String name, double[] primaries, DoubleUnaryOperator toLight) {
        Map<String, byte[]> tags = new LinkedHashMap<>();
        tags.put("desc", description(name));
        tags.put("cprt", tag("text", "CC0\0".getBytes(US_ASCII)));
        tags.put("wtpt", xyz(WHITE));
        double[][] colorants = colorants(primaries);
        byte[] curve = sampled(toLight);
        for (int i = 0; i < 3; i++) {
            tags.put("rgb".charAt(i) + "XYZ", xyz(colorants[i]));
            tags.put("rgb".charAt(i) + "TRC", curve);
        }
        return tags;
    }

    /** What full red, green and blue are as XYZ under D50, so that together they are white. */
    private static double[][] colorants(double[] primaries) {
        double[] white = light(primaries, 6);
        double[][] full = {light(primaries, 0), light(primaries, 2), light(primaries, 4)};
        double all = determinant(full[0], full[1], full[2]);
        double[] shares = {
            determinant(white, full[1], full[2]) / all,
            determinant(full[0], white, full[2]) / all,
            determinant(full[0], full[1], white) / all
        };
        var adaptation = ChromaticAdaptation.between(white, WHITE);
        for (int i = 0; i < 3; i++) {
            full[i] = adaptation.times(full[i]);
            for (int k = 0; k < 3; k++) {
                full[i][k] *= shares[i];
            }
        }
        return full;
    }

    /** XYZ of luminance 1. */
    private static double[] light(double[] xy, int at) {
        return new double[] {xy[at] / xy[at + 1], 1, (1 - xy[at] - xy[at + 1]) / xy[at + 1]};
    }

    private static double determinant(double[] a, double[] b, double[] c) {
        return a[0] * (b[1] * c[2] - b[2] * c[1])
                - b[0] * (a[1] * c[2] - a[2] * c[1])
                + c[0] * (a[1] * b[2] - a[2] * b[1]);
    }

    private static byte[] tag(String type, byte[] content) {
        return ByteBuffer.allocate(8 + content.length)
                .put(type.getBytes(US_ASCII))
                .putInt(0)
                .put(content)
                .array();
    }

    private static byte[] xyz(double[] values) {
        var content = ByteBuffer.allocate(12);
        for (double value : values) {
            content.putInt((int) Math.round(value * 65_536));
        }
        return tag("XYZ ", content.array());
    }

    private static byte[] sampled(DoubleUnaryOperator toLight) {
        var content = ByteBuffer.allocate(4 + 2 * CURVE_POINTS).putInt(CURVE_POINTS);
        for (int i = 0; i < CURVE_POINTS; i++) {
            content.putShort((short) Math.round(toLight.applyAsDouble(i / (CURVE_POINTS - 1.0)) * 65_535));
        }
        return tag("curv", content.array());
    }

    /** In ASCII, with empty places for Unicode (8 bytes) and for an old Macintosh (70). */
    private static byte[] description(String name) {
        var content = ByteBuffer.allocate(4 + name.length() + 1 + 78)
                .putInt(name.length() + 1)
                .put(name.getBytes(US_ASCII));
        return tag("desc", content.array());
    }

    private static byte[] assembled(Map<String, byte[]> tags) {
        int table = HEADER_BYTES + 4 + ENTRY_BYTES * tags.size();
        int size = table
                + tags.values().stream().mapToInt(tag -> padded(tag.length)).sum();
        var profile = ByteBuffer.allocate(size);
        profile.putInt(0, size).putInt(8, 0x02400000);
        profile.put(12, "mntrRGB XYZ ".getBytes(US_ASCII)).put(36, "acsp".getBytes(US_ASCII));
        profile.put(68, xyz(WHITE), 8, 12);
        profile.position(HEADER_BYTES).putInt(tags.size());
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
}
