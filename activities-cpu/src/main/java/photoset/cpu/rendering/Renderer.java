package photoset.cpu.rendering;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import photoset.cpu.codec.ImageCodec;
import photoset.cpu.edges.ClosedFormMatting;
import photoset.cpu.edges.Refinement;
import photoset.cpu.painting.Layer;
import photoset.cpu.painting.PaintOrder;
import photoset.cpu.painting.Painted;
import photoset.cpu.painting.Painter;
import photoset.cpu.pixels.Mask;
import photoset.workflows.rendering.Edges;
import photoset.workflows.rendering.RenderTask.Look;

/** From a photo, its masks and a look to the file that is delivered. The same input gives the same bytes. */
public final class Renderer {
    private final ImageCodec codec;
    private final Consumer<String> progress;

    /**
     * Makes a renderer.
     *
     * @param progress told the name of each step before it starts; may throw to give up
     */
    public Renderer(ImageCodec codec, Consumer<String> progress) {
        this.codec = codec;
        this.progress = progress;
    }

    /**
     * A picture, ready to be stored.
     *
     * @param file in the look's format
     * @param manifest what was done, as JSON
     */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    public record Rendered(Painted painted, byte[] file, byte[] manifest) {}

    /** Paints and encodes; {@code sources} must have a mask for every concept that the look names. */
    public Rendered render(Sources sources, Look look) {
        var painted = new Painter(progress).paint(order(sources, look));
        progress.accept("encode");
        byte[] file = codec.write(painted.picture(), look.format());
        progress.accept("account");
        var manifest = Manifest.of(sources, look, painted, file, codec.name());
        return new Rendered(painted, file, manifest.json());
    }

    private PaintOrder order(Sources sources, Look look) {
        progress.accept("edges");
        var masks = edged(sources, look.edges());
        List<Layer> layers = new ArrayList<>();
        for (var treatment : look.treatments()) {
            layers.add(new Layer(treatment, mask(masks, treatment.concept())));
        }
        List<Mask> protect =
                look.protect().stream().map(concept -> mask(masks, concept)).toList();
        return new PaintOrder(sources.photo(), layers, protect, look.watermarked());
    }

    /** All masks of a photo together, so that two that meet still do; in alphabetical order, whatever the map's. */
    private static Map<String, Mask> edged(Sources sources, Edges edges) {
        var coarse = new TreeMap<>(sources.masks());
        var fine = switch (edges) {
            case AS_IS -> List.copyOf(coarse.values());
            case REFINED -> Refinement.refined(sources.photo(), List.copyOf(coarse.values()));
            case MATTED -> ClosedFormMatting.matted(sources.photo(), List.copyOf(coarse.values()));
        };
        Map<String, Mask> edged = new HashMap<>();
        for (var concept : coarse.keySet()) {
            edged.put(concept, fine.get(edged.size()));
        }
        return edged;
    }

    private static Mask mask(Map<String, Mask> masks, String concept) {
        var mask = masks.get(concept);
        if (mask == null) {
            throw new IllegalArgumentException("There is no mask of " + concept + ".");
        }
        return mask;
    }
}
