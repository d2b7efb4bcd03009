package photoset.imaging.instances;

import java.util.Optional;
import photoset.imaging.Mask;

/** A rectangle of pixels; it may lie partly outside of the photo. */
record PixelBox(int x, int y, int width, int height) {
    /** The smallest one around the covered pixels, empty if there are none. */
    static Optional<PixelBox> around(Mask mask) {
        int left = mask.width();
        int right = -1;
        int top = -1;
        int bottom = -1;
        byte[] levels = mask.levels();
        for (int y = 0, at = 0; y < mask.height(); y++) {
            for (int x = 0; x < mask.width(); x++, at++) {
                // A negative byte is one of at least Mask.COVERED.
                if (levels[at] < 0) {
                    left = Math.min(left, x);
                    right = Math.max(right, x);
                    top = top < 0 ? y : top;
                    bottom = y;
                }
            }
        }
        return right < 0 ? Optional.empty() : Optional.of(new PixelBox(left, top, right - left + 1, bottom - top + 1));
    }
}
