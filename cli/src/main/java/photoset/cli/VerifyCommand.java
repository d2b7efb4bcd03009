package photoset.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import photoset.cli.Arguments.UsageProblem;
import photoset.cli.render.GivenFiles;
import photoset.cli.render.InstalledCodec;
import photoset.cpu.rendering.Verification;
import photoset.standalone.embedded.UserError;

/** {@code photoset verify}: whether a result is what its manifest says, checked pixel by pixel. */
record VerifyCommand(PrintStream out) {
    private static final int FILES = 3;

    int run(List<String> typed) throws IOException {
        var files = Arguments.parse(typed, Set.of()).words();
        if (files.size() != FILES) {
            throw new UsageProblem("Name three files: the original, the result, the manifest.");
        }
        try {
            var findings =
                    new Verification(InstalledCodec.find()).check(read(files, 0), read(files, 1), read(files, 2));
            findings.forEach(finding -> out.println((finding.holds() ? "ok    " : "WRONG ") + finding.sentence()));
            return findings.stream().allMatch(Verification.Finding::holds) ? 0 : 1;
        } catch (IllegalArgumentException refused) {
            throw new UserError(String.valueOf(refused.getMessage()), refused);
        }
    }

    private static byte[] read(List<String> files, int at) throws IOException {
        return GivenFiles.read(Path.of(files.get(at)));
    }
}
