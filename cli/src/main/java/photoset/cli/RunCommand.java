package photoset.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import photoset.cli.album.AlbumRun;
import photoset.cli.album.PhotoFolder;
import photoset.cli.album.RunOrder;
import photoset.cli.album.RunProgress;
import photoset.cli.album.RunRule;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code photoset run}: an album of one's own and a rule, from a folder to a folder. */
@Command(
        name = "run",
        description = {
            "Apply a rule to an album of your own.",
            "",
            "Sends the photos of a folder through the installation that runs at --url, or through one that is started for"
                    + " it, and leaves results, manifests and the set in --out. What stops half way goes on when the same"
                    + " command is run again. Ctrl-C cancels the job, and says what was given back.",
            "",
            "An anonymous user of the free plan is made for it, unless PHOTOSET_TOKEN holds a token; a larger plan is"
                    + " given as ./photoset token --help shows.",
            "",
            "Example: ./photoset run flat --say \"walls sage, oak floor\" --template before_after --out flat-sage"
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:every photo was delivered",
            "1:some were not, or something is in the way; a sentence says what",
            "2:the command line cannot be understood"
        })
final class RunCommand implements Callable<Integer> {
    /** Holds the token of the user that jobs are run for. */
    static final String TOKEN = "PHOTOSET_TOKEN";

    private final Terminal terminal;

    @Parameters(paramLabel = "ALBUM", description = "A folder of photos: JPEG, PNG, WebP, AVIF, HEIC or TIFF.")
    private Path album;

    @ArgGroup(multiplicity = "1")
    private Wanted wanted;

    @Option(
            names = "--preset",
            paramLabel = "ID",
            description = "The domain. Default: the preset_id of the rule's file, else interior.")
    private Optional<String> preset;

    @Option(
            names = "--template",
            paramLabel = "ID",
            description =
                    "Compose a set of what is delivered: before_after, design_pack and so on; see GET /presets/{id}.")
    private Optional<String> template;

    @Option(names = "--title", paramLabel = "TEXT", description = "The title of the set.")
    private Optional<String> title;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "DIR",
            description = "An empty folder for what comes out, or that of the same run.")
    private Path out;

    @Mixin
    private InstallationOptions installation;

    @Option(
            names = "--json",
            description = "Print the result as one line of JSON: job, photos, delivered, paid, refunded, folder, set.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    RunCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    /** Where the rule comes from. */
    static final class Wanted {
        @Option(
                names = "--rule",
                required = true,
                paramLabel = "FILE",
                description = "The rule: JSON as POST /rules takes it, or as execute does, with variants.")
        private Optional<Path> file;

        @Option(
                names = "--say",
                required = true,
                paramLabel = "TEXT",
                description = "The rule in words, English or Korean: \"walls sage, oak floor, keep the trim\".")
        private Optional<String> words;

        private RunRule rule() throws IOException {
            return words.isPresent() ? new RunRule.Words(words.get()) : RunRule.read(file.orElseThrow());
        }
    }

    @Override
    public Integer call() throws IOException {
        if (title.isPresent() && template.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "A --title is printed on a set; name its --template too.");
        }
        var order = new RunOrder(PhotoFolder.in(album), wanted.rule(), preset, template, title, out);
        var token = token(terminal);
        return installation.use(terminal, (server, onSignal) -> {
            var run = new AlbumRun(server, token, order, new RunProgress(terminal.err(), terminal.errIsTerminal()));
            onSignal.accept(run::interrupt);
            var result = run.run();
            if (json) {
                terminal.json(result);
            } else {
                terminal.out().println(result.words());
            }
            return result.isWhole() ? 0 : 1;
        });
    }

    /** The token that the environment holds, if it holds one. */
    static Optional<String> token(Terminal terminal) {
        return Optional.ofNullable(terminal.environment().get(TOKEN)).filter(value -> !value.isBlank());
    }
}
