package photoset.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import photoset.cli.render.GivenFiles;
import photoset.cli.render.PictureFiles;
import photoset.cli.render.RenderOrder;
import photoset.standalone.embedded.UserError;
import photoset.workflows.rendering.EdgeMode;
import photoset.workflows.rendering.OutputFormat;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code photoset render}: one rule on one photo with masks that are there already, without a server. */
@Command(
        name = "render",
        description = {
            "Apply a rule to one photo, without a server.",
            "",
            "Writes the result and a manifest, which ./photoset verify checks. The masks are those of ./photoset segment,"
                    + " or your own.",
            "",
            "Example: ./photoset render --photo room.jpg --mask Wall=masks/room.Wall.png --rule rule.json --out sage.png",
            "with rule.json: {\"concepts\": {\"Wall\": {\"action\": \"recolor\", \"value\": \"sage\"}}}"
        })
final class RenderCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Option(names = "--photo", required = true, paramLabel = "FILE", description = "The photo.")
    private Path photo;

    @Option(
            names = "--mask",
            required = true,
            paramLabel = "CONCEPT=FILE",
            converter = MaskConverter.class,
            description = "The mask of a concept: an 8-bit grey PNG of the photo's upright size; can be repeated.")
    private List<NamedMask> masks;

    @Option(
            names = "--rule",
            required = true,
            paramLabel = "FILE",
            description = "The rule: JSON as POST /rules takes it; only \"concepts\" must be there.")
    private Path rule;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE",
            description = "The result: .png (lossless), .jpg or .webp.")
    private Path out;

    @Option(
            names = "--manifest",
            paramLabel = "FILE",
            description = "The manifest. Default: the name of the result with .manifest.json behind it.")
    private Optional<Path> manifest;

    @Option(
            names = "--edges",
            paramLabel = "MODE",
            defaultValue = "as_is",
            converter = EdgeWords.class,
            completionCandidates = EdgeWords.class,
            description =
                    "as_is (the masks count as they are), refined (drawn along the photo's edges) or matted (solved"
                            + " pixel by pixel for hair and leaves; slower). Default: ${DEFAULT-VALUE}.")
    private EdgeMode edges;

    @Option(names = "--keep-profile", description = "Leave the result in the photo's own RGB space.")
    private boolean keepProfile;

    @Option(names = "--json", description = "Print one line of JSON: result, manifest, changed_pixels.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    RenderCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    /** {@code Wall=wall.png}. */
    record NamedMask(String concept, Path file) {}

    static final class MaskConverter implements ITypeConverter<NamedMask> {
        @Override
        public NamedMask convert(String typed) {
            int sign = typed.indexOf('=');
            if (sign < 1 || sign == typed.length() - 1) {
                throw new TypeConversionException("a mask is written Wall=wall.png, not " + typed + ".");
            }
            return new NamedMask(typed.substring(0, sign), Path.of(typed.substring(sign + 1)));
        }
    }

    /** The words of {@code edges} in the API. */
    static final class EdgeWords implements ITypeConverter<EdgeMode>, Iterable<String> {
        private static final Map<String, EdgeMode> WORDS =
                Map.of("as_is", EdgeMode.AS_IS, "refined", EdgeMode.REFINED, "matted", EdgeMode.MATTED);

        @Override
        public EdgeMode convert(String typed) {
            var mode = WORDS.get(typed);
            if (mode == null) {
                throw new TypeConversionException("\"" + typed + "\" is none of as_is, refined and matted.");
            }
            return mode;
        }

        @Override
        public Iterator<String> iterator() {
            return WORDS.keySet().stream().sorted().iterator();
        }
    }

    @Override
    public Integer call() throws IOException {
        var order = new RenderOrder(photo, byConcept(), rule, format(), edges, keepProfile);
        var proof = manifest.orElseGet(() -> Path.of(out + ".manifest.json"));
        requireNothingLost(order, out);
        requireNothingLost(order, proof);
        var rendered = new PictureFiles().render(order, terminal.err()::println);
        GivenFiles.write(out, rendered.file());
        GivenFiles.write(proof, rendered.manifest());
        long changed = rendered.painted().changes().pixels();
        if (json) {
            var report = new LinkedHashMap<String, Object>();
            report.put("result", out.toString());
            report.put("manifest", proof.toString());
            report.put("changed_pixels", changed);
            terminal.json(report);
        } else {
            terminal.out().println(out + ": " + changed + " pixels changed; manifest " + proof);
        }
        return 0;
    }

    /** A result would take the place of what it is made of, for instance of the only copy of a photo. */
    private static void requireNothingLost(RenderOrder order, Path written) throws IOException {
        var given = new ArrayList<>(order.masks().values());
        given.addAll(List.of(order.photo(), order.rule()));
        for (var file : given) {
            if (GivenFiles.areOne(file, written)) {
                throw new UserError(written + " is read, so nothing is written there. Choose another name.");
            }
        }
    }

    private Map<String, Path> byConcept() {
        Map<String, Path> files = new LinkedHashMap<>();
        for (var mask : masks) {
            if (files.put(mask.concept, mask.file) != null) {
                throw refused("There are two masks of " + mask.concept + ".");
            }
        }
        return files;
    }

    private OutputFormat format() {
        var name = String.valueOf(out.getFileName()).toLowerCase(Locale.ROOT);
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "png" -> OutputFormat.PNG;
            case "jpg", "jpeg" -> OutputFormat.JPEG;
            case "webp" -> OutputFormat.WEBP;
            default -> throw refused("The result's name ends in .png (lossless), .jpg or .webp.");
        };
    }

    private ParameterException refused(String sentence) {
        return new ParameterException(spec.commandLine(), sentence);
    }
}
