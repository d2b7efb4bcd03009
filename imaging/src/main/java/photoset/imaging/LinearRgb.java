package photoset.imaging;

/** A colour in linear light with the sRGB primaries (white D65); 1 is the brightest a picture shows. */
public record LinearRgb(float red, float green, float blue) {
    /**
     * Reads {@code #rrggbb}.
     *
     * @throws IllegalArgumentException for anything else
     */
    public static LinearRgb of(String hex) {
        if (!hex.matches("#[0-9a-fA-F]{6}")) {
            throw new IllegalArgumentException("A colour is written #rrggbb.");
        }
        int value = Integer.parseInt(hex, 1, 7, 16);
        return new LinearRgb(
                Srgb.linear((byte) (value >> 16)), Srgb.linear((byte) (value >> 8)), Srgb.linear((byte) value));
    }

    /** Relative luminance Y (Rec. 709). */
    public float luminance() {
        return luminance(red, green, blue);
    }

    public static float luminance(float red, float green, float blue) {
        return .2126f * red + .7152f * green + .0722f * blue;
    }

    /** {@code #rrggbb}, clipped and rounded. */
    public String hex() {
        return "#%02x%02x%02x".formatted(Srgb.toByte(red) & 255, Srgb.toByte(green) & 255, Srgb.toByte(blue) & 255);
    }
}
