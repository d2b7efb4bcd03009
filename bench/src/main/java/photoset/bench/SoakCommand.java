package photoset.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import photoset.bench.soak.Soak;
import photoset.cli.Terminal;
import photoset.cli.WholeNumber;
import photoset.standalone.embedded.TemporalChoice;
import photoset.standalone.embedded.UserError;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code photoset soak}: whether an installation loses anything when its parts fail. */
@Command(
        name = "soak",
        description = {
            "Kill and pause every part under load, then check the books.",
            "",
            "Starts an installation of its own as separate processes, with eight faults spread over the load. Exit code 1"
                    + " when anything was lost."
        })
final class SoakCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Option(
            names = "--minutes",
            paramLabel = "N",
            defaultValue = "10",
            converter = Minutes.class,
            description = "How long the load lasts; then everything comes to rest. Default: ${DEFAULT-VALUE}.")
    private int minutes;

    @Option(
            names = "--seed",
            paramLabel = "N",
            converter = Seed.class,
            description = "Of the faults, to see the same ones again. Default: another one each time.")
    private Optional<Integer> seed;

    @Option(
            names = "--clients",
            paramLabel = "N",
            defaultValue = "4",
            converter = Clients.class,
            description = "How many at once. Default: ${DEFAULT-VALUE}.")
    private int clients;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "An empty folder for data and logs. Default: a new one in the temporary folder.")
    private Optional<Path> data;

    SoakCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    static final class Minutes extends WholeNumber {
        Minutes() {
            super(1, 600);
        }
    }

    static final class Seed extends WholeNumber {
        Seed() {
            super(0, 999_999_999);
        }
    }

    static final class Clients extends WholeNumber {
        Clients() {
            super(1, 64);
        }
    }

    @Override
    public Integer call() throws IOException {
        var plan = new Soak.Plan(
                Duration.ofMinutes(minutes), clients, seed.orElseGet(() -> (int) (System.nanoTime() & 0xffff)));
        if (!(TemporalChoice.best(Optional.empty(), terminal.environment())
                instanceof TemporalChoice.Binary temporal)) {
            throw new UserError("The soak kills Temporal, so it needs the Temporal command line as a child. Install it"
                    + " or name it in PHOTOSET_TEMPORAL, and leave TEMPORAL_ADDRESS empty.");
        }
        var home = Path.of(System.getProperty("photoset.home", "."));
        try {
            return new Soak(home, folder(), temporal, plan, terminal.out()).run() ? 0 : 1;
        } catch (SQLException failure) {
            throw new UserError("The records could not be read: " + failure.getMessage(), failure);
        }
    }

    /** A fresh one: jobs of an earlier run would be checked again. */
    private Path folder() throws IOException {
        return data.isPresent() ? Files.createDirectories(data.get()) : Files.createTempDirectory("photoset-soak-");
    }
}
