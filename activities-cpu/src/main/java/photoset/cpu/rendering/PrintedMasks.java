package photoset.cpu.rendering;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import photoset.cpu.painting.Areas;
import photoset.cpu.prints.PrintedInk;
import photoset.cpu.products.ProductConcepts;
import photoset.imaging.Mask;
import photoset.imaging.Raster;
import photoset.workflows.rendering.RenderSpec;
import photoset.workflows.rendering.ResolvedAction;

/** The masks of a product whose protected text and logos keep their ink, while the body's paint under them is painted. */
final class PrintedMasks {
    private PrintedMasks() {}

    /** The same masks where the spec paints no product or protects nothing that is printed on one. */
    static Map<String, Mask> of(Raster photo, Map<String, Mask> masks, RenderSpec spec) {
        var prints = spec.protect().stream().filter(ProductConcepts::isPrint).toList();
        var bodies = spec.actions().stream()
                .filter(PrintedMasks::paints)
                .map(ResolvedAction::concept)
                .filter(ProductConcepts::isProduct)
                .toList();
        if (prints.isEmpty() || bodies.isEmpty()) {
            return masks;
        }
        // Where two paint the product the last one wins.
        var body = bodies.getLast();
        Map<String, Mask> parted = new HashMap<>(masks);
        var ink = new PrintedInk(photo);
        for (String print : prints) {
            var all = parted.get(print);
            var painted = parted.get(body);
            if (all != null && painted != null) {
                var done = ink.part(all, painted, others(photo, masks, spec.protect(), print));
                parted.put(print, done.ink());
                parted.put(body, done.body());
            }
        }
        return parted;
    }

    private static Mask others(Raster photo, Map<String, Mask> masks, List<String> protect, String print) {
        var others = protect.stream()
                .filter(concept -> !concept.equals(print) && masks.containsKey(concept))
                .map(masks::get)
                .toList();
        return Areas.of(photo, List.of(), others).protect();
    }

    private static boolean paints(ResolvedAction action) {
        return switch (action) {
            case ResolvedAction.Recolor _, ResolvedAction.Tone _, ResolvedAction.Texture _ -> true;
            case ResolvedAction.Background _, ResolvedAction.Blur _, ResolvedAction.Remove _ -> false;
        };
    }
}
