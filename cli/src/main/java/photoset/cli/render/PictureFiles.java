package photoset.cli.render;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import photoset.api.execution.ActionResolver;
import photoset.api.materials.Materials;
import photoset.api.presets.PresetSettings;
import photoset.api.presets.Presets;
import photoset.cpu.codec.DecodedPhoto;
import photoset.cpu.codec.ImageCodec;
import photoset.cpu.codec.ImageCodec.Wanted;
import photoset.cpu.header.PhotoRefused;
import photoset.cpu.removal.RemovalRefused;
import photoset.cpu.rendering.RenderSource;
import photoset.cpu.rendering.Renderer;
import photoset.cpu.rendering.Renderer.Rendered;
import photoset.imaging.LinearRgb;
import photoset.imaging.Mask;
import photoset.imaging.Raster;
import photoset.imaging.png.GreyPng;
import photoset.objects.FileHash;
import photoset.standalone.embedded.UserError;
import photoset.workflows.ObjectKeys;
import photoset.workflows.rendering.Action;
import photoset.workflows.rendering.OutputFormat;
import photoset.workflows.rendering.RenderSpec;
import photoset.workflows.rendering.Rule;

/** Reads what an order names and renders it. */
public final class PictureFiles {
    /** A single picture has no album whose light differs. */
    private static final LinearRgb ALONE = new LinearRgb(1, 1, 1);

    private final ImageCodec codec = InstalledCodec.find();
    private final Materials materials = new Materials();

    /**
     * Renders without a watermark.
     *
     * @param warn told what was given and is not used
     * @throws UserError if the photo cannot be read, the rule is broken, or a mask is missing, of another size or no
     *     8-bit grey PNG
     */
    public Rendered render(RenderOrder order, Consumer<String> warn) throws IOException {
        if (!codec.writes(order.format())) {
            throw new UserError("This machine cannot write " + order.format().extension() + ": libvips is not here.");
        }
        var rule = RuleFile.read(order.rule(), materials);
        requireMasks(rule, order, warn);
        requireOpacity(rule, order);
        var spec = new RenderSpec(
                ObjectKeys.ONLY_VARIANT,
                new ActionResolver(materials, new Presets(new PresetSettings(false))).of(rule),
                rule.protect(),
                order.format(),
                false,
                order.edges(),
                order.keepProfile());
        try {
            return new Renderer(codec, step -> {}).render(sources(order, rule), spec);
        } catch (RemovalRefused refused) {
            throw new UserError(order.photo() + ": " + refused.getMessage(), refused);
        }
    }

    private static void requireOpacity(Rule rule, RenderOrder order) {
        boolean cuts = rule.concepts().values().stream()
                .anyMatch(action ->
                        action instanceof Action.Background cut && cut.value().equals("transparent"));
        if (cuts && order.format() == OutputFormat.JPEG) {
            throw new UserError("A JPEG cannot be transparent; let the result's name end in .png or .webp.");
        }
    }

    private static void requireMasks(Rule rule, RenderOrder order, Consumer<String> warn) {
        List<String> missing = rule.wanted().stream()
                .filter(concept -> !order.masks().containsKey(concept))
                .toList();
        if (!missing.isEmpty()) {
            throw new UserError("The rule names %s, but no mask of it is given: --mask %s=FILE. There are masks of %s."
                    .formatted(
                            String.join(", ", missing),
                            missing.getFirst(),
                            String.join(", ", order.masks().keySet())));
        }
        for (String concept : order.masks().keySet()) {
            if (!rule.wanted().contains(concept)) {
                warn.accept("The mask of " + concept + " is not used: the rule does not name it.");
            }
        }
    }

    private RenderSource sources(RenderOrder order, Rule rule) throws IOException {
        byte[] file = GivenFiles.read(order.photo());
        var photo = photo(file, order);
        Map<String, Mask> masks = new HashMap<>();
        SortedMap<String, String> hashes = new TreeMap<>();
        for (String concept : rule.wanted()) {
            var named = Objects.requireNonNull(order.masks().get(concept));
            byte[] png = GivenFiles.read(named);
            masks.put(concept, mask(concept, named, png, photo.pixels()));
            hashes.put(concept, FileHash.sha256(png));
        }
        return new RenderSource(0, FileHash.sha256(file), file.length, photo, ALONE, masks, hashes, Map.of(), "given");
    }

    private DecodedPhoto photo(byte[] file, RenderOrder order) {
        try {
            return codec.read(file, order.keepProfile() ? Wanted.SRGB_AND_OWN : Wanted.SRGB);
        } catch (PhotoRefused refused) {
            throw new UserError(order.photo() + ": " + refused.fault().message(), refused);
        }
    }

    /** A coloured picture has three answers to how much of a pixel is meant, so it is none. */
    private Mask grey(String concept, Path file, byte[] png) {
        if (!GreyPng.matches(png)) {
            throw new UserError(
                    "The mask of %s, %s, is no 8-bit grey PNG. Save it as one: white is meant, black is not."
                            .formatted(concept, file));
        }
        try {
            return codec.readMask(png);
        } catch (PhotoRefused damaged) {
            throw new UserError(file + ": " + damaged.fault().message(), damaged);
        }
    }

    private Mask mask(String concept, Path file, byte[] png, Raster photo) {
        var mask = grey(concept, file, png);
        if (mask.width() != photo.width() || mask.height() != photo.height()) {
            throw new UserError("The mask of %s has %d x %d pixels, the upright photo %d x %d."
                    .formatted(concept, mask.width(), mask.height(), photo.width(), photo.height()));
        }
        return mask;
    }
}
