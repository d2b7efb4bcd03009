package photoset.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import photoset.bench.soak.Soak;
import photoset.cli.Arguments;
import photoset.standalone.embedded.TemporalChoice;
import photoset.standalone.embedded.UserError;

/** {@code photoset soak}: whether an installation loses anything when its parts fail. */
record SoakCommand(PrintStream out, Map<String, String> environment) {
    private static final int MINUTES = 10;
    private static final int MINUTES_MAX = 600;
    private static final int CLIENTS = 4;
    private static final int CLIENTS_MAX = 64;
    private static final int SEED_MAX = 999_999_999;

    int run(List<String> typed) throws IOException {
        var arguments = Arguments.parse(typed, Set.of("minutes", "seed", "clients", "data"))
                .withoutWords();
        var plan = new Soak.Plan(
                Duration.ofMinutes(arguments.number("minutes", MINUTES, 1, MINUTES_MAX)),
                arguments.number("clients", CLIENTS, 1, CLIENTS_MAX),
                arguments.number("seed", (int) (System.nanoTime() & 0xffff), 0, SEED_MAX));
        if (!(TemporalChoice.best(Optional.empty(), environment) instanceof TemporalChoice.Binary temporal)) {
            throw new UserError("The soak kills Temporal, so it needs the Temporal command line as a child. Install it"
                    + " or name it in PHOTOSET_TEMPORAL, and leave TEMPORAL_ADDRESS empty.");
        }
        var home = Path.of(System.getProperty("photoset.home", "."));
        try {
            return new Soak(home, data(arguments), temporal, plan, out).run() ? 0 : 1;
        } catch (SQLException failure) {
            throw new UserError("The records could not be read: " + failure.getMessage(), failure);
        }
    }

    /** A fresh one: jobs of an earlier run would be checked again. */
    private static Path data(Arguments arguments) throws IOException {
        var named = arguments.text("data");
        return named.isPresent()
                ? Files.createDirectories(Path.of(named.get()))
                : Files.createTempDirectory("photoset-soak-");
    }
}
