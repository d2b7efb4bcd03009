package photoset.cli;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import photoset.standalone.embedded.TemporalChoice;
import photoset.standalone.installation.AllowedOrigins;
import photoset.standalone.installation.Installation;
import photoset.standalone.installation.Warnings;

/** {@code photoset up}: everything in the foreground until a signal comes. */
record UpCommand(PrintStream out, PrintStream err, Map<String, String> environment) {
    static final String DATA = "photoset-data";

    /** Returns when asked to start once, or when a server cannot be kept running; a signal ends the JVM from here. */
    int run(List<String> typed) {
        var arguments = Arguments.parse(typed, Set.of("port", "data", "temporal", "once"))
                .withoutWords();
        var order = new Installation.Order(
                arguments.path("data", DATA),
                arguments.number("port", Installation.API_PORT, 0, 65_535),
                TemporalChoice.best(arguments.text("temporal"), environment),
                AllowedOrigins.of(environment),
                out);
        var installation = Installation.start(order);
        announce(installation);
        // What the script does to record a start.
        if (arguments.text("once").isPresent()) {
            installation.close();
            return 0;
        }
        var why = installation.givenUp().join();
        installation.close();
        err.println(why + " Photoset has stopped; ./photoset up goes on where it was.");
        return 1;
    }

    private void announce(Installation installation) {
        var parts = installation.infrastructure();
        var api = installation.api();
        out.printf("Photoset is ready in %.1f s.%n%n", sinceStart().toMillis() / 1e3);
        out.printf("  API              %s%n", api);
        out.printf("  API reference    %s/docs%n", api);
        parts.temporal().webInterface().ifPresent(web -> out.printf("  Temporal Web UI  %s%n", web));
        out.printf("  Data and log     %s%n%n", parts.folder().root());
        if (!parts.temporal().durable()) {
            out.println(Warnings.NOT_DURABLE);
        }
        out.printf("Try: curl -s -X POST %s/auth/anon%nStop with Ctrl-C.%n", api);
        out.flush();
    }

    /** The time since the JVM began. */
    static Duration sinceStart() {
        var began = ProcessHandle.current().info().startInstant().orElseGet(Instant::now);
        return Duration.between(began, Instant.now());
    }
}
