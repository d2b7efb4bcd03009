package photoset.imaging;

/**
 * Red, green and blue apart, a number each for every place; in which light, whoever makes them says. The arrays are shared
 * and of one length.
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
public record RgbPlanes(float[] red, float[] green, float[] blue) {
    /** Black, for so many places. */
    public static RgbPlanes black(int size) {
        return new RgbPlanes(new float[size], new float[size], new float[size]);
    }

    public int size() {
        return red.length;
    }

    /** Relative luminance, of linear light. */
    public float luminance(int at) {
        return LinearRgb.luminance(red[at], green[at], blue[at]);
    }

    /** Planes of their own with the same numbers. */
    public RgbPlanes copy() {
        return new RgbPlanes(red.clone(), green.clone(), blue.clone());
    }
}
