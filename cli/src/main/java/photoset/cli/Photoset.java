package photoset.cli;

import java.io.IOException;
import java.io.PrintWriter;
import photoset.cli.client.ApiError;
import photoset.gpu.sam3.files.PackageBroken;
import photoset.standalone.embedded.FileTrouble;
import photoset.standalone.embedded.UserError;
import photoset.standalone.installation.Logs;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command line. What it takes and what its exit codes mean is said by {@code ./photoset help}. */
@Command(
        name = "./photoset",
        versionProvider = Photoset.Version.class,
        description = "Photoset turns an album of photos and one rule into a finished set of pictures.",
        synopsisSubcommandLabel = "COMMAND",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:something could not be done, or a check failed; a sentence says what",
            "2:the command line cannot be understood"
        },
        footerHeading = "%nEnvironment:%n",
        footer = {
            "  PHOTOSET_HEIF       the libheif library to use instead of the one that is fetched",
            "  PHOTOSET_SEGMENTER  lite (the bundled model), sam3 (a model package, named by PHOTOSET_GPU_MODELDIR and",
            "                      PHOTOSET_GPU_DEVICE) or stub (a fixed rectangle, for load tests)",
            "  PHOTOSET_TEMPORAL   the Temporal command line to use instead of the one on the PATH",
            "  PHOTOSET_TOKEN      the token of the user for whom run and masks work",
            "  PHOTOSET_VIPS       the libvips library to use instead of the one that is fetched",
            "  NO_COLOR            no colors when set to anything",
            "",
            "./photoset help COMMAND says what a command takes."
        })
public final class Photoset {
    private static final int HELP_WIDTH = 110;

    private Photoset() {}

    /** Runs one command and ends the JVM with its exit code. */
    public static void main(String[] args) {
        run(commandLine(Terminal.ofProcess()), args);
    }

    /** Runs one command of this command line and ends the JVM with its exit code. */
    public static void run(CommandLine commandLine, String... args) {
        Logs.quiet();
        System.exit(commandLine.execute(args.length == 0 ? new String[] {"help"} : args));
    }

    /**
     * The commands of the product.
     *
     * @param more commands to list after them
     */
    public static CommandLine commandLine(Terminal terminal, Object... more) {
        var line = new CommandLine(new Photoset())
                .addSubcommand(new UpCommand(terminal))
                .addSubcommand(new DemoCommand(terminal))
                .addSubcommand(new RunCommand(terminal))
                .addSubcommand(new MasksCommand(terminal))
                .addSubcommand(new SegmentCommand(terminal))
                .addSubcommand(new RenderCommand(terminal))
                .addSubcommand(new VerifyCommand(terminal))
                .addSubcommand(new ModelCommand(terminal))
                .addSubcommand(new TokenCommand(terminal));
        for (var command : more) {
            line.addSubcommand(command);
        }
        line.addSubcommand(new TestCommand())
                .addSubcommand(new CheckArtifactsCommand())
                .addSubcommand(new CompletionCommand(terminal));
        complete(line);
        line.getCommandSpec()
                .addOption(OptionSpec.builder("-V", "--version")
                        .type(boolean.class)
                        .versionHelp(true)
                        .description("Print the version, and stop.")
                        .build());
        return line.addSubcommand(new HelpCommand())
                .setOut(new PrintWriter(terminal.out(), true, terminal.out().charset()))
                .setErr(new PrintWriter(terminal.err(), true, terminal.err().charset()))
                .setColorScheme(Help.defaultColorScheme(terminal.outColors()))
                .setUsageHelpWidth(HELP_WIDTH)
                .setParameterExceptionHandler((problem, _) -> refused(problem, terminal))
                .setExecutionExceptionHandler((failure, _, _) -> failed(failure, terminal));
    }

    /** Gives every command what all have: the form of its help, and the option for it. */
    private static void complete(CommandLine line) {
        var command = line.getCommandSpec();
        command.usageMessage()
                .parameterListHeading("%nArguments:%n")
                .optionListHeading("%nOptions:%n")
                .commandListHeading("%nCommands:%n")
                .sortOptions(false)
                .sortSynopsis(false);
        command.addOption(OptionSpec.builder("-h", "--help")
                .type(boolean.class)
                .usageHelp(true)
                .description("Say what this command takes, and stop.")
                .build());
        line.getSubcommands().values().forEach(Photoset::complete);
    }

    private static int refused(ParameterException problem, Terminal terminal) {
        var command = problem.getCommandLine();
        terminal.err().println(red(terminal.errColors(), String.valueOf(problem.getMessage())));
        UnmatchedArgumentException.printSuggestions(problem, command.getErr());
        terminal.err().println(command.getCommandSpec().qualifiedName() + " --help says what there is.");
        return CommandLine.ExitCode.USAGE;
    }

    private static int failed(Exception failure, Terminal terminal) throws Exception {
        var sentence = switch (failure) {
            case UserError refusal -> refusal.getMessage();
            case ApiError refusal -> refusal.getMessage();
            case PackageBroken refusal -> refusal.getMessage();
            case IOException trouble -> FileTrouble.sentence(trouble);
            case Exception fault -> throw fault;
        };
        terminal.err().println(red(terminal.errColors(), String.valueOf(sentence)));
        return CommandLine.ExitCode.SOFTWARE;
    }

    /** Not as markup: a file's name may look like it. */
    private static String red(Ansi colors, String sentence) {
        return colors.enabled() ? Ansi.Style.fg_red.on() + sentence + Ansi.Style.reset.on() : sentence;
    }

    /** The version that the jar was built as. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            var built = Photoset.class.getPackage().getImplementationVersion();
            return new String[] {"Photoset " + (built == null ? "(not packed)" : built)};
        }
    }
}
