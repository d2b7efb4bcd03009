package photoset.cli;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import photoset.api.presets.Preset;
import photoset.api.presets.PresetSettings;
import photoset.api.presets.Presets;
import photoset.cli.segment.PhotoReport;
import photoset.cli.segment.PhotoSegmenter;
import photoset.cli.segment.SegmentOrder;
import photoset.cli.segment.SegmentOrder.Example;
import photoset.cpu.header.PhotoRefused;
import photoset.standalone.embedded.FileTrouble;
import photoset.standalone.embedded.UserError;
import photoset.workflows.segmentation.Concept;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code photoset segment}: masks of photos on a disk. A photo that cannot be read does not keep the others back. */
@Command(
        name = "segment",
        description = {
            "Find concepts in photos, without a server.",
            "",
            "Writes PHOTO.CONCEPT.png, an 8-bit grey mask of the photo's upright size, and PHOTO.json with what was found,"
                    + " for each photo.",
            "",
            "Example: ./photoset segment room.jpg --concepts Wall,Floor --out masks"
        })
final class SegmentCommand implements Callable<Integer> {
    /** A concept and a box of at least a pixel. */
    private static final Pattern EXAMPLE =
            Pattern.compile("(.+)=(\\d{1,5}),(\\d{1,5}),([1-9]\\d{0,4}),([1-9]\\d{0,4})");

    private final Terminal terminal;

    @Parameters(arity = "1..*", paramLabel = "PHOTO", description = "Files of the formats that an upload takes.")
    private List<Path> photos;

