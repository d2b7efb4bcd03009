package photoset.cpu.templates;

import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import photoset.cpu.framing.Crop;
import photoset.cpu.framing.Subject;
import photoset.cpu.products.ProductSurvey;
import photoset.cpu.products.Sighting;
import photoset.cpu.sets.Design;
import photoset.cpu.sets.SetOrder;
import photoset.cpu.sets.SetPhoto;
import photoset.cpu.sheets.Box;
import photoset.cpu.sheets.PageSize;
import photoset.cpu.sheets.Sheet.Align;
import photoset.cpu.templates.BoardPage.Around;
import photoset.imaging.Raster;

/** All option colors of a product on one page, each cropped alike around the product. */
final class OptionPages {
    private static final PageSize PAGE = PageSize.A4_LANDSCAPE;
    private static final double GAP_MM = 6;
    private static final double CAPTION_GAP_MM = 3;
    private static final double HEADING_GAP_MM = 1.5;

    /** A number and two rows of swatches. */
    private static final double CAPTION_MM = 36;

    /** Beside a picture, a swatch with its name. */
    private static final double WORDS_MM = 60;

    private static final double FILL = .86;

    /** Between the product and the border of the picture. */
    private static final double AIR = 1.06;

    private OptionPages() {}

    static List<PlannedPicture> of(SetOrder order, Consumer<String> progress) {
        var subjects = ProductSurvey.of(order, List.of(), progress).stream()
                .collect(Collectors.toMap(sighting -> sighting.photo().idx(), Sighting::subject));
        return BoardPlan.eachPhoto(
                order,
                PAGE.dpi(),
                (set, photo, folio) -> page(set, photo, Objects.requireNonNull(subjects.get(photo.idx())), folio));
    }

    private static Raster page(SetOrder order, SetPhoto.Delivered photo, Subject subject, String folio) {
        var page = new BoardPage(order, PAGE, new Around(Wording.photo(photo, order.language()), folio));
        int count = photo.designs().size();
        boolean stacked = stacked(page.field(), count, subject);
        for (int i = 0; i < count; i++) {
            var design = photo.designs().get(i);
            var cell = cell(page.field(), count, i, stacked);
            var place = place(cell, stacked, subject);
            var crop = Crop.around(subject, place.aspect(), FILL);
            page.result(crop.cut(design.picture().get(), place.width(), place.height()), place);
            var words = stacked
                    ? cell.beside(place.width() + PAGE.mm(GAP_MM))
                    : cell.below(place.height() + PAGE.mm(CAPTION_GAP_MM));
            option(page, order, design, i, words);
        }
        return page.raster();
    }

    /** In a shape that the photo has around the product, so that nothing must be made up at its border. */
    private static Box place(Box cell, boolean stacked, Subject subject) {
        var place = stacked ? cell.left(cell.width() - PAGE.mm(WORDS_MM)) : cell.above(PAGE.mm(CAPTION_MM));
        double narrowest = (double) subject.box().width() / subject.photo().height() * AIR;
        double widest = (double) subject.photo().width() / subject.box().height() / AIR;
        double aspect = narrowest > widest ? subject.photo().aspect() : Math.clamp(place.aspect(), narrowest, widest);
        var fitted = place.fitted(aspect);
        return new Box(place.x(), place.y(), fitted.width(), fitted.height());
    }

    /** Whether long products lie better one above the other. */
    private static boolean stacked(Box field, int count, Subject subject) {
        double across = cell(field, count, 0, false).aspect();
        double down = cell(field, count, 0, true).aspect();
        double product = subject.box().aspect();
        return Math.abs(Math.log(down / product)) < Math.abs(Math.log(across / product));
    }

    private static Box cell(Box field, int count, int i, boolean stacked) {
        int gap = PAGE.mm(GAP_MM);
        int width = stacked ? field.width() : (field.width() - (count - 1) * gap) / count;
        int height = stacked ? (field.height() - (count - 1) * gap) / count : field.height();
        return stacked
                ? new Box(field.x(), field.y() + i * (height + gap), width, height)
                : new Box(field.x() + i * (width + gap), field.y(), width, height);
    }

    private static void option(BoardPage page, SetOrder order, Design design, int i, Box area) {
        var name = design.name().isBlank()
                ? Wording.OPTION.in(order.language(), "#" + (i + 1))
                : "#%d  %s".formatted(i + 1, design.name());
        int heading = page.sheet()
                .text(
                        name,
                        page.type().caption(),
                        area.top(page.type().caption().lineHeight()),
                        Align.LEFT);
        var swatches = area.below(heading + PAGE.mm(HEADING_GAP_MM));
        PaletteBlock.draw(page, design.palette(), swatches, PaletteBlock.columns(PAGE, swatches.width()));
    }
}
