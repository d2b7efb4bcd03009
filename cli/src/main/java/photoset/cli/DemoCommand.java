package photoset.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import photoset.cli.client.PhotosetClient;
import photoset.cli.demo.Demo;
import photoset.cli.demo.PhotoFolder;
import photoset.standalone.embedded.Ports;
import photoset.standalone.embedded.TemporalChoice;
import photoset.standalone.embedded.UserError;
import photoset.standalone.installation.AllowedOrigins;
import photoset.standalone.installation.Installation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code photoset demo}: the main job against an installation that runs, or one that lives as long as the demo. */
@Command(
        name = "demo",
        description = {
            "Send an album through and keep what comes out.",
            "",
            "Paints the walls of every photo sage green. Uses the installation that runs at --url, or starts one for as"
                    + " long as the demo takes. Progress goes to stderr, the result to stdout."
        })
final class DemoCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Option(
            names = "--album",
            paramLabel = "DIR",
            description = "A folder of JPEG files. Default: the eight sample rooms.")
    private Optional<Path> album;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "photoset-demo",
            description =
                    "Where originals, results, masks, manifests and a contact sheet go. Default: ${DEFAULT-VALUE}.")
    private Path out;

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

    @Option(
            names = "--json",
            description = "Print the result as one line of JSON: job, photos, delivered, seconds, folder.")
    private boolean json;

    DemoCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        var photos = album.map(PhotoFolder::in).orElseGet(() -> PhotoFolder.sampleRooms(home()));
        var address = url.orElseGet(() -> URI.create(ApiAddress.USUAL));
        if (PhotosetClient.at(address).isUp()) {
            terminal.err().println("Using the Photoset at " + address + ".");
            return send(photos, address);
        }
        if (url.isPresent()) {
            throw new UserError(
                    "No Photoset answers at " + address + ". Start one with ./photoset up, or leave --url out.");
        }
        return startAndSend(photos);
    }

    private int startAndSend(PhotoFolder photos) throws IOException {
        terminal.err().println("Starting a Photoset for this demo.");
        int port = Ports.isFree(Installation.API_PORT) ? Installation.API_PORT : 0;
        var environment = terminal.environment();
        var order = new Installation.Order(
                data, port, TemporalChoice.best(temporal, environment), AllowedOrigins.of(environment), terminal.err());
        try (var installation = Installation.start(order)) {
            var _ = installation.givenUp().thenAcceptAsync(this::giveUp);
            terminal.err()
                    .printf("Ready in %.1f s at %s.%n", UpCommand.sinceStart().toMillis() / 1e3, installation.api());
            return send(photos, installation.api());
        }
    }

    /** The album waits for what will not come back. Off the watching thread, which closing waits for. */
    private void giveUp(String why) {
        terminal.err().println(why + " The demo has stopped.");
        Runtime.getRuntime().exit(1);
    }

    private int send(PhotoFolder photos, URI address) throws IOException {
        var bucket = data.resolve("store").resolve("photoset");
        var demo = new Demo(PhotosetClient.at(address), bucket, out, terminal.err(), terminal.errIsTerminal());
        var result = demo.run(photos);
        if (json) {
            terminal.json(result);
        } else {
            terminal.out().println(result.words());
        }
        return result.delivered() > 0 ? 0 : 1;
    }

    /** The project's folder, where the samples lie; the script names it. */
    private static Path home() {
        var home = Path.of(System.getProperty("photoset.home", ""));
        if (!Files.isDirectory(home.resolve(PhotoFolder.SAMPLES))) {
            throw new UserError("The sample photos are not here; name a folder of JPEG files with --album.");
        }
        return home;
    }
}
