package photoset.cpu.proof;

import java.util.Arrays;
import java.util.List;
import photoset.cpu.pixels.Mask;
import photoset.cpu.pixels.Raster;

/**
 * Where a rule may change a photo and where it must not; where both are above 0 the protection wins.
 *
 * @param rule above 0 where any layer's mask is
 * @param protect above 0 where any protected concept's mask is, so that not even its soft edge is touched
 */
public record Areas(Mask rule, Mask protect) {
    private static final int CHANNELS = 3;

    /** The unions of masks of one size. */
    public static Areas of(Raster photo, List<Mask> rule, List<Mask> protect) {
        return new Areas(union(photo, rule), union(photo, protect));
    }

    private static Mask union(Raster photo, List<Mask> masks) {
        if (masks.size() == 1) {
            return masks.getFirst();
        }
        var union = Mask.empty(photo.width(), photo.height());
        for (Mask mask : masks) {
            byte[] levels = mask.levels();
            for (int i = 0; i < levels.length; i++) {
                union.levels()[i] |= levels[i];
            }
        }
        return union;
    }

    /** Whether no layer may touch the pixel, whatever its mask says. */
    public boolean isProtected(int index) {
        return protect.levels()[index] != 0;
    }

    /** Compares every pixel; equal stretches are passed over at the speed of memory. */
    public ChangeCount changes(Raster before, Raster after) {
        byte[] old = before.rgb();
        byte[] now = after.rgb();
        long pixels = 0;
        long inProtect = 0;
        long outsideRule = 0;
        for (int at = mismatch(old, now, 0); at >= 0; at = mismatch(old, now, at)) {
            int pixel = at / CHANNELS;
            pixels++;
            inProtect += isProtected(pixel) ? 1 : 0;
            outsideRule += rule.levels()[pixel] == 0 ? 1 : 0;
            at = (pixel + 1) * CHANNELS;
        }
        return new ChangeCount(pixels, inProtect, outsideRule);
    }

    private static int mismatch(byte[] old, byte[] now, int from) {
        // Within painted areas the next byte differs nearly always, and a call of the intrinsic would cost more.
        if (from < old.length && old[from] != now[from]) {
            return from;
        }
        int at = Arrays.mismatch(old, from, old.length, now, from, now.length);
        return at < 0 ? at : from + at;
    }
}
