package photoset.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import photoset.cli.render.GivenFiles;
import photoset.cli.render.InstalledCodec;
import photoset.cpu.rendering.Verification;
import photoset.standalone.embedded.UserError;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code photoset verify}: whether a result is what its manifest says, checked pixel by pixel. */
@Command(
        name = "verify",
        description = {
            "Check that a result is what its manifest says.",
            "",
            "Compares the files pixel by pixel; no server and no trust in one is needed. Exit code 1 when anything is wrong."
        })
final class VerifyCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(index = "0", paramLabel = "ORIGINAL", description = "The photo as it was uploaded.")
    private Path original;

    @Parameters(index = "1", paramLabel = "RESULT", description = "The delivered picture.")
    private Path result;

    @Parameters(index = "2", paramLabel = "MANIFEST", description = "The manifest that came with it.")
    private Path manifest;

    @Option(names = "--json", description = "Print one line of JSON: holds, findings (holds, sentence).")
    private boolean json;

    VerifyCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        var findings = findings();
        boolean holds = findings.stream().allMatch(Verification.Finding::holds);
        if (json) {
            var lines = findings.stream()
                    .map(finding -> Map.of("holds", finding.holds(), "sentence", finding.sentence()))
                    .toList();
            terminal.json(Map.of("holds", holds, "findings", lines));
        } else {
            findings.forEach(finding -> terminal.finding(finding.holds(), finding.sentence()));
        }
        return holds ? 0 : 1;
    }

    private List<Verification.Finding> findings() throws IOException {
        try {
            return new Verification(InstalledCodec.find())
                    .check(GivenFiles.read(original), GivenFiles.read(result), GivenFiles.read(manifest));
        } catch (IllegalArgumentException refused) {
            throw new UserError(String.valueOf(refused.getMessage()), refused);
        }
    }
}
