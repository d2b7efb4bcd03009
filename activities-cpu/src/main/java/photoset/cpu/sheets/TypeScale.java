package photoset.cpu.sheets;

import java.awt.Color;

/** The sizes of type on one page, from one step to the next about 1.3 times as large; two weights, two inks. */
public record TypeScale(TextStyle title, TextStyle heading, TextStyle caption, TextStyle body, TextStyle note) {
    /** Nearly black: pure black is harsh on white paper. */
    public static final Color INK = new Color(0x1d1d1f);

    /** For what comes second; 5.3:1 on white. */
    public static final Color QUIET = new Color(0x6b6b6e);

    /** Hairlines. */
    public static final Color RULE = new Color(0xd2d2d4);

    /** Unprinted. */
    public static final Color PAPER = Color.WHITE;

    /** For a page that is held in a hand. */
    public static TypeScale of(PageSize page) {
        return of(page, 1);
    }

    /** Larger or smaller by a factor, for a page that is seen from elsewhere. */
    public static TypeScale of(PageSize page, double factor) {
        return new TypeScale(
                new TextStyle(Typeface.SEMIBOLD, page.points(20 * factor), INK),
                new TextStyle(Typeface.SEMIBOLD, page.points(13 * factor), INK),
                new TextStyle(Typeface.SEMIBOLD, page.points(10 * factor), INK),
                new TextStyle(Typeface.REGULAR, page.points(10 * factor), QUIET),
                new TextStyle(Typeface.REGULAR, page.points(8 * factor), QUIET));
    }
}
