package photoset.bench;

import photoset.cli.Photoset;
import photoset.cli.Terminal;
import picocli.CommandLine;

/** The command line with the measurements, which the product's own jar leaves out. */
public final class Bench {
    private Bench() {}

    /** Runs one command and ends the JVM with its exit code. */
    public static void main(String[] args) {
        Photoset.run(commandLine(Terminal.ofProcess()), args);
    }

    /** Every command that there is. */
    public static CommandLine commandLine(Terminal terminal) {
        return Photoset.commandLine(
                terminal, new BenchCommand(terminal), new LoadCommand(terminal), new SoakCommand(terminal));
    }
}
