package photoset.cpu.templates;

import java.util.List;
import java.util.Optional;
import photoset.cpu.sets.SetOrder;
import photoset.cpu.sets.SetPhoto;
import photoset.cpu.sheets.Box;
import photoset.cpu.sheets.PageSize;
import photoset.cpu.sheets.Sheet.Align;
import photoset.cpu.templates.BoardPage.Around;
import photoset.imaging.Raster;

/** Names the photos that could not be delivered, so that no number is missing without a word. */
final class MissingPage {
    private MissingPage() {}

    static Optional<PlannedPicture> of(SetOrder order) {
        var failed = order.failed();
        if (failed.isEmpty()) {
            return Optional.empty();
        }
        var size = switch (order.template()) {
            case CLIENT_CARD -> PageSize.A5_PORTRAIT;
            case BEFORE_AFTER, DESIGN_PACK, DISCLOSURE, PRODUCT_PACK, OPTION_BOARD, THUMBNAILS -> PageSize.A4_LANDSCAPE;
        };
        var shows = Wording.MISSING.in(order.language());
        return Optional.of(new PlannedPicture(
                "boards/not-delivered.jpg", size.dpi(), true, shows, () -> page(order, size, failed)));
    }

    private static Raster page(SetOrder order, PageSize size, List<SetPhoto.Failed> failed) {
        var page = new BoardPage(order, size, new Around(Wording.MISSING.in(order.language()), ""));
        var name = page.type().caption();
        var reason = page.type().body();
        int row = name.lineHeight() + reason.lineHeight() + size.mm(2);
        int rows = page.field().height() / row;
        int named = failed.size() <= rows ? failed.size() : rows - 1;
        for (int i = 0; i < named; i++) {
            var place = page.field().below(i * row).top(row);
            var photo = failed.get(i);
            page.sheet().text(Wording.photo(photo, order.language()), name, place.top(name.lineHeight()), Align.LEFT);
            var below = place.below(name.lineHeight()).top(reason.lineHeight());
            page.sheet().text(photo.reason(), reason, below, Align.LEFT);
        }
        if (named < failed.size()) {
            var last = new Box(
                    page.field().x(),
                    page.field().y() + named * row,
                    page.field().width(),
                    name.lineHeight());
            page.sheet().text(Wording.AND_MORE.in(order.language(), failed.size() - named), name, last, Align.LEFT);
        }
        return page.raster();
    }
}
