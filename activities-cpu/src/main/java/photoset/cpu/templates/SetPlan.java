package photoset.cpu.templates;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import photoset.cpu.sets.SetOrder;

/** Which pictures a set has. */
public final class SetPlan {
    private SetPlan() {}

    /**
     * The pictures of a set in their order, none composed yet.
     *
     * @param progress told what is looked at, since templates that choose look at every photo first; may throw to give up
     */
    public static List<PlannedPicture> of(SetOrder order, Consumer<String> progress) {
        List<PlannedPicture> pictures = new ArrayList<>(
                switch (order.template()) {
                    case BEFORE_AFTER -> BeforeAfterPages.of(order);
                    case DESIGN_PACK -> DesignPages.of(order);
                    case CLIENT_CARD -> ClientCards.of(order);
                    case DISCLOSURE -> DisclosurePages.of(order);
                    case PRODUCT_PACK -> ProductPack.of(order, progress);
                    case OPTION_BOARD -> OptionPages.of(order, progress);
                    case THUMBNAILS -> Thumbnails.of(order, progress);
                });
        MissingPage.of(order).ifPresent(pictures::add);
        return pictures;
    }
}
