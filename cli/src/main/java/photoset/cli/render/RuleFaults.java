package photoset.cli.render;

import java.nio.file.Path;
import java.util.stream.Collectors;
import photoset.api.problem.ApiException;
import photoset.api.problem.Envelope.Detail;
import photoset.standalone.embedded.UserError;

/** What is told about a request's body, told about a file. */
public final class RuleFaults {
    private RuleFaults() {}

    /** Every broken field, one a line. */
    public static UserError in(Path file, ApiException refused) {
        return new UserError(
                refused.details().stream().map(detail -> sentence(file, detail)).collect(Collectors.joining("\n")),
                refused);
    }

    private static String sentence(Path file, Detail detail) {
        var said = "%s %s".formatted(detail.field(), detail.message()).strip();
        return file + ": " + said.replace("The body", "The file");
    }
}
