package photoset.cpu.templates;

import java.util.List;
import photoset.cpu.sets.Design;
import photoset.cpu.sets.SetOrder;
import photoset.cpu.sets.SetPhoto;
import photoset.cpu.sheets.Box;
import photoset.cpu.sheets.PageSize;
import photoset.cpu.sheets.Sheet.Align;
import photoset.imaging.Raster;

/**
 * A card for the hand: the result large, below it the photo as it was and the palette. Upright photos, which would leave
 * no room for that, lie side by side above the palette.
 */
final class ClientCards {
    private static final PageSize PAGE = PageSize.A5_PORTRAIT;

    /** A smaller photo of before than this, to the result's width, could not be compared. */
    private static final double BEFORE_MIN = .4;

    /** A larger one would leave no column for the palette. */
    private static final double BEFORE_MAX = .56;

    /** A heading and two rows of swatches. */
    private static final double PALETTE_MM = 28;

    private static final double HEADING_GAP_MM = 2;

    /**
     * Where everything lies.
     *
     * @param before with room for a caption below
     * @param after likewise
     */
    private record Places(Box before, Box after, Box palette) {}

    private ClientCards() {}

    static List<PlannedPicture> of(SetOrder order) {
        return BoardPlan.eachDesign(order, PAGE.dpi(), ClientCards::card);
    }

    private static Raster card(SetOrder order, SetPhoto.Delivered photo, Design design, String folio) {
        var before = photo.original().get();
        var page = new BoardPage(order, PAGE, BoardPlan.around(order, photo, design, folio));
        var places = places(page.layout(), (double) before.width() / before.height());
        page.caption(Wording.BEFORE.in(order.language()), page.photo(before, places.before()));
        page.caption(
                Wording.AFTER.in(order.language()), page.result(design.picture().get(), places.after()));
        palette(page, order, design, places.palette());
        return page.raster();
    }

    private static Places places(PageLayout layout, double aspect) {
        var field = layout.field();
        int gap = PAGE.mm(Pair.GAP_MM);
        int caption = BoardPage.captionHeight(PAGE);
        int large = (int) Math.round(field.width() / aspect);
        double share = (field.height() - large - 2 * caption - gap) * aspect / field.width();
        if (share < BEFORE_MIN) {
            var pair = Pair.in(layout, aspect, PALETTE_MM);
            return new Places(pair.first(), pair.second(), pair.rest());
        }
        int small = (int) Math.round(Math.min(share, BEFORE_MAX) * field.width());
        var below = field.below(large + caption + gap);
        return new Places(
                below.left(small).top((int) Math.round(small / aspect)), field.top(large), below.beside(small + gap));
    }

    private static void palette(BoardPage page, SetOrder order, Design design, Box area) {
        if (design.palette().isEmpty()) {
            return;
        }
        var style = page.type().caption();
        int heading = page.sheet()
                .text(Wording.PALETTE.in(order.language()), style, area.top(style.lineHeight()), Align.LEFT);
        var swatches = area.below(heading + PAGE.mm(HEADING_GAP_MM));
        PaletteBlock.draw(page, design.palette(), swatches, PaletteBlock.columns(PAGE, swatches.width()));
    }
}
