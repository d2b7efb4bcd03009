package photoset.gpu.planes;

import photoset.imaging.Plane;

/** Planes and fields written as text: {@code #} is inside. */
public final class Sketches {
    private Sketches() {}

    /** 1 inside, -1 outside. */
    public static Plane margin(String... rows) {
        var values = new float[rows.length * rows[0].length()];
        for (int i = 0; i < values.length; i++) {
            values[i] = at(rows, i) == '#' ? 1 : -1;
        }
        return new Plane(rows[0].length(), rows.length, values);
    }

    /** A field as it would be written. */
    public static String text(BinaryMask field, int width) {
        var text = new StringBuilder();
        boolean[] inside = field.inside();
        for (int i = 0; i < inside.length; i++) {
            text.append(i > 0 && i % width == 0 ? "\n" : "").append(inside[i] ? '#' : '.');
        }
        return text.toString();
    }

    private static char at(String[] rows, int i) {
        return rows[i / rows[0].length()].charAt(i % rows[0].length());
    }
}
