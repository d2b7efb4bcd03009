package photoset.imaging.regions;

/** Masks written as text: {@code #} is inside. */
final class Sketches {
    private Sketches() {}

    static BitMask mask(String... rows) {
        var mask = new BitMask(rows[0].length(), rows.length);
        for (int i = 0; i < mask.size(); i++) {
            if (at(rows, i) == '#') {
                mask.add(i);
            }
        }
        return mask;
    }

    /** A mask as it would be written. */
    static String text(BitMask mask) {
        var text = new StringBuilder();
        for (int i = 0; i < mask.size(); i++) {
            text.append(i > 0 && i % mask.columns() == 0 ? "\n" : "").append(mask.has(i) ? '#' : '.');
        }
        return text.toString();
    }

    private static char at(String[] rows, int i) {
        return rows[i / rows[0].length()].charAt(i % rows[0].length());
    }
}
