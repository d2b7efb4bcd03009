package photoset.gpu.masks;

import photoset.imaging.Mask;

/** Masks written as text: {@code #} is inside. */
final class Pictures {
    private Pictures() {}

    static Mask mask(String... rows) {
        var alpha = new byte[rows.length * rows[0].length()];
        for (int i = 0; i < alpha.length; i++) {
            alpha[i] = (byte) (at(rows, i) == '#' ? 255 : 0);
        }
        return new Mask(rows[0].length(), rows.length, alpha);
    }

    private static char at(String[] rows, int i) {
        return rows[i / rows[0].length()].charAt(i % rows[0].length());
    }
}
