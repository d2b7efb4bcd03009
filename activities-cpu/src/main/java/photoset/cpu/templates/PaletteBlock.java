package photoset.cpu.templates;

import java.util.List;
import java.util.Locale;
import photoset.cpu.sets.PaletteColor;
import photoset.cpu.sheets.Box;
import photoset.cpu.sheets.PageSize;
import photoset.cpu.sheets.Sheet.Align;
import photoset.cpu.sheets.TypeScale;

/** Swatches with name, place and hex, in columns of one width. */
final class PaletteBlock {
    private static final double SWATCH_MM = 9;
    private static final double GAP_MM = 3;

    /** The gap between pictures, so that columns and pictures begin on one line. */
    private static final double COLUMN_GAP_MM = 6;

    /** A swatch with a name of about twenty letters; a quarter of an A4 page across, so that columns begin with pictures. */
    private static final double COLUMN_MM = 58;

    private PaletteBlock() {}

    /** How many columns a block of this width has for so many colors. */
    static int columns(PageSize size, int width) {
        return Math.max(1, width / size.mm(COLUMN_MM));
    }

    /** Draws as many as there is room for, and says in the last place how many more there are. */
    static void draw(BoardPage page, List<PaletteColor> palette, Box area, int columns) {
        int swatch = page.size().mm(SWATCH_MM);
        int gap = page.size().mm(GAP_MM);
        int rows = Math.max(1, (area.height() + gap) / (swatch + gap));
        int places = rows * columns;
        int shown = palette.size() <= places ? palette.size() : Math.max(1, places - 1);
        int between = page.size().mm(COLUMN_GAP_MM);
        int width = (area.width() + between) / columns;
        for (int i = 0; i < Math.min(places, palette.size()); i++) {
            var place = new Box(
                    area.x() + i % columns * width, area.y() + i / columns * (swatch + gap), width - between, swatch);
            if (i < shown) {
                entry(page, palette.get(i), place);
            } else {
                page.sheet().text("+" + (palette.size() - shown), page.type().body(), place, Align.LEFT);
            }
        }
    }

    private static void entry(BoardPage page, PaletteColor color, Box place) {
        var sheet = page.sheet();
        var swatch = place.left(place.height());
        int radius = place.height() / 8;
        sheet.fillRound(swatch, radius, color.color());
        sheet.outlineRound(swatch, radius, TypeScale.RULE);
        var words = place.beside(place.height() + page.size().mm(2.5));
        var name = page.type().caption();
        var note = page.type().note();
        int top = (place.height() - name.lineHeight() - note.lineHeight()) / 2;
        sheet.text(color.name(), name, words.below(top).top(name.lineHeight()), Align.LEFT);
        sheet.text(
                color.concept() + "  " + color.hex().toUpperCase(Locale.ROOT),
                note,
                words.below(top + name.lineHeight()).top(note.lineHeight()),
                Align.LEFT);
    }
}
