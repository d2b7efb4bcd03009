package photoset.cli;

import java.util.concurrent.Callable;
import photoset.standalone.embedded.UserError;
import picocli.CommandLine.Command;

/** {@code photoset check-artifacts}, which the script itself does; here so that help and completion know it. */
@Command(
        name = "check-artifacts",
        description = {
            "Download every binary that is fetched, and compare its hash.",
            "",
            "All platforms of native/artifacts.tsv; some gigabytes. Exit code 1 when one is not there or differs."
        })
final class CheckArtifactsCommand implements Callable<Integer> {
    @Override
    public Integer call() {
        throw new UserError("The script downloads, into the sources' folder: ./photoset check-artifacts.");
    }
}
