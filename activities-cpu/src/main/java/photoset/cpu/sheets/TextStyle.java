package photoset.cpu.sheets;

import java.awt.Color;

/**
 * How text looks.
 *
 * @param sizePx of the em
 */
public record TextStyle(Typeface face, double sizePx, Color ink) {
    private static final double LINE_HEIGHT = 1.4;

    /** Height of a capital, by the font's own figures. */
    private static final double CAP_HEIGHT = .707;

    /** The same text in another color. */
    public TextStyle in(Color other) {
        return new TextStyle(face, sizePx, other);
    }

    /** From one baseline to the next, in pixels. */
    public int lineHeight() {
        return (int) Math.ceil(sizePx * LINE_HEIGHT);
    }

    /** How far the text goes, in pixels. */
    public double width(String text) {
        return face.width(text, sizePx);
    }

    /** From the top of a line to its baseline: capitals stand in the middle of the line. */
    public int baseline() {
        return (int) Math.round((lineHeight() + sizePx * CAP_HEIGHT) / 2);
    }
}
