package photoset.cpu.templates;

import java.util.List;
import photoset.cpu.sets.Design;
import photoset.cpu.sets.SetOrder;
import photoset.cpu.sets.SetPhoto;
import photoset.cpu.sheets.Arrangement;
import photoset.cpu.sheets.Arrangement.Spacing;
import photoset.cpu.sheets.Box;
import photoset.cpu.sheets.PageSize;
import photoset.cpu.sheets.Sheet.Align;
import photoset.cpu.templates.BoardPage.Around;
import photoset.imaging.Raster;

/** The designs of a photo beside each other and beside the original, their palettes in a column at the right. */
final class DesignPages {
    private static final PageSize PAGE = PageSize.A4_LANDSCAPE;
    private static final double PANEL_MM = 56;
    private static final double PANEL_GAP_MM = 8;
    private static final double GAP_MM = 5;
    private static final double HEADING_GAP_MM = 2;

    private DesignPages() {}

    static List<PlannedPicture> of(SetOrder order) {
        return BoardPlan.eachPhoto(order, PAGE.dpi(), DesignPages::page);
    }

    private static Raster page(SetOrder order, SetPhoto.Delivered photo, String folio) {
        var original = photo.original().get();
        var page = new BoardPage(order, PAGE, new Around(Wording.photo(photo, order.language()), folio));
        boolean panel =
                photo.designs().stream().anyMatch(design -> !design.palette().isEmpty());
        int panelWidth = panel ? PAGE.mm(PANEL_MM + PANEL_GAP_MM) : 0;
        var pictures = page.field().left(page.field().width() - panelWidth);
        var grid = Arrangement.largest(
                pictures,
                photo.designs().size() + 1,
                (double) original.width() / original.height(),
                new Spacing(PAGE.mm(GAP_MM), BoardPage.captionHeight(PAGE)));
        page.caption(
                Wording.ORIGINAL.in(order.language()),
                page.photo(original, grid.cells().getFirst()));
        for (int i = 0; i < photo.designs().size(); i++) {
            var design = photo.designs().get(i);
            page.caption(
                    BoardPlan.designName(order, design),
                    page.result(design.picture().get(), grid.cells().get(i + 1)));
        }
        if (panel) {
            int left =
                    grid.block().right() + PAGE.mm(PANEL_GAP_MM) - page.field().x();
            palettes(page, order, photo.designs(), page.field().beside(left));
        }
        return page.raster();
    }

    private static void palettes(BoardPage page, SetOrder order, List<Design> designs, Box panel) {
        int share = panel.height() / designs.size();
        for (int i = 0; i < designs.size(); i++) {
            var design = designs.get(i);
            var area = panel.below(i * share).top(share - PAGE.mm(GAP_MM));
            int heading = page.sheet()
                    .text(
                            BoardPlan.designName(order, design),
                            page.type().caption(),
                            area.top(page.type().caption().lineHeight()),
                            Align.LEFT);
            var swatches = area.below(heading + PAGE.mm(HEADING_GAP_MM));
            PaletteBlock.draw(page, design.palette(), swatches, PaletteBlock.columns(PAGE, swatches.width()));
        }
    }
}
