package photoset.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import photoset.api.presets.Preset;
import photoset.api.presets.PresetSettings;
import photoset.api.presets.Presets;
import photoset.cli.segment.PhotoSegmenter;
import photoset.cli.segment.SegmentOrder;
import photoset.cli.segment.SegmentOrder.Example;
import photoset.cpu.header.PhotoRefused;
import photoset.standalone.embedded.FileTrouble;
import photoset.standalone.embedded.UserError;
import photoset.workflows.segmentation.Concept;

/** {@code photoset segment}: masks of photos on a disk. A photo that cannot be read does not keep the others back. */
record SegmentCommand(PrintStream out, PrintStream err, Map<String, String> environment) {
    /** A concept and a box of at least a pixel. */
    private static final Pattern EXAMPLE =
            Pattern.compile("(.+)=(\\d{1,5}),(\\d{1,5}),([1-9]\\d{0,4}),([1-9]\\d{0,4})");

    int run(List<String> typed) throws IOException {
        var arguments = Arguments.parse(typed, Set.of("concepts", "out", "preset", "like", "unlike"));
        if (arguments.words().isEmpty()) {
            throw new Arguments.UsageProblem("Name at least one photo.");
        }
        var preset = preset(arguments.text("preset").orElse("interior"));
        var concepts = concepts(words(arguments.required("concepts")), preset);
        var examples = examples(arguments, concepts);
        requireNamesApart(arguments.words());
        var folder = Files.createDirectories(Path.of(arguments.required("out")));
        try (var segmenter = new PhotoSegmenter(environment)) {
            segmenter.vocabulary().ifPresent(known -> refuseUnknown(concepts.keySet(), preset, known));
            var order = new SegmentOrder(preset.id(), List.copyOf(concepts.values()), examples);
            int failed = 0;
            for (var photo : arguments.words()) {
                failed += segment(segmenter, Path.of(photo), order, folder) ? 0 : 1;
            }
            out.println("Masks are in " + folder.toAbsolutePath().normalize());
            return failed == 0 ? 0 : 1;
        }
    }

    private boolean segment(PhotoSegmenter segmenter, Path photo, SegmentOrder order, Path folder) {
        try {
            out.println(segmenter.segment(photo, order, folder).summary());
            return true;
        } catch (PhotoRefused refused) {
            err.println(photo + ": " + refused.getMessage());
        } catch (IOException failure) {
            err.println(FileTrouble.sentence(failure));
        }
        return false;
    }

    private static Preset preset(String id) {
        var presets = new Presets(new PresetSettings(false));
        return presets.find(id)
                .orElseThrow(() -> new UserError("There is no preset \"" + id + "\". There are: "
                        + String.join(
                                ", ", presets.all().stream().map(Preset::id).toList()) + "."));
    }

    private static List<String> words(String list) {
        var words = Stream.of(list.split(",", -1))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .distinct()
                .toList();
        if (words.isEmpty()) {
            throw new Arguments.UsageProblem("Name at least one concept: --concepts Wall,Floor.");
        }
        return words;
    }

    /** The masks of photos with one name would replace each other. */
    private static void requireNamesApart(List<String> photos) {
        var names = new HashSet<String>();
        for (var photo : photos) {
            if (!names.add(PhotoSegmenter.nameOf(Path.of(photo)))) {
                throw new UserError("Two photos would leave masks of one name, the second of them " + photo
                        + ". Give them to two calls with an --out of their own.");
            }
        }
    }

    /** Concepts of the preset by their names; anything else is a prompt of its own for a model that takes any words. */
    private static Map<String, Concept> concepts(List<String> words, Preset preset) {
        Map<String, Concept> concepts = new LinkedHashMap<>();
        Map<String, String> files = new HashMap<>();
        for (var word : words) {
            var concept = preset.concept(word)
                    .orElseGet(() -> new Concept(word.replaceAll("\\W+", "_"), word, Concept.Kind.INSTANCE));
            var other = files.putIfAbsent(concept.id(), word);
            if (other != null) {
                throw new Arguments.UsageProblem(
                        "The masks of \"%s\" and \"%s\" would be one file: name them otherwise."
                                .formatted(other, word));
            }
            concepts.put(word, concept);
        }
        return concepts;
    }

    private static void refuseUnknown(Set<String> words, Preset preset, List<String> vocabulary) {
        var known = preset.protectable().stream().filter(vocabulary::contains).toList();
        var strange = words.stream().filter(word -> !known.contains(word)).toList();
        if (!strange.isEmpty()) {
            throw new UserError("Nobody here knows how to find " + String.join(", ", strange) + ". Known are: "
                    + String.join(", ", known) + ".");
        }
    }

    private static List<Example> examples(Arguments arguments, Map<String, Concept> concepts) {
        var examples = Stream.concat(
                        arguments.texts("like").stream().map(typed -> example(typed, concepts, true)),
                        arguments.texts("unlike").stream().map(typed -> example(typed, concepts, false)))
                .toList();
        if (!examples.isEmpty() && arguments.words().size() > 1) {
            throw new Arguments.UsageProblem("Examples are boxes in one photo: name one photo only.");
        }
        return examples;
    }

    private static Example example(String typed, Map<String, Concept> concepts, boolean isMeant) {
        var parts = EXAMPLE.matcher(typed);
        if (!parts.matches()) {
            throw new Arguments.UsageProblem("An example is written --like Handle=X,Y,WIDTH,HEIGHT, in pixels.");
        }
        var concept = concepts.get(parts.group(1));
        if (concept == null) {
            throw new Arguments.UsageProblem(
                    "There is an example of " + parts.group(1) + ", which is not among --concepts.");
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
