package photoset.cpu.templates;

import photoset.cpu.sets.SetOrder;
import photoset.cpu.sheets.Box;
import photoset.cpu.sheets.PageSize;
import photoset.cpu.sheets.Sheet;
import photoset.cpu.sheets.Sheet.Align;
import photoset.cpu.sheets.TypeScale;
import photoset.imaging.Raster;

/** A page with margins, title, date, foot and a field for what it shows: what all boards of all templates share. */
final class BoardPage {
    private static final double CAPTION_GAP_MM = 1.2;

    private final SetOrder order;
    private final PageLayout layout;
    private final Sheet sheet;

    /**
     * What stands around the field.
     *
     * @param subtitle below the title; may be empty
     * @param folio at the foot, e.g. 3 / 8
     */
    record Around(String subtitle, String folio) {}

    /** A page with its head and foot. */
    BoardPage(SetOrder order, PageSize size, Around around) {
        this.order = order;
        this.layout = new PageLayout(order, size);
        this.sheet = new Sheet(size);
        sheet.text(layout.title(), layout.titleStyle(), layout.titleBox(), Align.LEFT);
        sheet.text(layout.date(), type().body(), layout.dateBox(), Align.RIGHT);
        sheet.text(around.subtitle(), type().body(), layout.subtitleBox(), Align.LEFT);
        sheet.text(order.template().title(order.language()), type().note(), layout.footBox(), Align.LEFT);
        sheet.text(around.folio(), type().note(), layout.footBox(), Align.RIGHT);
        if (order.watermarked()) {
            sheet.text(Wording.MARK.in(order.language()), type().note(), layout.footBox(), Align.CENTER);
        }
    }

    Sheet sheet() {
        return sheet;
    }

    TypeScale type() {
        return layout.type();
    }

    PageSize size() {
        return layout.size();
    }

    PageLayout layout() {
        return layout;
    }

    Box field() {
        return layout.field();
    }

    /** Lays a photo as large as the box allows; returns where it lies. */
    Box photo(Raster picture, Box box) {
        var place = box.fitted((double) picture.width() / picture.height());
        sheet.picture(picture, place);
        return place;
    }

    /** Lays a delivered picture, with the mark on the free plan. */
    Box result(Raster picture, Box box) {
        var place = photo(picture, box);
        if (order.watermarked()) {
            Badge.mark(sheet, place);
        }
        return place;
    }

    /** Writes a line below a picture. */
    void caption(String text, Box picture) {
        int drop = picture.height() + size().mm(CAPTION_GAP_MM);
        var line = new Box(
                picture.x(),
                picture.y() + drop,
                picture.width(),
                type().caption().lineHeight());
        sheet.text(text, type().caption(), line, Align.LEFT);
    }

    /** How much room {@link #caption} needs below a picture. */
    static int captionHeight(PageSize size) {
        return TypeScale.of(size).caption().lineHeight() + size.mm(CAPTION_GAP_MM);
    }

    Raster raster() {
        return sheet.raster();
    }
}
