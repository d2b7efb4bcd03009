package photoset.bench.gpu;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import photoset.bench.gpu.BenchPhotos.Photo;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The Python reference: transformers, eager, the photo once and then a loop over the concepts.
 *
 * @param python an interpreter with {@code activities-gpu/export/requirements.txt} installed
 * @param script {@code reference.py}
 * @param checkpoint the weights of the package, unless they are random
 */
public record PythonReference(Path python, Path script, Optional<Path> checkpoint) {
    void compare(PrintStream out, GpuBench.Plan plan, Photo photo, Latency ours) throws IOException {
        out.println();
        out.println(
                "The same photo and concepts in Python (vision, texts, decoder; median), and how many times as long:");
        out.println("  MP concepts   python ms     here ms    ratio");
        for (int count : plan.concepts()) {
            double python = median(measured(plan, photo, count));
            double here = ours.model(photo, count);
            out.printf("%4d %8d %11.2f %11.2f %8.2f%n", photo.megapixels(), count, python, here, python / here);
        }
    }

    private List<Double> measured(GpuBench.Plan plan, Photo photo, int count) throws IOException {
        var command = new ArrayList<>(List.of(python.toString(), script.toString()));
        command.addAll(List.of("--package", plan.model().toAbsolutePath().toString()));
        checkpoint.ifPresent(folder -> command.addAll(List.of("--checkpoint", folder.toString())));
        command.addAll(List.of("--photo", photo.file().toString()));
        command.addAll(List.of(
                "--concepts",
                BenchPrompts.first(count).stream()
                        .map(concept -> concept.prompt())
                        .collect(Collectors.joining(","))));
        command.addAll(List.of("--repeat", Integer.toString(plan.rounds())));
        var process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new IOException("The Python reference failed; what it said is above.");
            }
            var times = JsonMapper.shared().readTree(said).at("/photos/0/model_ms");
            return StreamSupport.stream(times.spliterator(), false)
                    .map(JsonNode::asDouble)
                    .toList();
        } catch (JacksonException nonsense) {
            throw new IOException("The Python reference said something else than JSON: " + said, nonsense);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
            throw new IOException("The Python reference was interrupted.", stopped);
        }
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }
}
