package photoset.cpu.rendering;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import photoset.cpu.edges.ClosedFormMatting;
import photoset.cpu.edges.Refinement;
import photoset.cpu.products.ProductConcepts;
import photoset.imaging.Mask;
import photoset.imaging.Raster;
import photoset.workflows.rendering.EdgeMode;

/** A photo's masks with the edges that a look wants. */
final class EdgedMasks {
    private EdgedMasks() {}

    /** All masks of a photo together, so that two that meet still do; in alphabetical order, whatever the map's. */
    static Map<String, Mask> of(Raster photo, Map<String, Mask> masks, EdgeMode edges) {
        var given = new TreeMap<>(masks);
        var coarse = List.copyOf(given.values());
        var fine = switch (edges) {
            case AS_IS -> coarse;
            case REFINED -> Refinement.refined(photo, coarse, ProductConcepts.outlined(given));
            case MATTED -> ClosedFormMatting.matted(photo, coarse);
        };
        Map<String, Mask> edged = new HashMap<>();
        for (var concept : given.keySet()) {
            edged.put(concept, fine.get(edged.size()));
        }
        return edged;
    }
}
