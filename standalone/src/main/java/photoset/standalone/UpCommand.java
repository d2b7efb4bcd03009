package photoset.standalone;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import photoset.standalone.embedded.TemporalChoice;
import photoset.standalone.installation.Installation;
import photoset.standalone.installation.Warnings;

/** {@code photoset up}: everything in the foreground until a signal comes. */
record UpCommand(PrintStream out, Map<String, String> environment) {
    static final int API_PORT = 8080;
    static final String DATA = "photoset-data";

    /** Returns only when asked to start once; a signal ends the JVM from here. */
    int run(List<String> typed) {
        var arguments = Arguments.parse(typed, Set.of("port", "data", "temporal", "once"))
                .withoutWords();
        var order = new Installation.Order(
                arguments.path("data", DATA),
                arguments.number("port", API_PORT, 0, 65_535),
                TemporalChoice.best(arguments.text("temporal"), environment));
        var installation = Installation.start(order);
        announce(installation);
        // What the script does to record a start.
        if (arguments.text("once").isEmpty()) {
            waitForSignal();
        }
        installation.close();
        return 0;
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

    private static void waitForSignal() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
