package photoset.imaging.instances;

import java.util.Arrays;
import photoset.imaging.Lab;
import photoset.imaging.LinearRgb;
import photoset.imaging.Mask;
import photoset.imaging.QuickSelect;
import photoset.imaging.Raster;
import photoset.imaging.Srgb;

/**
 * An instance's box and what is around it, brought to one small size, so that the cost does not depend on the photo and
 * foreshortening falls out of the direction of edges.
 */
final class Patch {
    /** Cells of the layout: finer ones no longer meet the same part of a thing from another side. */
    static final int GRID = 4;

    static final int CELLS = GRID * GRID;

    /** Pixels of the box, and beside it on each side. */
    static final int SIDE = 64;

    static final int MARGIN = 12;

    private static final int WHOLE = SIDE + 2 * MARGIN;

    /** A channel beyond has lost its value. */
    private static final int BURNT = 250;

    /** Fewer pixels around an instance say nothing of what surrounds it. */
    private static final int SURROUNDING_PX_MIN = 40;

    /** The gray that the surroundings become; leaves room for things two and a half times as bright. */
    private static final float GRAY = .4f;

    private static final float BRIGHT_MAX = 1f;

    /** Darker ones are noise. */
    private static final float DARK = .002f;

    private final Raster pixels;
    private final Mask cover;
    private final boolean[] inPhoto;
    private final boolean hasSurroundings;
    private final LinearRgb surroundings;

    private Patch(Raster pixels, Mask cover, boolean[] inPhoto, LinearRgb otherwise) {
        this.pixels = pixels;
        this.cover = cover;
        this.inPhoto = inPhoto;
        float[][] around = new float[3][WHOLE * WHOLE];
        int count = around(around);
        this.hasSurroundings = count >= SURROUNDING_PX_MIN;
        this.surroundings = hasSurroundings ? median(around, count) : otherwise;
    }

    /**
     * Cuts an instance out.
     *
     * @param box of the mask's covered pixels
     * @param otherwise stands for the surroundings of what fills the photo
     */
    static Patch of(Raster photo, Mask mask, PixelBox box, LinearRgb otherwise) {
        int beside = Math.max(2, Math.round((float) box.width() * MARGIN / SIDE));
        int above = Math.max(2, Math.round((float) box.height() * MARGIN / SIDE));
        var wide = new PixelBox(box.x() - beside, box.y() - above, box.width() + 2 * beside, box.height() + 2 * above);
        byte[] rgb = new byte[wide.width() * wide.height() * 3];
        byte[] levels = new byte[wide.width() * wide.height()];
        for (int y = 0, at = 0; y < wide.height(); y++) {
            int row = Math.clamp(wide.y() + y, 0, photo.height() - 1);
            for (int x = 0; x < wide.width(); x++, at++) {
                int column = Math.clamp(wide.x() + x, 0, photo.width() - 1);
                int from = row * photo.width() + column;
                System.arraycopy(photo.rgb(), 3 * from, rgb, 3 * at, 3);
                boolean inside = row == wide.y() + y && column == wide.x() + x;
                levels[at] = inside ? mask.levels()[from] : 0;
            }
        }
        return new Patch(
                new Raster(wide.width(), wide.height(), rgb).resized(WHOLE, WHOLE),
                new Mask(wide.width(), wide.height(), levels).resized(WHOLE, WHOLE),
                inPhoto(wide, photo),
                otherwise);
    }

    private static boolean[] inPhoto(PixelBox wide, Raster photo) {
        var inPhoto = new boolean[WHOLE * WHOLE];
        for (int i = 0; i < inPhoto.length; i++) {
            int x = wide.x() + (int) ((i % WHOLE + .5) * wide.width() / WHOLE);
            int y = wide.y() + (i / WHOLE * 2 + 1) * wide.height() / (2 * WHOLE);
            inPhoto[i] = x >= 0 && y >= 0 && x < photo.width() && y < photo.height();
        }
        return inPhoto;
    }

    private int around(float[][] channels) {
        int count = 0;
        for (int i = 0; i < inPhoto.length; i++) {
            if (inPhoto[i] && cover.at(i) == 0 && !isBurnt(i)) {
                for (int channel = 0; channel < 3; channel++) {
                    channels[channel][count] = Srgb.linear(pixels.rgb()[3 * i + channel]);
                }
                count++;
            }
        }
        return count;
    }

    private static LinearRgb median(float[][] channels, int count) {
        return new LinearRgb(
                QuickSelect.at(.5, channels[0], count),
                QuickSelect.at(.5, channels[1], count),
                QuickSelect.at(.5, channels[2], count));
    }

    /** The median color around the instance; the photo's own if it fills the photo. */
    LinearRgb surroundings() {
        return surroundings;
    }

    boolean isBurnt(int index) {
        byte[] rgb = pixels.rgb();
        return (rgb[3 * index] & 255) >= BURNT
                || (rgb[3 * index + 1] & 255) >= BURNT
                || (rgb[3 * index + 2] & 255) >= BURNT;
    }

    /** The relative L* from which on something as gray as the surroundings is burnt out. */
    double burntLightness() {
        float most = Math.max(surroundings.red(), Math.max(surroundings.green(), surroundings.blue()));
        float light = relative(Srgb.linear((byte) BURNT), most);
        return Lab.of(new LinearRgb(light, light, light)).l();
    }

    /** Indices of pixels that the instance covers, without those at its edge, which show its surroundings too. */
    int[] inner() {
        int[] inner = covered(1);
        return inner.length > 0 ? inner : covered(0);
    }

    private int[] covered(int radius) {
        int[] found = new int[SIDE * SIDE];
        int count = 0;
        for (int y = MARGIN; y < MARGIN + SIDE; y++) {
            for (int x = MARGIN; x < MARGIN + SIDE; x++) {
                if (cover.solid(x, y, radius, Mask.COVERED)) {
                    found[count++] = y * WHOLE + x;
                }
            }
        }
        return Arrays.copyOf(found, count);
    }

    /** Where a pixel lies in the box, 0 to {@link #SIDE}. */
    static int column(int index) {
        return index % WHOLE - MARGIN;
    }

    static int row(int index) {
        return index / WHOLE - MARGIN;
    }

    /** The pixel below the one. */
    static int below(int index) {
        return index + WHOLE;
    }

    static int above(int index) {
        return index - WHOLE;
    }

    /** L*, a* and b* of every pixel as it would be if the surroundings were gray. */
    float[][] relativeLab() {
        var planes = new float[3][WHOLE * WHOLE];
        for (int i = 0; i < inPhoto.length; i++) {
            var lab = relative(pixels.at(i), surroundings);
            planes[0][i] = (float) lab.l();
            planes[1][i] = (float) lab.a();
            planes[2][i] = (float) lab.b();
        }
        return planes;
    }

    /** A color as it would be if the other were gray. */
    static Lab relative(LinearRgb color, LinearRgb other) {
        return Lab.of(new LinearRgb(
                relative(color.red(), other.red()),
                relative(color.green(), other.green()),
                relative(color.blue(), other.blue())));
    }

    private static float relative(float light, float other) {
        return Math.min(BRIGHT_MAX, GRAY * Math.max(DARK, light) / Math.max(DARK, other));
    }
}
