package photoset.standalone;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import photoset.api.presets.Preset;
import photoset.api.presets.Presets;
import photoset.cpu.header.PhotoRefused;
import photoset.standalone.embedded.StartRefused;
import photoset.standalone.segment.PhotoSegmenter;
import photoset.workflows.segmentation.Concept;

/** {@code photoset segment}: masks of photos on a disk. A photo that cannot be read does not keep the others back. */
record SegmentCommand(PrintStream out, PrintStream err, Map<String, String> environment) {
    int run(List<String> typed) throws IOException {
        var arguments = Arguments.parse(typed, Set.of("concepts", "out", "preset"));
        if (arguments.words().isEmpty()) {
            throw new Arguments.UsageProblem("Name at least one photo.");
        }
        var preset = preset(arguments.text("preset").orElse("interior"));
        var concepts = concepts(preset, arguments.required("concepts"));
        var folder = Files.createDirectories(Path.of(arguments.required("out")));
        try (var segmenter = new PhotoSegmenter(environment)) {
            var known = preset.protectable().stream().filter(segmenter::knows).toList();
            refuseUnknown(concepts.stream().map(Concept::id), known);
            int failed = 0;
            for (var photo : arguments.words()) {
                failed += segment(segmenter, Path.of(photo), preset, concepts, folder) ? 0 : 1;
            }
            out.println("Masks are in " + folder.toAbsolutePath().normalize());
            return failed == 0 ? 0 : 1;
        }
    }

    private boolean segment(PhotoSegmenter segmenter, Path photo, Preset preset, List<Concept> concepts, Path folder) {
        try {
            out.println(segmenter.segment(photo, preset.id(), concepts, folder).summary());
            return true;
        } catch (PhotoRefused refused) {
            err.println(photo + ": " + refused.getMessage());
        } catch (NoSuchFileException missing) {
            err.println(photo + ": there is no such file.");
        } catch (IOException failure) {
            err.println(photo + ": cannot be read or its masks cannot be written: " + failure.getMessage());
        }
        return false;
    }

    private static Preset preset(String id) {
        var presets = new Presets();
        return presets.find(id)
                .orElseThrow(() -> new StartRefused("There is no preset \"" + id + "\". There are: "
                        + String.join(
                                ", ", presets.all().stream().map(Preset::id).toList()) + "."));
    }

    private static List<Concept> concepts(Preset preset, String list) {
        var wanted = Stream.of(list.split(",", -1))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .distinct()
                .toList();
        refuseUnknown(wanted.stream(), preset.protectable());
        return wanted.stream().flatMap(id -> preset.concept(id).stream()).toList();
    }

    private static void refuseUnknown(Stream<String> wanted, List<String> known) {
        var strange = wanted.filter(id -> !known.contains(id)).toList();
        if (!strange.isEmpty()) {
            throw new StartRefused("Nobody here knows how to find " + String.join(", ", strange) + ". Known are: "
                    + String.join(", ", known) + ".");
        }
    }
}
