package photoset.cpu.templates;

import photoset.cpu.sets.SetOrder;
import photoset.cpu.sheets.Arrangement;
import photoset.cpu.sheets.Arrangement.Spacing;
import photoset.cpu.sheets.Box;
import photoset.cpu.sheets.PageSize;

/**
 * The page for two pictures of one shape: across, side by side, unless an upright page shows them much larger.
 *
 * @param size of the page
 * @param first where the first picture lies, with room for a caption below
 * @param second where the second lies
 * @param rest of the field, below both
 */
record Pair(PageSize size, Box first, Box second, Box rest) {
    static final double GAP_MM = 6;

    private static final double REST_GAP_MM = 9;

    /** Upright pages among others are a nuisance on a screen: an upright one must be worth it. */
    private static final double WORTH_TURNING = 1.6;

    /** For pictures of this shape, with at least so many millimetres left below them. */
    static Pair on(SetOrder order, double aspect, double restMm) {
        var across = in(new PageLayout(order, PageSize.A4_LANDSCAPE), aspect, restMm);
        var upright = in(new PageLayout(order, PageSize.A4_PORTRAIT), aspect, restMm);
        return area(upright.first) > WORTH_TURNING * area(across.first) ? upright : across;
    }

    private static long area(Box box) {
        return (long) box.width() * box.height();
    }

    /** The same on one page. */
    static Pair in(PageLayout layout, double aspect, double restMm) {
        var size = layout.size();
        int between = restMm > 0 ? size.mm(restMm + REST_GAP_MM) : 0;
        var area = layout.field().above(between);
        var spacing = new Spacing(size.mm(GAP_MM), BoardPage.captionHeight(size));
        var cells = Arrangement.largest(area, 2, aspect, spacing);
        int below = cells.block().height() + size.mm(REST_GAP_MM);
        return new Pair(
                size,
                cells.cells().getFirst(),
                cells.cells().getLast(),
                layout.field().below(Math.min(below, layout.field().height())));
    }
}
