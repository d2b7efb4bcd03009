package photoset.cpu.materials;

/** A colour as sRGB encodes it, 0 to 1: steps of it look even, so patterns are mixed in it and not in linear light. */
public record EncodedRgb(float red, float green, float blue) {
    /** Reads {@code #rrggbb}. */
    public static EncodedRgb of(String hex) {
        int value = Integer.parseInt(hex, 1, 7, 16);
        return new EncodedRgb((value >> 16 & 255) / 255f, (value >> 8 & 255) / 255f, (value & 255) / 255f);
    }

    /** Covers {@code rgb} wholly, then makes it lighter or darker by a share. */
    void cover(float[] rgb, float tone) {
        rgb[0] = red * (1 + tone);
        rgb[1] = green * (1 + tone);
        rgb[2] = blue * (1 + tone);
    }

    /** Covers a share of {@code rgb}, from 0 (none) to 1 (all). */
    public void mix(float[] rgb, float share) {
        float covered = Math.clamp(share, 0f, 1f);
        rgb[0] += covered * (red - rgb[0]);
        rgb[1] += covered * (green - rgb[1]);
        rgb[2] += covered * (blue - rgb[2]);
    }

    /** 0 below {@code low}, 1 above {@code high}, a smooth step between. */
    static float step(float low, float high, float value) {
        float t = Math.clamp((value - low) / (high - low), 0f, 1f);
        return t * t * (3 - 2 * t);
    }
}