    @Option(
            names = "--concepts",
            required = true,
            paramLabel = "NAMES",
            description =
                    "What to find, with commas between: concepts of the preset such as Wall, or with SAM 3 any words.")
    private String concepts;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "The folder for masks and reports.")
    private Path out;

    @Option(
            names = "--preset",
            paramLabel = "ID",
            defaultValue = "interior",
            description = "interior or seller. Default: ${DEFAULT-VALUE}.")
    private String preset;

    @Option(
            names = "--like",
            paramLabel = "NAME=X,Y,W,H",
            description =
                    "A box in the photo's pixels around what is meant by a concept (SAM 3 only); can be repeated.")
    private List<String> like = List.of();

    @Option(
            names = "--unlike",
            paramLabel = "NAME=X,Y,W,H",
            description = "A box around what is not meant (SAM 3 only); can be repeated.")
    private List<String> unlike = List.of();

    @Option(names = "--json", description = "Print one line of JSON: photos (as in PHOTO.json), failed, folder.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    SegmentCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    /**
     * What came of all photos.
     *
     * @param folder where masks and reports are
     */
    private record Result(
            @JsonProperty("photos") List<PhotoReport> photos,
            @JsonProperty("failed") List<Failure> failed,
            @JsonProperty("folder") String folder) {}

    private record Failure(
            @JsonProperty("photo") String photo,
            @JsonProperty("message") String message) {}

    @Override
    public Integer call() throws IOException {
        var known = preset(preset);
        var asked = concepts(words(concepts), known);
        var examples = examples(asked);
        requireNamesApart(photos);
        var folder = Files.createDirectories(out);
        try (var segmenter = new PhotoSegmenter(terminal.environment())) {
            segmenter.vocabulary().ifPresent(vocabulary -> refuseUnknown(asked.keySet(), known, vocabulary));
            var order = new SegmentOrder(known.id(), List.copyOf(asked.values()), examples);
            var where = folder.toAbsolutePath().normalize().toString();
            var result = new Result(new ArrayList<>(), new ArrayList<>(), where);
            for (var photo : photos) {
                segment(segmenter, photo, order, result);
            }
            if (json) {
                terminal.json(result);
            } else {
                terminal.out().println("Masks are in " + where);
            }
            return result.failed.isEmpty() ? 0 : 1;
        }
    }

    private void segment(PhotoSegmenter segmenter, Path photo, SegmentOrder order, Result result) {
        try {
            var report = segmenter.segment(photo, order, out);
            result.photos.add(report);
            if (!json) {
                terminal.out().println(report.summary());
            }
        } catch (PhotoRefused refused) {
            failed(result, photo, photo + ": " + refused.getMessage());
        } catch (IOException failure) {
            failed(result, photo, FileTrouble.sentence(failure));
        }
    }

    private void failed(Result result, Path photo, String sentence) {
        result.failed.add(new Failure(photo.toString(), sentence));
        terminal.err().println(sentence);
    }

    private ParameterException refused(String sentence) {
        return new ParameterException(spec.commandLine(), sentence);
    }

    private static Preset preset(String id) {
        var presets = new Presets(new PresetSettings(false));
        return presets.find(id)
                .orElseThrow(() -> new UserError("There is no preset \"" + id + "\". There are: "
                        + String.join(
                                ", ", presets.all().stream().map(Preset::id).toList()) + "."));
    }

    private List<String> words(String list) {
        var words = Stream.of(list.split(",", -1))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .distinct()
                .toList();
        if (words.isEmpty()) {
            throw refused("Name at least one concept: --concepts Wall,Floor.");
        }
        return words;
    }

    /** The masks of photos with one name would replace each other. */
    private static void requireNamesApart(List<Path> photos) {
        var names = new HashSet<String>();
        for (var photo : photos) {
            if (!names.add(PhotoSegmenter.nameOf(photo))) {
                throw new UserError("Two photos would leave masks of one name, the second of them " + photo
                        + ". Give them to two calls with an --out of their own.");
            }
        }
    }

    /** Concepts of the preset by their names; anything else is a prompt of its own for a model that takes any words. */
    private Map<String, Concept> concepts(List<String> words, Preset preset) {
        Map<String, Concept> concepts = new LinkedHashMap<>();
        Map<String, String> files = new HashMap<>();
        for (var word : words) {
            var concept = preset.concept(word)
                    .orElseGet(() -> new Concept(word.replaceAll("\\W+", "_"), word, Concept.Kind.INSTANCE));
            var other = files.putIfAbsent(concept.id(), word);
            if (other != null) {
                throw refused("The masks of \"%s\" and \"%s\" would be one file: name them otherwise."
                        .formatted(other, word));
            }
            concepts.put(word, concept);
        }
        return concepts;
    }

    private static void refuseUnknown(Set<String> words, Preset preset, List<String> vocabulary) {
        var known = preset.protectable().stream().filter(vocabulary::contains).toList();
        var unknown = words.stream().filter(word -> !known.contains(word)).toList();
        if (!unknown.isEmpty()) {
            throw new UserError("The model does not know " + String.join(", ", unknown) + ". It knows: "
                    + String.join(", ", known) + ".");
        }
    }

    private List<Example> examples(Map<String, Concept> asked) {
        var examples = Stream.concat(
                        like.stream().map(typed -> example(typed, asked, true)),
                        unlike.stream().map(typed -> example(typed, asked, false)))
                .toList();
        if (!examples.isEmpty() && photos.size() > 1) {
            throw refused("Examples are boxes in one photo: name one photo only.");
        }
        return examples;
    }

    private Example example(String typed, Map<String, Concept> asked, boolean isMeant) {
        var parts = EXAMPLE.matcher(typed);
        if (!parts.matches()) {
            throw refused("An example is written --like Handle=X,Y,WIDTH,HEIGHT, in pixels.");
        }
        var concept = asked.get(parts.group(1));
        if (concept == null) {
            throw refused("There is an example of " + parts.group(1) + ", which is not among --concepts.");
        }
        return new Example(
                concept.id(),
                Integer.parseInt(parts.group(2)),
                Integer.parseInt(parts.group(3)),
                Integer.parseInt(parts.group(4)),
                Integer.parseInt(parts.group(5)),
                isMeant);
    }
}
