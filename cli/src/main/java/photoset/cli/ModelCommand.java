package photoset.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import photoset.gpu.sam3.Difference;
import photoset.gpu.sam3.GoldenCheck;
import photoset.gpu.sam3.Sam3Model;
import photoset.gpu.sam3.files.ModelPackage;
import photoset.gpu.torch.Processor;
import photoset.gpu.torch.Processor.Device;
import photoset.standalone.embedded.UserError;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code photoset model}: what can be done with a model package. */
@Command(
        name = "model",
        description = "Look after model packages for PHOTOSET_SEGMENTER=sam3.",
        synopsisSubcommandLabel = "COMMAND")
final class ModelCommand {
    private final Terminal terminal;

    ModelCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    /** Whether a package is whole and gives here what it gave where it was made. */
    @Command(
            name = "verify",
            description = {
                "Check that a model package is whole and gives what it gave.",
                "",
                "Compares the hash of every file, then runs the model on the inputs that the package carries and compares"
                        + " with the outputs that it carries. Exit code 1 when anything is wrong."
            })
    int verify(
            @Parameters(paramLabel = "DIR", description = "A package made by activities-gpu/export/export_sam3.py.")
                    Path folder,
            @Option(names = "--json", description = "Print one line of JSON: model, holds, findings (holds, sentence).")
                    boolean json)
            throws IOException {
        var files = ModelPackage.open(folder);
        var manifest = files.manifest();
        if (!json) {
            terminal.out()
                    .printf(
                            "%s, %s on %s: every file has its hash.%n",
                            manifest.label(), manifest.dtype(), manifest.device());
        }
        var differences = differences(files, Device.valueOf(manifest.device().toUpperCase(Locale.ROOT)));
        boolean holds = differences.stream().allMatch(Difference::holds);
        if (json) {
            var lines = differences.stream()
                    .map(difference -> Map.of("holds", difference.holds(), "sentence", difference.sentence()))
                    .toList();
            terminal.json(Map.of("model", manifest.label(), "holds", holds, "findings", lines));
        } else {
            differences.forEach(difference -> terminal.finding(difference.holds(), difference.sentence()));
        }
        return holds ? 0 : 1;
    }

    private static List<Difference> differences(ModelPackage files, Device device) throws IOException {
        try (var model =
                Sam3Model.load(files, new Processor(device, Processor.cpu().threads()))) {
            return new GoldenCheck(files, model).run();
        } catch (IllegalStateException noCard) {
            throw new UserError(String.valueOf(noCard.getMessage()), noCard);
        }
    }
}
