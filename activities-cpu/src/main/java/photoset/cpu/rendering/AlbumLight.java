package photoset.cpu.rendering;

import org.jspecify.annotations.Nullable;
import photoset.imaging.LinearRgb;

/** How the light of one photo differs in colour from that of its album. */
final class AlbumLight {
    private static final LinearRgb SAME = new LinearRgb(1, 1, 1);

    /** More than this is a coloured scene, not a coloured light. */
    private static final float SHARE_MIN = .6f;

    private static final float SHARE_MAX = 1.6f;

    private AlbumLight() {}

    /**
     * The ratio of both whites, of luminance 1; white if one of them is not known.
     *
     * @param photo the photo's white, {@code #rrggbb}
     * @param album the album's
     */
    static LinearRgb of(@Nullable String photo, @Nullable String album) {
        if (photo == null || album == null) {
            return SAME;
        }
        var here = LinearRgb.of(photo);
        var there = LinearRgb.of(album);
        float red = share(here.red(), there.red());
        float green = share(here.green(), there.green());
        float blue = share(here.blue(), there.blue());
        float luminance = LinearRgb.luminance(red, green, blue);
        return new LinearRgb(red / luminance, green / luminance, blue / luminance);
    }

    private static float share(float here, float there) {
        return there <= 0 ? 1 : Math.clamp(here / there, SHARE_MIN, SHARE_MAX);
    }
}
