package photoset.cpu.templates;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import photoset.cpu.products.ProductSurvey;
import photoset.cpu.products.Shot;
import photoset.cpu.products.ShotChoice;
import photoset.cpu.sets.Design;
import photoset.cpu.sets.SetOrder;
import photoset.cpu.sheets.Box;
import photoset.cpu.sheets.PageSize;
import photoset.cpu.templates.BoardPage.Around;
import photoset.imaging.Raster;

/** Seven square pictures of a product for its page in a shop, and all of them on one board. */
final class ProductPack {
    /** What shops zoom into. */
    private static final int SIDE_MAX_PX = 2000;

    /** What shops accept at least. */
    private static final int SIDE_MIN_PX = 1000;

    /** More than this a photo is not enlarged between the two. */
    private static final double ENLARGEMENT_MAX = 2;

    private static final double GAP_MM = 6;
    private static final int ROWS = 3;
    private static final int COLUMNS = 2;

    private ProductPack() {}

    static List<PlannedPicture> of(SetOrder order, Consumer<String> progress) {
        var shots = ShotChoice.of(ProductSurvey.of(order, ShotChoice.parts(), progress));
        List<PlannedPicture> pictures = new ArrayList<>();
        int designs = order.delivered().stream()
                .mapToInt(photo -> photo.designs().size())
                .min()
                .orElseThrow();
        for (int design = 0; design < designs; design++) {
            addPictures(pictures, order, shots, design);
        }
        return pictures;
    }

    private static void addPictures(List<PlannedPicture> pictures, SetOrder order, List<Shot> shots, int design) {
        var variants = shots.getFirst().photo().designs();
        var folder = variants.size() == 1 ? "" : variants.get(design).variant() + "/";
        for (int i = 0; i < shots.size(); i++) {
            var shot = shots.get(i);
            pictures.add(new PlannedPicture(
                    "pictures/%s%d-%s.jpg".formatted(folder, i + 1, fileName(shots, i)),
                    PageSize.SCREEN_DPI,
                    false,
                    "%s · %s (%s)"
                            .formatted(
                                    words(order, shots, i),
                                    Wording.photo(shot.photo(), order.language()),
                                    shot.because()),
                    () -> picture(order, shot, shot.photo().designs().get(design))));
        }
        pictures.add(new PlannedPicture(
                "boards/%soverview.jpg".formatted(folder),
                PageSize.PRINT_DPI,
                true,
                order.template().title(order.language()),
                () -> overview(order, shots, design)));
    }

    private static String fileName(List<Shot> shots, int i) {
        var purpose = shots.get(i).purpose().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return shots.get(i).purpose() == Shot.Purpose.DETAIL ? purpose + "-" + i : purpose;
    }

    private static String words(SetOrder order, List<Shot> shots, int i) {
        var purpose = shots.get(i).purpose();
        var word = switch (order.language()) {
            case EN -> purpose.english();
            case KO -> purpose.korean();
        };
        return purpose == Shot.Purpose.DETAIL ? word + " " + i : word;
    }

    private static Raster picture(SetOrder order, Shot shot, Design design) {
        int side = Math.clamp(Math.round(shot.crop().window().width() * ENLARGEMENT_MAX), SIDE_MIN_PX, SIDE_MAX_PX);
        return ScreenPicture.of(order, shot.crop(), design, new PageSize(side, side, PageSize.SCREEN_DPI));
    }

    /** The main picture large, with more of its surroundings than in the square; the six others in two columns beside it. */
    private static Raster overview(SetOrder order, List<Shot> shots, int design) {
        var designs = shots.getFirst().photo().designs();
        var subtitle = designs.size() == 1 ? "" : BoardPlan.designName(order, designs.get(design));
        var page = new BoardPage(order, PageSize.A4_LANDSCAPE, new Around(subtitle, ""));
        for (int i = 0; i < shots.size(); i++) {
            var shot = shots.get(i);
            var box = place(page, i);
            var crop = i == 0 ? shot.shaped(box.aspect()) : shot.crop();
            var picture = shot.photo().designs().get(design).picture().get();
            page.caption(words(order, shots, i), page.result(crop.cut(picture, box.width(), box.height()), box));
        }
        return page.raster();
    }

    private static Box place(BoardPage page, int i) {
        var field = page.field();
        int gap = page.size().mm(GAP_MM);
        int caption = BoardPage.captionHeight(page.size());
        int small = (field.height() - (ROWS - 1) * gap - ROWS * caption) / ROWS;
        if (i == 0) {
            return field.left(field.width() - COLUMNS * (small + gap)).above(caption);
        }
        int column = (i - 1) % COLUMNS;
        int row = (i - 1) / COLUMNS;
        return new Box(
                field.right() - (COLUMNS - column) * small - (COLUMNS - 1 - column) * gap,
                field.y() + row * (small + caption + gap),
                small,
                small);
    }
}
