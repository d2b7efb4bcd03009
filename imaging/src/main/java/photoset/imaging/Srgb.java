package photoset.imaging;

/** The sRGB transfer curve (IEC 61966-2-1) as tables: 8-bit values to linear light and back. */
public final class Srgb {
    /** Steps of linear light; the curve's steepest part (12.92 x 255 a unit) still gets five steps a byte. */
    private static final int STEPS = 16384;

    private static final float[] LINEAR = new float[256];
    private static final byte[] BYTES = new byte[STEPS + 1];

    static {
        for (int i = 0; i < LINEAR.length; i++) {
            LINEAR[i] = (float) decode(i / 255.0);
        }
        for (int i = 0; i <= STEPS; i++) {
            BYTES[i] = (byte) Math.round(encode((double) i / STEPS) * 255);
        }
    }

    private Srgb() {}

    /** Linear light, 0 to 1, of an 8-bit value. */
    public static float linear(byte value) {
        return LINEAR[value & 255];
    }

    /** The 8-bit value of linear light; below 0 and above 1 it is clipped. */
    public static byte toByte(float light) {
        int step = (int) (light * STEPS + .5f);
        return BYTES[step < 0 ? 0 : Math.min(step, STEPS)];
    }

    /** Linear light of {@code count} 8-bit values from {@code from} on, to the start of {@code light}. */
    public static void linear(byte[] values, int from, int count, float[] light) {
        for (int i = 0; i < count; i++) {
            light[i] = LINEAR[values[from + i] & 255];
        }
    }

    /** The 8-bit values of {@code count} values of linear light from the start on, to {@code to} on. */
    public static void toBytes(float[] light, int count, byte[] values, int to) {
        for (int i = 0; i < count; i++) {
            int step = (int) (light[i] * STEPS + .5f);
            values[to + i] = BYTES[step < 0 ? 0 : Math.min(step, STEPS)];
        }
    }

    /** Linear light of an encoded value, both 0 to 1. */
    public static double decode(double encoded) {
        return encoded <= .04045 ? encoded / 12.92 : Math.pow((encoded + .055) / 1.055, 2.4);
    }

    /** The encoded value of linear light, both 0 to 1. */
    static double encode(double light) {
        return light <= .0031308 ? 12.92 * light : 1.055 * Math.pow(light, 1 / 2.4) - .055;
    }
}
