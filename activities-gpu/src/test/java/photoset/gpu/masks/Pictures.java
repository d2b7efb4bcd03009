package photoset.gpu.masks;

import photoset.imaging.Mask;
import photoset.imaging.Plane;

/** Masks and margins written as text: {@code #} is inside. */
final class Pictures {
    private Pictures() {}

    static Mask mask(String... rows) {
        var alpha = new byte[rows.length * rows[0].length()];
        for (int i = 0; i < alpha.length; i++) {
            alpha[i] = (byte) (at(rows, i) == '#' ? 255 : 0);
        }
        return new Mask(rows[0].length(), rows.length, alpha);
    }

    /** 1 inside, -1 outside. */
    static Plane margin(String... rows) {
        var values = new float[rows.length * rows[0].length()];
        for (int i = 0; i < values.length; i++) {
            values[i] = at(rows, i) == '#' ? 1 : -1;
        }
        return new Plane(rows[0].length(), rows.length, values);
    }

    private static char at(String[] rows, int i) {
        return rows[i / rows[0].length()].charAt(i % rows[0].length());
    }
}
