package photoset.cpu.templates;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import photoset.cpu.sets.Design;
import photoset.cpu.sets.PaletteColor;
import photoset.cpu.sets.SetOrder;
import photoset.cpu.sets.SetPhoto;
import photoset.cpu.sheets.Box;
import photoset.cpu.sheets.PageSize;
import photoset.cpu.sheets.QrCode;
import photoset.cpu.sheets.Sheet;
import photoset.cpu.sheets.Sheet.Align;
import photoset.imaging.Downscale;
import photoset.imaging.Raster;

/**
 * The original beside the altered picture, which says that it is altered, with a code that leads to the original; and the
 * altered picture alone with the same label, for places that show one picture.
 */
final class DisclosurePages {
    private static final double CODE_MM = 32;
    private static final double CODE_GAP_MM = 7;

    /** Wider than any screen that an advertisement is seen on. */
    private static final int ALTERED_SIDE_MAX_PX = 4096;

    private DisclosurePages() {}

    static List<PlannedPicture> of(SetOrder order) {
        List<PlannedPicture> pictures =
                new ArrayList<>(BoardPlan.eachDesign(order, PageSize.PRINT_DPI, DisclosurePages::page));
        for (var photo : order.delivered()) {
            for (var design : photo.designs()) {
                pictures.add(new PlannedPicture(
                        "altered/" + BoardPlan.fileName(order, photo, design),
                        PageSize.SCREEN_DPI,
                        false,
                        Wording.photo(photo, order.language()) + " · " + label(order),
                        () -> alone(order, design)));
            }
        }
        return pictures;
    }

    private static String label(SetOrder order) {
        var own = order.label();
        return own == null || own.isBlank() ? Wording.ALTERED.inBoth() : own;
    }

    private static Raster page(SetOrder order, SetPhoto.Delivered photo, Design design, String folio) {
        var original = photo.original().get();
        var pair = Pair.on(order, (double) original.width() / original.height(), CODE_MM);
        var page = new BoardPage(order, pair.size(), BoardPlan.around(order, photo, design, folio));
        page.caption(Wording.ORIGINAL.inBoth(), page.photo(original, pair.first()));
        var altered = page.result(design.picture().get(), pair.second());
        Badge.label(page.sheet(), label(order), altered);
        page.caption(label(order), altered);
        var strip = pair.rest().top(page.size().mm(CODE_MM));
        var link = photo.link();
        int beside = 0;
        if (link != null) {
            QrCode.of(link.toString()).draw(page.sheet(), strip.left(strip.height()));
            beside = strip.height() + page.size().mm(CODE_GAP_MM);
        }
        words(page, order, strip.beside(beside), design, link);
        return page.raster();
    }

    private static void words(BoardPage page, SetOrder order, Box area, Design design, @Nullable URI link) {
        var sheet = page.sheet();
        int top = 0;
        if (!design.palette().isEmpty()) {
            var where = design.palette().stream()
                    .map(PaletteColor::concept)
                    .distinct()
                    .collect(Collectors.joining(", "));
            top = sheet.text(
                    Wording.CHANGED.in(order.language(), where),
                    page.type().caption(),
                    area.top(page.type().caption().lineHeight()),
                    Align.LEFT);
        }
        if (link != null) {
            var rest = area.below(top);
            top = sheet.text(
                    Wording.SCAN.in(order.language()),
                    page.type().body(),
                    rest.top(2 * page.type().body().lineHeight()),
                    Align.LEFT);
            sheet.text(link.toString(), page.type().note(), rest.below(top), Align.LEFT);
        }
    }

    private static Raster alone(SetOrder order, Design design) {
        var picture = Downscale.toLongSide(design.picture().get(), ALTERED_SIDE_MAX_PX);
        var sheet = new Sheet(new PageSize(picture.width(), picture.height(), PageSize.SCREEN_DPI));
        var all = sheet.page().box();
        sheet.picture(picture, all);
        Badge.label(sheet, label(order), all);
        if (order.watermarked()) {
            Badge.mark(sheet, all);
        }
        return sheet.raster();
    }
}
