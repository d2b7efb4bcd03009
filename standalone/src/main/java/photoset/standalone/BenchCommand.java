package photoset.standalone;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import photoset.standalone.quality.QualityBench;

/** {@code photoset bench}: measures the product on pictures of which the truth is known, without a server. */
record BenchCommand(PrintStream out) {
    int run(List<String> typed) throws IOException {
        var arguments = Arguments.parse(typed, Set.of("out"));
        if (!arguments.words().equals(List.of("quality"))) {
            throw new Arguments.UsageProblem("Say what to measure: bench quality.");
        }
        var folder = arguments.text("out").map(Path::of).orElse(null);
        return new QualityBench(QualityBench.WIDTH, out, folder).run() ? 0 : 1;
    }
}
