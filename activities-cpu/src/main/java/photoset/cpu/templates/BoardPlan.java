package photoset.cpu.templates;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import photoset.cpu.sets.Design;
import photoset.cpu.sets.SetOrder;
import photoset.cpu.sets.SetPhoto;
import photoset.cpu.templates.BoardPage.Around;
import photoset.imaging.Raster;

/** Names and numbers of pages that show a photo each. */
final class BoardPlan {
    private BoardPlan() {}

    /** Composes the page of one photo and design. */
    interface DesignPage {
        Raster compose(SetOrder order, SetPhoto.Delivered photo, Design design, String folio);
    }

    /** Composes the page of one photo with all its designs. */
    interface PhotoPage {
        Raster compose(SetOrder order, SetPhoto.Delivered photo, String folio);
    }

    /** One page for each design of each photo. */
    static List<PlannedPicture> eachDesign(SetOrder order, int dpi, DesignPage page) {
        List<PlannedPicture> pages = new ArrayList<>();
        int all = order.delivered().stream()
                .mapToInt(photo -> photo.designs().size())
                .sum();
        for (var photo : order.delivered()) {
            for (var design : photo.designs()) {
                var folio = folio(pages.size(), all);
                pages.add(new PlannedPicture(
                        "boards/" + fileName(order, photo, design),
                        dpi,
                        true,
                        shows(order, photo, design),
                        () -> page.compose(order, photo, design, folio)));
            }
        }
        return pages;
    }

    /** One page for each photo. */
    static List<PlannedPicture> eachPhoto(SetOrder order, int dpi, PhotoPage page) {
        List<PlannedPicture> pages = new ArrayList<>();
        for (var photo : order.delivered()) {
            var folio = folio(pages.size(), order.delivered().size());
            pages.add(new PlannedPicture(
                    "boards/" + number(order, photo) + ".jpg",
                    dpi,
                    true,
                    Wording.photo(photo, order.language()),
                    () -> page.compose(order, photo, folio)));
        }
        return pages;
    }

    /** Ids and numbers only: what a user typed stays out of file names. */
    static String fileName(SetOrder order, SetPhoto.Delivered photo, Design design) {
        var variant = photo.designs().size() == 1 ? "" : "-" + design.variant();
        return number(order, photo) + variant + ".jpg";
    }

    /** As many digits as the last photo needs, so that files sort as the album does. */
    static String number(SetOrder order, SetPhoto photo) {
        int digits =
                Math.max(2, Integer.toString(order.photos().getLast().number()).length());
        return ("%0" + digits + "d").formatted(photo.number());
    }

    static Around around(SetOrder order, SetPhoto.Delivered photo, Design design, String folio) {
        return new Around(shows(order, photo, design), folio);
    }

    private static String shows(SetOrder order, SetPhoto.Delivered photo, Design design) {
        var name = Wording.photo(photo, order.language());
        return photo.designs().size() == 1 && design.name().isBlank() ? name : name + " · " + designName(order, design);
    }

    /** What people call a design: its name, else its letter. */
    static String designName(SetOrder order, Design design) {
        return design.name().isBlank()
                ? Wording.DESIGN.in(order.language(), design.variant().toUpperCase(Locale.ROOT))
                : design.name();
    }

    private static String folio(int before, int all) {
        return "%d / %d".formatted(before + 1, all);
    }
}
