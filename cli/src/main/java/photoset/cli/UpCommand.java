package photoset.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import photoset.standalone.embedded.TemporalChoice;
import photoset.standalone.installation.AllowedOrigins;
import photoset.standalone.installation.Installation;
import photoset.standalone.installation.Warnings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code photoset up}: everything in the foreground until a signal comes. */
@Command(
        name = "up",
        description = {
            "Run everything on this machine until Ctrl-C.",
            "",
            "Studio, API, workers, PostgreSQL, an object store and Temporal, in the foreground. All state is in one folder: start"
                    + " again on it and every job goes on; delete it to start anew."
        })
final class UpCommand implements Callable<Integer> {
    static final String DATA = "photoset-data";

    private final Terminal terminal;

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "" + Installation.API_PORT,
            converter = Port.class,
            description = "The port of the API on 127.0.0.1; 0 for any that is free. Default: ${DEFAULT-VALUE}.")
    private int port;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = DATA,
            description = "The folder with the whole state. Default: ${DEFAULT-VALUE}.")
    private Path data;

    @Option(
            names = "--temporal",
            paramLabel = "HOST:PORT",
            description = "A Temporal server to use instead of an own one; TEMPORAL_ADDRESS does the same.")
    private Optional<String> temporal;

    @Option(names = "--once", description = "Start, say so, and stop.")
    private boolean once;

    @Option(
            names = "--json",
            description = "When ready, print one line of JSON: api, docs, temporal_ui, data, durable, seconds.")
    private boolean json;

    UpCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    static final class Port extends WholeNumber {
        Port() {
            super(0, 65_535);
        }
    }

    /** Returns when asked to start once, or when a server cannot be kept running; a signal ends the JVM from here. */
    @Override
    public Integer call() {
        var environment = terminal.environment();
        var installation = Installation.start(new Installation.Order(
                data,
                port,
                TemporalChoice.best(temporal, environment),
                AllowedOrigins.of(environment),
                json ? terminal.err() : terminal.out()));
        announce(installation);
        if (once) {
            installation.close();
            return 0;
        }
        var why = installation.givenUp().join();
        installation.close();
        terminal.err().println(why + " Photoset has stopped; ./photoset up goes on where it was.");
        return 1;
    }

    private void announce(Installation installation) {
        if (!installation.infrastructure().temporal().durable()) {
            terminal.err().println(Warnings.NOT_DURABLE);
        }
        if (json) {
            terminal.json(report(installation));
        } else {
            tell(installation);
        }
        terminal.out().flush();
    }

    private static Map<String, Object> report(Installation installation) {
        var parts = installation.infrastructure();
        var report = new LinkedHashMap<String, Object>();
        report.put("api", installation.api());
        report.put("docs", installation.api() + "/docs");
        parts.temporal().webInterface().ifPresent(web -> report.put("temporal_ui", web));
        report.put("data", parts.folder().root().toString());
        report.put("durable", parts.temporal().durable());
        report.put("seconds", sinceStart().toMillis() / 1e3);
        return report;
    }

    private void tell(Installation installation) {
        var out = terminal.out();
        var parts = installation.infrastructure();
        var api = installation.api();
        out.printf("Photoset is ready in %.1f s.%n%n", sinceStart().toMillis() / 1e3);
        out.printf("  Studio           %s%n", api);
        out.printf("  API              %s%n", api);
        out.printf("  API reference    %s/docs%n", api);
        parts.temporal().webInterface().ifPresent(web -> out.printf("  Temporal Web UI  %s%n", web));
        out.printf("  Data and log     %s%n%n", parts.folder().root());
        out.println("Stop with Ctrl-C.");
    }

    /** The time since the JVM began. */
    static Duration sinceStart() {
        var began = ProcessHandle.current().info().startInstant().orElseGet(Instant::now);
        return Duration.between(began, Instant.now());
    }
}
