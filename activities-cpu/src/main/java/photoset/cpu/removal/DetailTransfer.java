package photoset.cpu.removal;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import photoset.cpu.surfaces.Homography.Point;
import photoset.imaging.Mask;
import photoset.imaging.Raster;

/**
 * Fills a hole at the photo's own size: what was filled in the small says the colour, and the place that it was copied
 * from the detail, which no mean of patches has: sharp lines, and the grain of this camera.
 */
final class DetailTransfer {
    private static final int CHANNELS = WorkPicture.CHANNELS;

    /** Pixels that a cubic between pixels reads, each way. */
    private static final int TAPS = 4;

    private final Raster photo;
    private final HoleMap holes;
    private final Raster result;
    private final List<Mask> painted;
    private final float[] smooth = new float[CHANNELS];
    private final float[] detail = new float[CHANNELS];
    private final float[] color = new float[CHANNELS];
    private final float[] taps = new float[2 * TAPS];

    /**
     * Fills holes of one photo.
     *
     * @param result the picture that is filled
     * @param painted masks that go on into the holes, changed in place
     */
    DetailTransfer(Raster photo, HoleMap holes, Raster result, List<Mask> painted) {
        this.photo = photo;
        this.holes = holes;
        this.result = result;
        this.painted = painted;
    }

    /** What was filled in the small. */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    record Filled(WorkGrid grid, WorkPicture picture, PatchSearch patches, float[] smooth) {
        Filled(WorkGrid grid, WorkPicture picture, PatchSearch patches) {
            this(grid, picture, patches, picture.smooth());
        }
    }

    /** Fills one window. */
    void fill(Window window, Filled filled) {
        for (int y = window.y(); y < window.bottom(); y++) {
            for (int x = window.x(); x < window.right(); x++) {
                float share = holes.share(y * photo.width() + x);
                if (share > 0) {
                    fill(x, y, share, window, filled);
                }
            }
        }
    }

    private void fill(int x, int y, float share, Window window, Filled filled) {
        var place = filled.grid().toWork().map(x + .5, y + .5);
        filled.picture().sample(filled.smooth(), (float) place.x(), (float) place.y(), color);
        int pixel = y * photo.width() + x;
        var from = source(place, filled);
        if (from != null && read(from, window, filled.grid())) {
            var copied = filled.grid().toWork().map(from.x(), from.y());
            filled.picture().sample(filled.smooth(), (float) copied.x(), (float) copied.y(), smooth);
            for (int channel = 0; channel < CHANNELS; channel++) {
                color[channel] += detail[channel] - smooth[channel];
            }
            if (share >= .5f) {
                int column = (int) from.x();
                int row = (int) from.y();
                goOn(pixel, row * photo.width() + column);
            }
        }
        byte[] rgb = result.rgb();
        for (int channel = 0; channel < CHANNELS; channel++) {
            int at = pixel * CHANNELS + channel;
            float before = photo.rgb()[at] & 255;
            rgb[at] = (byte) Math.round(Math.clamp(before + share * (color[channel] - before), 0f, 255f));
        }
    }

    private void goOn(int pixel, int from) {
        for (var mask : painted) {
            mask.levels()[pixel] = mask.levels()[from];
        }
    }

    /** The place in the photo that the patch around a place was copied from. */
    private @Nullable Point source(Point place, Filled filled) {
        var picture = filled.picture();
        int column = Math.clamp(Math.round(place.x()), 0, picture.innerColumns() - 1);
        int row = Math.clamp(Math.round(place.y()), 0, picture.innerRows() - 1);
        int target = picture.at(column, row);
        int match = filled.patches().match(target);
        if (match < 0) {
            return null;
        }
        int across = match % picture.columns - target % picture.columns;
        int down = match / picture.columns - target / picture.columns;
        return filled.grid().inPhoto(place.x() + across, place.y() + down);
    }

    /** Reads the photo there; whether all that is read may be copied. */
    private boolean read(Point from, Window window, WorkGrid grid) {
        return grid.exact() ? readPixel(from, window) : readBetween(from, window);
    }

    private boolean readPixel(Point from, Window window) {
        int x = (int) Math.floor(from.x());
        int y = (int) Math.floor(from.y());
        if (!mayCopy(x, y, window)) {
            return false;
        }
        int at = (y * photo.width() + x) * CHANNELS;
        for (int channel = 0; channel < CHANNELS; channel++) {
            detail[channel] = photo.rgb()[at + channel] & 255;
        }
        return true;
    }

    private boolean mayCopy(int x, int y, Window window) {
        return x >= 0
                && x < photo.width()
                && y >= 0
                && y < photo.height()
                && holes.role(x, y, window) == PixelRole.SOURCE;
    }

    /** Keys' cubic (1981), which keeps more of the grain than a straight line does. */
    private boolean readBetween(Point from, Window window) {
        int left = (int) Math.floor(from.x() - .5) - 1;
        int top = (int) Math.floor(from.y() - .5) - 1;
        weigh((float) (from.x() - .5 - left - 1), 0);
        weigh((float) (from.y() - .5 - top - 1), TAPS);
        Arrays.fill(detail, 0);
        for (int row = 0; row < TAPS; row++) {
            for (int column = 0; column < TAPS; column++) {
                if (!mayCopy(left + column, top + row, window)) {
                    return false;
                }
                int at = ((top + row) * photo.width() + left + column) * CHANNELS;
                float weight = taps[column] * taps[TAPS + row];
                for (int channel = 0; channel < CHANNELS; channel++) {
                    detail[channel] += weight * (photo.rgb()[at + channel] & 255);
                }
            }
        }
        return true;
    }

    private void weigh(float t, int to) {
        taps[to] = t * (-.5f + t * (1 - .5f * t));
        taps[to + 1] = 1 + t * t * (-2.5f + 1.5f * t);
        taps[to + 2] = t * (.5f + t * (2 - 1.5f * t));
        taps[to + 3] = t * t * (-.5f + .5f * t);
    }
}
