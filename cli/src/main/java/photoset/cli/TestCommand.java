package photoset.cli;

import java.util.List;
import java.util.concurrent.Callable;
import photoset.standalone.embedded.UserError;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code photoset test}, which the script itself does, with Maven; here so that help and completion know it. */
@Command(
        name = "test",
        description = {
            "Run every test, as continuous integration does.",
            "",
            "Java and end to end by Maven, then the SAM 3 export by Python, which is installed once (some gigabytes)."
        })
@SuppressWarnings("unused") // The script reads the words; here they make the help.
final class TestCommand implements Callable<Integer> {
    @Option(names = "--without-python", description = "Leave out the tests of the SAM 3 export; a smaller download.")
    private boolean withoutPython;

    @Parameters(
            arity = "0..*",
            hideParamSyntax = true,
            paramLabel = "[MAVEN...]",
            description = "More words for Maven, such as -Dtest=AlbumTest.")
    private List<String> maven = List.of();

    @Override
    public Integer call() {
        throw new UserError("The tests are run by the script, from the sources: ./photoset test.");
    }
}
