package photoset.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import photoset.cli.Arguments.UsageProblem;
import photoset.gpu.sam3.Difference;
import photoset.gpu.sam3.GoldenCheck;
import photoset.gpu.sam3.Sam3Model;
import photoset.gpu.sam3.files.ModelPackage;
import photoset.gpu.torch.Processor;
import photoset.gpu.torch.Processor.Device;
import photoset.standalone.embedded.UserError;

/** {@code photoset model verify}: whether a model package is whole and gives here what it gave where it was made. */
record ModelCommand(PrintStream out) {
    int run(List<String> typed) throws IOException {
        var words = Arguments.parse(typed, Set.of()).words();
        if (words.size() != 2 || !words.getFirst().equals("verify")) {
            throw new UsageProblem("Say which package: model verify DIR.");
        }
        var files = ModelPackage.open(Path.of(words.getLast()));
        var manifest = files.manifest();
        out.printf("%s, %s on %s: every file has its hash.%n", manifest.label(), manifest.dtype(), manifest.device());
        var device = Device.valueOf(manifest.device().toUpperCase(Locale.ROOT));
        try (var model =
                Sam3Model.load(files, new Processor(device, Processor.cpu().threads()))) {
            var differences = new GoldenCheck(files, model).run();
            for (var difference : differences) {
                out.println((difference.holds() ? "ok    " : "WRONG ") + difference.sentence());
            }
            return differences.stream().allMatch(Difference::holds) ? 0 : 1;
        } catch (IllegalStateException noCard) {
            throw new UserError(String.valueOf(noCard.getMessage()), noCard);
        }
    }
}
