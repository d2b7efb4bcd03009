package photoset.e2e.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import photoset.bench.Bench;
import photoset.cli.Terminal;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/**
 * The page of commands and the completion script are those of the commands. The script prints both from the files, which
 * needs neither a JDK nor a build.
 */
class CommandsPageTest {
    private static final String PAGE = "docs/reference/commands.md";
    private static final String COMPLETION = "cli/completion.bash";

    /** Set to rewrite the files instead of comparing them. */
    private static final boolean WRITE = Boolean.getBoolean("photoset.docs.write");

    private static final Pattern SPACES_AT_THE_END = Pattern.compile("(?m) +$");

    private static final String INTRODUCTION = """
            # Commands

            `./photoset` finds a JDK, builds what has changed, fetches the native parts once and runs the command. Results go to
            stdout; progress, warnings and errors go to stderr. `--json` turns a result into one line of JSON. This page is
            what `--help` prints.
            """;

    private static CommandLine commands() {
        var nowhere = new PrintStream(OutputStream.nullOutputStream());
        return Bench.commandLine(new Terminal(nowhere, nowhere, Map.of(), false, false));
    }

    @Test
    void thePageIsWhatTheCommandsSay() throws IOException {
        var page = new StringBuilder(INTRODUCTION);
        describe(commands(), page);
        compare(PAGE, SPACES_AT_THE_END.matcher(page).replaceAll(""));
    }

    private static void describe(CommandLine command, StringBuilder page) {
        page.append("\n## ")
                .append(command.getCommandSpec().qualifiedName())
                .append("\n\n```text\n")
                .append(command.getUsageMessage(Ansi.OFF))
                .append("```\n");
        command.getSubcommands().values().forEach(each -> describe(each, page));
    }

    @Test
    void theCompletionKnowsTheCommands() throws IOException {
        compare(COMPLETION, AutoComplete.bash("photoset", commands()));
    }

    private static void compare(String file, String now) throws IOException {
        if (WRITE) {
            Files.writeString(Repository.ROOT.resolve(file), now);
        }
        assertThat(Repository.read(file))
                .as(file + ": rewrite it with -Dphotoset.docs.write=true")
                .isEqualTo(now);
    }
}
