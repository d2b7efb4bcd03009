package photoset.cpu.painting;

import java.util.Arrays;
import java.util.List;
import photoset.imaging.Mask;
import photoset.imaging.Raster;

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
            add(mask.levels(), union.levels());
        }
        return union;
    }

    /** In a method of its own, in which the compiler takes many levels at once. */
    private static void add(byte[] levels, byte[] union) {
        for (int i = 0; i < union.length; i++) {
            union[i] |= levels[i];
        }
    }

    /** Whether no layer may touch the pixel, whatever its mask says. */
    public boolean isProtected(int index) {
        return protect.levels()[index] != 0;
    }

    /** Compares every pixel; equal stretches are passed over at the speed of memory. */
    public ChangeCount changes(Raster before, Raster after) {
        byte[] old = before.rgb();
        byte[] now = after.rgb();
        int count = before.pixels();
        long pixels = 0;
        long inProtect = 0;
        long outsideRule = 0;
        for (int pixel = nextChange(old, now, 0); pixel < count; pixel = nextChange(old, now, pixel)) {
            // Within painted areas the next pixel differs nearly always.
            do {
                pixels++;
                inProtect += protect.levels()[pixel] != 0 ? 1 : 0;
                outsideRule += rule.levels()[pixel] == 0 ? 1 : 0;
                pixel++;
            } while (pixel < count && differs(old, now, pixel * CHANNELS));
        }
        return new ChangeCount(pixels, inProtect, outsideRule);
    }

    private static boolean differs(byte[] old, byte[] now, int at) {
        return old[at] != now[at] || old[at + 1] != now[at + 1] || old[at + 2] != now[at + 2];
    }

    /** The first pixel that differs, from one on; beyond the last if none does. */
    private static int nextChange(byte[] old, byte[] now, int pixel) {
        int from = pixel * CHANNELS;
        int at = Arrays.mismatch(old, from, old.length, now, from, now.length);
        return at < 0 ? old.length / CHANNELS : pixel + at / CHANNELS;
    }
}
