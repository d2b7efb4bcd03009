package photoset.cpu.templates;

import java.util.List;
import photoset.cpu.sets.Design;
import photoset.cpu.sets.SetOrder;
import photoset.cpu.sets.SetPhoto;
import photoset.cpu.sheets.PageSize;
import photoset.imaging.Raster;

/** Every photo beside its result, one page for each design. */
final class BeforeAfterPages {
    /** Two rows of swatches at least. */
    private static final double PALETTE_MM = 21;

    private BeforeAfterPages() {}

    static List<PlannedPicture> of(SetOrder order) {
        return BoardPlan.eachDesign(order, PageSize.PRINT_DPI, BeforeAfterPages::page);
    }

    private static Raster page(SetOrder order, SetPhoto.Delivered photo, Design design, String folio) {
        var before = photo.original().get();
        var palette = design.palette();
        var pair = Pair.on(order, (double) before.width() / before.height(), palette.isEmpty() ? 0 : PALETTE_MM);
        var page = new BoardPage(order, pair.size(), BoardPlan.around(order, photo, design, folio));
        page.caption(Wording.BEFORE.in(order.language()), page.photo(before, pair.first()));
        page.caption(
                Wording.AFTER.in(order.language()), page.result(design.picture().get(), pair.second()));
        PaletteBlock.draw(
                page,
                palette,
                pair.rest(),
                PaletteBlock.columns(page.size(), pair.rest().width()));
        return page.raster();
    }
}
