package photoset.cpu.codec;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.function.Function;
import photoset.imaging.ProfiledRaster;
import photoset.imaging.Raster;

/**
 * The colours of a photo in its own space instead of sRGB.
 *
 * @param pixels the upright numbers of the file; their profile is not sRGB
 */
public record SourceColors(ProfiledRaster pixels) {
    /** A profile that moves no colour of the grid by more than rounding is sRGB under whatever name. */
    private static final int ROUNDING = 1;

    /** Every 32nd value of each channel. */
    private static final int GRID = 9;

    private static final int SPACE_AT = 16;

    /** Changed pixels are converted as a picture of this width, so that the others cost nothing. */
    private static final int GATHERED_WIDTH = 4096;

    /**
     * A painted picture in this space: the file's own numbers where nothing was painted, converted ones elsewhere.
     *
     * @param photo what was painted on
     * @param painted the result, sRGB like the photo
     * @throws photoset.cpu.header.PhotoRefused if the profile cannot be converted to
     */
    public ProfiledRaster painted(Raster photo, Raster painted, ImageCodec codec) {
        int[] changed = changed(photo, painted);
        var result = pixels.copy();
        if (changed.length == 0) {
            return result;
        }
        int height = (changed.length + GATHERED_WIDTH - 1) / GATHERED_WIDTH;
        byte[] gathered = new byte[GATHERED_WIDTH * height * 3];
        for (int i = 0; i < changed.length; i++) {
            System.arraycopy(painted.rgb(), changed[i] * 3, gathered, i * 3, 3);
        }
        byte[] converted = codec.toProfile(new Raster(GATHERED_WIDTH, height, gathered), pixels.profile())
                .rgb();
        for (int i = 0; i < changed.length; i++) {
            System.arraycopy(converted, i * 3, result.rgb(), changed[i] * 3, 3);
        }
        return result;
    }

    private static int[] changed(Raster photo, Raster painted) {
        int count = 0;
        for (int i = 0; i < photo.pixels(); i++) {
            count += photo.same(painted, i) ? 0 : 1;
        }
        int[] changed = new int[count];
        int at = 0;
        for (int i = 0; i < photo.pixels(); i++) {
            if (!photo.same(painted, i)) {
                changed[at++] = i;
            }
        }
        return changed;
    }

    /** Whether this is a profile of RGB values that differs from sRGB, judged by what {@code fromSrgb} makes of colours. */
    static boolean worthKeeping(byte[] profile, Function<Raster, ProfiledRaster> fromSrgb) {
        if (profile.length < SPACE_AT + 4 || !new String(profile, SPACE_AT, 4, ISO_8859_1).equals("RGB ")) {
            return false;
        }
        var grid = grid();
        byte[] converted = fromSrgb.apply(grid).rgb();
        for (int i = 0; i < converted.length; i++) {
            if (Math.abs((converted[i] & 255) - (grid.rgb()[i] & 255)) > ROUNDING) {
                return true;
            }
        }
        return false;
    }

    private static Raster grid() {
        byte[] rgb = new byte[GRID * GRID * GRID * 3];
        for (int i = 0; i < GRID * GRID * GRID; i++) {
            rgb[i * 3] = level(i);
            rgb[i * 3 + 1] = level(i / GRID);
            rgb[i * 3 + 2] = level(i / (GRID * GRID));
        }
        return new Raster(GRID * GRID, GRID, rgb);
    }

    private static byte level(int step) {
        return (byte) Math.min(255, step % GRID * 32);
    }
}
