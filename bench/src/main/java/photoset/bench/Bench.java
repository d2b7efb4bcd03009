package photoset.bench;

import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import photoset.cli.Photoset;
import photoset.standalone.installation.Logs;

/** The command line with the measurements, which the product's own jar leaves out. */
public final class Bench {
    private Bench() {}

    /** Runs one subcommand and ends the JVM with its exit code. */
    public static void main(String[] args) {
        Logs.quiet();
        System.exit(commandLine(System.out, System.err, System.getenv()).run(List.of(args)));
    }

    static Photoset commandLine(PrintStream out, PrintStream err, Map<String, String> environment) {
        return new Photoset(
                out,
                err,
                environment,
                Map.of(
                        "bench", new BenchCommand(out)::run,
                        "load", new LoadCommand(out)::run,
                        "soak", new SoakCommand(out, environment)::run));
    }
}
