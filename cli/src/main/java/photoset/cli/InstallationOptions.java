package photoset.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import photoset.cli.client.PhotosetClient;
import photoset.standalone.embedded.Ports;
import photoset.standalone.embedded.TemporalChoice;
import photoset.standalone.embedded.UserError;
import photoset.standalone.installation.AllowedOrigins;
import photoset.standalone.installation.Installation;
import picocli.CommandLine.Option;

/** Which installation a command works with: one that runs, or one that lives as long as the command. */
final class InstallationOptions {
    @Option(
            names = "--url",
            paramLabel = "URL",
            converter = ApiAddress.class,
            description = "An installation that runs. Default: " + ApiAddress.USUAL + " if one answers there.")
    private Optional<URI> url;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = UpCommand.DATA,
            description = "The data folder of the installation. Default: ${DEFAULT-VALUE}.")
    private Path data;

    @Option(
            names = "--temporal",
            paramLabel = "HOST:PORT",
            description = "A Temporal server to use instead of an own one; TEMPORAL_ADDRESS does the same.")
    private Optional<String> temporal;

    /** What to do with an installation; what it hands to {@code onSignal} is done first when a signal ends the process. */
    interface Work {
        int on(PhotosetClient server, Consumer<Runnable> onSignal) throws IOException;
    }

    /** The data folder of the installation. */
    Path data() {
        return data;
    }

    /** Where the studio is once the work is done: at what goes on running, or at what is started next. */
    String studio() {
        var address = url.orElseGet(() -> URI.create(ApiAddress.USUAL));
        return PhotosetClient.at(address).isUp() ? address.toString() : address + ", after ./photoset up";
    }

    /**
     * Does the work with the installation that runs, or starts one for it.
     *
     * @throws UserError if none answers where one was named, or none can be started
     */
    int use(Terminal terminal, Work work) throws IOException {
        var address = url.orElseGet(() -> URI.create(ApiAddress.USUAL));
        var server = PhotosetClient.at(address);
        if (server.isUp()) {
            terminal.err().println("Using the Photoset at " + address + ".");
            return work.on(server, step -> Runtime.getRuntime().addShutdownHook(new Thread(step, "signal")));
        }
        if (url.isPresent()) {
            throw new UserError(
                    "No Photoset answers at " + address + ". Start one with ./photoset up, or leave --url out.");
        }
        return startAndUse(terminal, work);
    }

    private int startAndUse(Terminal terminal, Work work) throws IOException {
        terminal.err().println("Starting a Photoset for as long as this takes.");
        int port = Ports.isFree(Installation.API_PORT) ? Installation.API_PORT : 0;
        var environment = terminal.environment();
        var order = new Installation.Order(
                data, port, TemporalChoice.best(temporal, environment), AllowedOrigins.of(environment), terminal.err());
        try (var installation = Installation.start(order)) {
            var _ = installation.givenUp().thenAcceptAsync(why -> giveUp(terminal, why));
            terminal.err()
                    .printf("Ready in %.1f s at %s.%n", UpCommand.sinceStart().toMillis() / 1e3, installation.api());
            return work.on(PhotosetClient.at(installation.api()), installation::beforeClose);
        }
    }

    /** The work waits for what will not come back. Off the watching thread, which closing waits for. */
    private static void giveUp(Terminal terminal, String why) {
        terminal.err().println(why + " What was to be done has stopped.");
        Runtime.getRuntime().exit(1);
    }
}
