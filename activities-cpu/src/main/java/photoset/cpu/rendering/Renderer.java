package photoset.cpu.rendering;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import photoset.cpu.codec.ImageCodec;
import photoset.cpu.painting.Layer;
import photoset.cpu.painting.PaintOrder;
import photoset.cpu.painting.Painted;
import photoset.cpu.painting.Painter;
import photoset.cpu.pixels.Mask;
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

    private static PaintOrder order(Sources sources, Look look) {
        List<Layer> layers = new ArrayList<>();
        for (var treatment : look.treatments()) {
            layers.add(new Layer(treatment, mask(sources, treatment.concept())));
        }
        List<Mask> protect =
                look.protect().stream().map(concept -> mask(sources, concept)).toList();
        return new PaintOrder(sources.photo(), layers, protect, look.watermarked());
    }

    private static Mask mask(Sources sources, String concept) {
        var mask = sources.masks().get(concept);
        if (mask == null) {
            throw new IllegalArgumentException("There is no mask of " + concept + ".");
        }
        return mask;
    }
}
