package photoset.cpu.templates;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import photoset.cpu.products.ProductSurvey;
import photoset.cpu.products.Sighting;
import photoset.cpu.products.ThumbnailChoice;
import photoset.cpu.products.ThumbnailSize;
import photoset.cpu.sets.SetOrder;
import photoset.cpu.sheets.PageSize;

/** Eight small pictures for lists and advertisements. */
final class Thumbnails {
    private Thumbnails() {}

    static List<PlannedPicture> of(SetOrder order, Consumer<String> progress) {
        List<Sighting> sightings = ProductSurvey.of(order, List.of(), progress);
        List<PlannedPicture> pictures = new ArrayList<>();
        int designs = order.delivered().stream()
                .mapToInt(photo -> photo.designs().size())
                .min()
                .orElseThrow();
        for (int design = 0; design < designs; design++) {
            for (var size : ThumbnailSize.values()) {
                pictures.add(thumbnail(order, sightings, size, design));
            }
        }
        return pictures;
    }

    private static PlannedPicture thumbnail(SetOrder order, List<Sighting> sightings, ThumbnailSize size, int design) {
        var shot = ThumbnailChoice.of(sightings, size);
        var designs = shot.photo().designs();
        var folder = designs.size() == 1 ? "" : designs.get(design).variant() + "/";
        return new PlannedPicture(
                "thumbnails/%s%s.jpg".formatted(folder, size.file()),
                PageSize.SCREEN_DPI,
                false,
                "%s (%s)".formatted(Wording.photo(shot.photo(), order.language()), shot.because()),
                () -> ScreenPicture.of(
                        order,
                        shot.shaped(size.aspect()),
                        designs.get(design),
                        new PageSize(size.width(), size.height(), PageSize.SCREEN_DPI)));
    }
}
