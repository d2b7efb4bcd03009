package photoset.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import photoset.cli.client.ApiError;
import photoset.gpu.sam3.files.PackageBroken;
import photoset.standalone.embedded.FileTrouble;
import photoset.standalone.embedded.UserError;
import photoset.standalone.installation.Logs;

/**
 * The command line. Exit codes: 0 done; 1 something could not be done, said in one sentence; 2 the command line cannot
 * be understood.
 */
public final class Photoset {
    private final PrintStream out;
    private final PrintStream err;
    private final Map<String, String> environment;
    private final Map<String, Subcommand> more;

    Photoset(PrintStream out, PrintStream err, Map<String, String> environment) {
        this(out, err, environment, Map.of());
    }

    /**
     * The commands of the product and others.
     *
     * @param more by name
     */
    public Photoset(PrintStream out, PrintStream err, Map<String, String> environment, Map<String, Subcommand> more) {
        this.out = out;
        this.err = err;
        this.environment = environment;
        this.more = more;
    }

    /** A command that takes what was typed after its name and answers the exit code. */
    @FunctionalInterface
    public interface Subcommand {
        int run(List<String> typed) throws IOException;
    }

    /** Runs one subcommand and ends the JVM with its exit code. */
    public static void main(String[] args) {
        Logs.quiet();
        System.exit(new Photoset(System.out, System.err, System.getenv()).run(List.of(args)));
    }

    /** Runs one subcommand; says on {@code err} why it could not be done, and answers the exit code. */
    public int run(List<String> typed) {
        try {
            return dispatch(
                    typed.isEmpty() ? "help" : typed.getFirst(),
                    typed.stream().skip(1).toList());
        } catch (Arguments.UsageProblem problem) {
            err.println(problem.getMessage());
            err.println("./photoset help lists what there is.");
            return 2;
        } catch (UserError | ApiError | PackageBroken refusal) {
            err.println(refusal.getMessage());
            return 1;
        } catch (IOException failure) {
            err.println(FileTrouble.sentence(failure));
            return 1;
        }
    }

    private int dispatch(String command, List<String> typed) throws IOException {
        var other = more.get(command);
        if (other != null) {
            return other.run(typed);
        }
        return switch (command) {
            case "up" -> new UpCommand(out, err, environment).run(typed);
            case "demo" -> new DemoCommand(out, err, environment).run(typed);
            case "segment" -> new SegmentCommand(out, err, environment).run(typed);
            case "render" -> new RenderCommand(out, err).run(typed);
            case "verify" -> new VerifyCommand(out).run(typed);
            case "model" -> new ModelCommand(out).run(typed);
            case "help", "--help", "-h" -> help();
            default -> throw new Arguments.UsageProblem("There is no command \"" + command + "\".");
        };
    }

    private int help() throws IOException {
        try (var text = Photoset.class.getResourceAsStream("/help.txt")) {
            Objects.requireNonNull(text, "help.txt is missing from the jar").transferTo(out);
        }
        return 0;
    }
}
