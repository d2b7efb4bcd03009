package photoset.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import photoset.bench.gpu.GpuBench;
import photoset.bench.gpu.PythonReference;
import photoset.bench.quality.QualityBench;
import photoset.bench.speed.SpeedBench;
import photoset.cli.Arguments;

/** {@code photoset bench}: measures the product without a server. */
record BenchCommand(PrintStream out) {
    /** From a phone's preview to the largest photo that is accepted. */
    private static final List<Integer> MEGAPIXELS = List.of(2, 12, 24, 50);

    private static final List<Integer> GPU_MEGAPIXELS = List.of(2, 12, 24);
    private static final List<Integer> CONCEPTS = List.of(1, 2, 5, 10);

    /** The compiler is done with a stage after so many photos; then enough for a mean. */
    private static final SpeedBench.Rounds ROUNDS = new SpeedBench.Rounds(20, 10);

    int run(List<String> typed) throws IOException {
        var options = typed.isEmpty() ? typed : typed.subList(1, typed.size());
        return switch (typed.isEmpty() ? "" : typed.getFirst()) {
            case "quality" -> quality(parsed(options, "out"));
            case "pictures" -> pictures(parsed(options, "mp"));
            case "gpu" ->
                gpu(parsed(options, "mp", "model", "concepts", "rounds", "photos", "slots", "python", "checkpoint"));
            default ->
                throw new Arguments.UsageProblem("Say what to measure: bench quality, bench pictures or bench gpu.");
        };
    }

    private static Arguments parsed(List<String> options, String... known) {
        return Arguments.parse(options, Set.of(known)).withoutWords();
    }

    private int quality(Arguments arguments) throws IOException {
        var folder = arguments.text("out").map(Path::of).orElse(null);
        return new QualityBench(QualityBench.WIDTH, out, folder).run() ? 0 : 1;
    }

    private int pictures(Arguments arguments) throws IOException {
        var megapixels = arguments.text("mp").map(BenchCommand::sizes).orElse(MEGAPIXELS);
        new SpeedBench(out, megapixels, ROUNDS).run();
        return 0;
    }

    private int gpu(Arguments arguments) throws IOException {
        var module = Path.of(System.getProperty("photoset.home", "."), "activities-gpu");
        var model = arguments.path(
                "model", module.resolve("src/test/resources/sam3/tiny").toString());
        var python = arguments
                .text("python")
                .map(interpreter -> new PythonReference(
                        Path.of(interpreter),
                        module.resolve("export/reference.py"),
                        arguments.text("checkpoint").map(Path::of)));
        new GpuBench(
                        out,
                        new GpuBench.Plan(
                                model,
                                arguments.text("mp").map(BenchCommand::sizes).orElse(GPU_MEGAPIXELS),
                                arguments
                                        .text("concepts")
                                        .map(BenchCommand::counts)
                                        .orElse(CONCEPTS),
                                arguments.number("rounds", 20, 1, 1_000),
                                arguments.number("photos", 200, 1, 100_000),
                                arguments.number("slots", 4, 1, 64),
                                python))
                .run();
        return 0;
    }

    private static List<Integer> counts(String typed) {
        if (!typed.matches("([1-9]|1[0-6])(,([1-9]|1[0-6]))*")) {
            throw new Arguments.UsageProblem("The option --concepts takes numbers up to 16 like 1,2,5,10.");
        }
        return Stream.of(typed.split(",", -1)).map(Integer::valueOf).toList();
    }

    private static List<Integer> sizes(String typed) {
        if (!typed.matches("[1-9]\\d?(,[1-9]\\d?)*")) {
            throw new Arguments.UsageProblem("The option --mp takes sizes in megapixels like 2,12,24,50.");
        }
        return Stream.of(typed.split(",", -1)).map(Integer::valueOf).toList();
    }
}
