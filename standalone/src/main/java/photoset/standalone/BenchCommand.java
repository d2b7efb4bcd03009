package photoset.standalone;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import photoset.standalone.quality.QualityBench;
import photoset.standalone.speed.SpeedBench;

/** {@code photoset bench}: measures the product on pictures of which the truth is known, without a server. */
record BenchCommand(PrintStream out) {
    /** From a phone's preview to the largest photo that is accepted. */
    private static final List<Integer> MEGAPIXELS = List.of(2, 12, 24, 50);

    /** The compiler is done with a stage after so many photos; then enough for a mean. */
    private static final SpeedBench.Rounds ROUNDS = new SpeedBench.Rounds(12, 6);

    int run(List<String> typed) throws IOException {
        var arguments = Arguments.parse(typed, Set.of("out", "mp"));
        return switch (String.join(" ", arguments.words())) {
            case "quality" -> quality(arguments);
            case "pictures" -> pictures(arguments);
            default -> throw new Arguments.UsageProblem("Say what to measure: bench quality or bench pictures.");
        };
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

    private static List<Integer> sizes(String typed) {
        if (!typed.matches("[1-9]\\d?(,[1-9]\\d?)*")) {
            throw new Arguments.UsageProblem("The option --mp takes sizes in megapixels like 2,12,24,50.");
        }
        return Stream.of(typed.split(",", -1)).map(Integer::valueOf).toList();
    }
}
