package photoset.cpu.rendering;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import photoset.cpu.codec.EncodeOptions;
import photoset.cpu.codec.ImageCodec;
import photoset.cpu.codec.SourceColors;
import photoset.cpu.painting.Layer;
import photoset.cpu.painting.PaintOrder;
import photoset.cpu.painting.Painted;
import photoset.cpu.painting.Painter;
import photoset.imaging.LinearRgb;
import photoset.imaging.Mask;
import photoset.workflows.rendering.EdgeMode;
import photoset.workflows.rendering.RecolorMode;
import photoset.workflows.rendering.RenderSpec;
import photoset.workflows.rendering.ResolvedAction;

/** From a photo, its masks and a spec to the file that is delivered. The same input gives the same bytes. */
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
     * @param file in the spec's format
     * @param manifest what was done, as JSON
     */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    public record Rendered(Painted painted, byte[] file, byte[] manifest) {}

    /** Paints and encodes; {@code sources} must have a mask for every concept that the spec names. */
    public Rendered render(RenderSource sources, RenderSpec spec) {
        return painted(sources, spec, edged(sources, spec.edges()));
    }

    /** The same photo with the edges that {@link #render} lays. */
    public RenderSource withEdges(RenderSource sources, EdgeMode edges) {
        return sources.with(edged(sources, edges));
    }

    /** Paints and encodes nothing; the masks have their edges already. */
    public Painted painted(RenderSource withEdges, RenderSpec spec) {
        return new Painter(progress).paint(order(withEdges, spec, chosen(withEdges, spec, withEdges.masks())));
    }

    /**
     * Paints and encodes each spec and hands it over before it begins the next, so that one picture at a time fills the
     * memory. Specs with the same edges share the work for them.
     */
    public void renderEach(RenderSource sources, List<RenderSpec> specs, BiConsumer<RenderSpec, Rendered> finished) {
        Map<EdgeMode, Map<String, Mask>> laid = new EnumMap<>(EdgeMode.class);
        for (var spec : specs) {
            var masks = laid.computeIfAbsent(spec.edges(), edges -> edged(sources, edges));
            finished.accept(spec, painted(sources, spec, masks));
        }
    }

    private Map<String, Mask> edged(RenderSource sources, EdgeMode edges) {
        progress.accept("edges");
        return EdgedMasks.of(sources.pixels(), sources.masks(), edges);
    }

    private static InstanceMasks chosen(RenderSource sources, RenderSpec spec, Map<String, Mask> edged) {
        var chosen = InstanceMasks.of(edged, sources.labels(), spec);
        return chosen.with(PrintedMasks.of(sources.pixels(), chosen.masks(), spec));
    }

    private Rendered painted(RenderSource sources, RenderSpec spec, Map<String, Mask> masks) {
        var chosen = chosen(sources, spec, masks);
        var painted = new Painter(progress).paint(order(sources, spec, chosen));
        progress.accept("encode");
        byte[] file = encoded(sources, painted, spec);
        progress.accept("account");
        var manifest = OutputManifest.of(sources, spec, painted, file, codec.name());
        return new Rendered(painted, file, manifest.json());
    }

    private byte[] encoded(RenderSource sources, Painted painted, RenderSpec spec) {
        @Nullable SourceColors own = spec.keepProfile() ? sources.photo().own() : null;
        var options = new EncodeOptions(spec.format(), painted.opacity());
        return own == null
                ? codec.write(painted.shown(), options)
                : codec.write(own.painted(sources.pixels(), painted.shown(), codec), options);
    }

    private static PaintOrder order(RenderSource sources, RenderSpec spec, InstanceMasks chosen) {
        var masks = chosen.masks();
        var opacity = spec.actions().stream().anyMatch(Renderer::fillsBehind)
                ? null
                : sources.photo().alpha();
        List<Layer> layers = new ArrayList<>();
        for (var action : spec.actions()) {
            layers.add(new Layer(lit(action, sources.light()), seen(mask(masks, action.concept()), opacity)));
        }
        List<Mask> protect = new ArrayList<>(chosen.locked());
        spec.protect().forEach(concept -> protect.add(mask(masks, concept)));
        var pixels = opacity == null ? sources.pixels() : sources.pixels().offWhite(opacity);
        List<Mask> kept = new ArrayList<>(chosen.left());
        if (spec.shunsPeople() && masks.containsKey(RenderSpec.PEOPLE)) {
            kept.add(mask(masks, RenderSpec.PEOPLE));
        }
        return new PaintOrder(pixels, opacity, layers, protect, kept, spec.watermarked());
    }

    /** Without what cannot be seen, whose white would pass for bright light on the surface. */
    private static Mask seen(Mask mask, @Nullable Mask opacity) {
        if (opacity == null) {
            return mask;
        }
        byte[] levels = mask.levels().clone();
        for (int i = 0; i < levels.length; i++) {
            levels[i] = opacity.levels()[i] == 0 ? 0 : levels[i];
        }
        return new Mask(mask.width(), mask.height(), levels);
    }

    /** A rule that names a backdrop says itself what is seen where the photo is transparent. */
    private static boolean fillsBehind(ResolvedAction action) {
        return action instanceof ResolvedAction.Background background && background.color() != null;
    }

    /** The colour on a paint's card is what it shows under the album's light; this photo's own may differ. */
    private static ResolvedAction lit(ResolvedAction action, LinearRgb light) {
        if (!(action instanceof ResolvedAction.Recolor paint)
                || paint.mode() != RecolorMode.PAINT
                || paint.present() != null) {
            return action;
        }
        var color = LinearRgb.of(paint.color());
        var shown =
                new LinearRgb(color.red() * light.red(), color.green() * light.green(), color.blue() * light.blue());
        return new ResolvedAction.Recolor(
                paint.concept(), shown.hex(), paint.keepLight(), paint.finish(), paint.anchor(), paint.mode(), null);
    }

    private static Mask mask(Map<String, Mask> masks, String concept) {
        var mask = masks.get(concept);
        if (mask == null) {
            throw new IllegalArgumentException("There is no mask of " + concept + ".");
        }
        return mask;
    }
}
