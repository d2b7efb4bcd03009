package photoset.bench.speed;

import java.io.IOException;
import java.io.PrintStream;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * {@code bench pictures}: what each stage of a photo costs beside the codec's decoding and encoding of the same file, in
 * CPU time, how long the masks of a photo take, and what a whole process costs beside one that only decodes and encodes.
 */
public final class SpeedBench {
    private final PrintStream out;
    private final List<Integer> megapixels;
    private final Rounds rounds;

    /**
     * Prepares a run.
     *
     * @param megapixels the sizes of the photos
     * @param rounds how often each stage runs
     */
    public SpeedBench(PrintStream out, List<Integer> megapixels, Rounds rounds) {
        this.out = out;
        this.megapixels = megapixels;
        this.rounds = rounds;
    }

    /**
     * How often each stage runs.
     *
     * @param warmUps before it is measured, until the compiler is done with it
     * @param measured the mean of them counts
     */
    public record Rounds(int warmUps, int measured) {}

    /** Measures and prints; a few minutes. */
    public void run() throws IOException {
        out.println("Stages of one photo, ms of CPU (JMH); the codec is the measure.");
        out.printf(
                "%4s %8s %8s %8s %8s %8s %8s   %s%n",
                "MP",
                "decode",
                "view",
                "refine",
                "recolor",
                "texture",
                "encode",
                "(refine + recolor) / (decode + encode)");
        var costs = stages();
        for (int size : megapixels) {
            var at = costs.getOrDefault(size, Map.of());
            double codec = cost(at, "decode") + cost(at, "encode");
            out.printf(
                    "%4d %8.1f %8.1f %8.1f %8.1f %8.1f %8.1f   %.2f%n",
                    size,
                    cost(at, "decode"),
                    cost(at, "view"),
                    cost(at, "refine"),
                    cost(at, "recolor"),
                    cost(at, "texture"),
                    cost(at, "encode"),
                    (cost(at, "refine") + cost(at, "recolor")) / codec);
        }
        new MaskBench(out, rounds).run(megapixels);
        new WholeProcess(out).run(megapixels);
    }

    private static double cost(Map<String, Double> costs, String stage) {
        return costs.getOrDefault(stage, Double.NaN);
    }

    /** Milliseconds by size and stage. */
    private Map<Integer, Map<String, Double>> stages() throws IOException {
        var options = new OptionsBuilder()
                .include(StageBenchmark.class.getName())
                .param("megapixels", megapixels.stream().map(String::valueOf).toArray(String[]::new))
                .warmupIterations(rounds.warmUps())
                .measurementIterations(rounds.measured())
                .timeout(TimeValue.minutes(2))
                .forks(1)
                .verbosity(VerboseMode.SILENT)
                .shouldFailOnError(true)
                .jvmArgsAppend("-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED")
                .build();
        try {
            return sorted(new Runner(options).run());
        } catch (RunnerException failure) {
            throw new IOException("A stage could not be measured.", failure);
        }
    }

    private static Map<Integer, Map<String, Double>> sorted(Collection<RunResult> results) {
        Map<Integer, Map<String, Double>> costs = new TreeMap<>();
        for (RunResult result : results) {
            var parameters = result.getParams();
            var name = parameters.getBenchmark();
            costs.computeIfAbsent(Integer.valueOf(parameters.getParam("megapixels")), _ -> new TreeMap<>())
                    .put(
                            name.substring(name.lastIndexOf('.') + 1),
                            Objects.requireNonNull(result.getSecondaryResults().get("cpuMs"))
                                    .getStatistics()
                                    .getMean());
        }
        return costs;
    }
}
