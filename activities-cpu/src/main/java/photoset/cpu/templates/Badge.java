package photoset.cpu.templates;

import java.awt.Color;
import photoset.cpu.sheets.Box;
import photoset.cpu.sheets.DrawableText;
import photoset.cpu.sheets.Sheet;
import photoset.cpu.sheets.Sheet.Align;
import photoset.cpu.sheets.TextStyle;
import photoset.cpu.sheets.Typeface;

/** Light words on a dark plate at the foot of a picture, readable on any picture. */
final class Badge {
    /** Letters to the long side of the picture. */
    private static final double MARK_SIZE = .018;

    private static final double LABEL_SIZE = .024;

    /** Smaller letters cannot be read, on a screen and on paper. */
    private static final double SIZE_MIN_PX = 11;

    private static final double SIZE_MIN_POINTS = 5;

    /** See-through enough to belong to the picture; white on it has 9:1 even on white. */
    private static final Color PLATE = new Color(20, 20, 22, 200);

    private Badge() {}

    /** The mark of the free plan, at the right. */
    static void mark(Sheet sheet, Box picture) {
        draw(sheet, "PHOTOSET", picture, new Place(MARK_SIZE, Align.RIGHT));
    }

    /** What has been done to the picture, at the left. */
    static void label(Sheet sheet, String text, Box picture) {
        draw(sheet, text, picture, new Place(LABEL_SIZE, Align.LEFT));
    }

    private record Place(double size, Align side) {}

    private static void draw(Sheet sheet, String text, Box picture, Place place) {
        double least = Math.max(SIZE_MIN_PX, sheet.page().points(SIZE_MIN_POINTS));
        double size = Math.max(least, place.size() * Math.max(picture.width(), picture.height()));
        var style = new TextStyle(Typeface.SEMIBOLD, size, Color.WHITE);
        int pad = (int) Math.round(size * .75);
        var words = DrawableText.of(text);
        int room = Math.max(1, picture.width() - 4 * pad);
        int width = Math.min((int) Math.ceil(style.width(words)), room);
        int lines = Sheet.lines(words, style, width, 2).size();
        var plate = new Box(
                place.side() == Align.LEFT ? picture.x() + pad : picture.right() - 3 * pad - width,
                picture.bottom() - 2 * pad - lines * style.lineHeight(),
                width + 2 * pad,
                lines * style.lineHeight() + pad);
        sheet.fillRound(plate, pad / 2, PLATE);
        sheet.text(
                words,
                style,
                new Box(plate.x() + pad, plate.y() + pad / 2, width, lines * style.lineHeight()),
                Align.LEFT);
    }
}
