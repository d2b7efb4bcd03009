package photoset.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import photoset.cli.client.PhotosetClient;
import photoset.cli.demo.Demo;
import photoset.cli.demo.PhotoFolder;
import photoset.standalone.embedded.Ports;
import photoset.standalone.embedded.TemporalChoice;
import photoset.standalone.embedded.UserError;
import photoset.standalone.installation.AllowedOrigins;
import photoset.standalone.installation.Installation;

/** {@code photoset demo}: the main job against an installation that runs, or one that lives as long as the demo. */
record DemoCommand(PrintStream out, PrintStream err, Map<String, String> environment) {
    private static final String OUT = "photoset-demo";

    int run(List<String> typed) throws IOException {
        var arguments = Arguments.parse(typed, Set.of("album", "out", "url", "data", "temporal"))
                .withoutWords();
        var url = arguments.url("url", "http://127.0.0.1:" + Installation.API_PORT);
        var album = arguments
                .text("album")
                .map(Path::of)
                .map(PhotoFolder::in)
                .orElseGet(() -> PhotoFolder.sampleRooms(home()));
        if (PhotosetClient.at(url).isUp()) {
            out.println("Using the Photoset at " + url + ".");
            return send(album, url, arguments);
        }
        if (arguments.text("url").isPresent()) {
            throw new UserError(
                    "No Photoset answers at " + url + ". Start one with ./photoset up, or leave --url out.");
        }
        return startAndSend(album, arguments);
    }

    private int startAndSend(PhotoFolder album, Arguments arguments) throws IOException {
        out.println("Starting a Photoset for this demo.");
        int port = Ports.isFree(Installation.API_PORT) ? Installation.API_PORT : 0;
        var temporal = TemporalChoice.best(arguments.text("temporal"), environment);
        var data = arguments.path("data", UpCommand.DATA);
        var order = new Installation.Order(data, port, temporal, AllowedOrigins.of(environment), out);
        try (var installation = Installation.start(order)) {
            var _ = installation.givenUp().thenAcceptAsync(this::giveUp);
            out.printf("Ready in %.1f s at %s.%n", UpCommand.sinceStart().toMillis() / 1e3, installation.api());
            return send(album, installation.api(), arguments);
        }
    }

    /** The album waits for what will not come back. Off the watching thread, which closing waits for. */
    private void giveUp(String why) {
        err.println(why + " The demo has stopped.");
        Runtime.getRuntime().exit(1);
    }

    private int send(PhotoFolder album, URI url, Arguments arguments) throws IOException {
        var bucket = arguments.path("data", UpCommand.DATA).resolve("store").resolve("photoset");
        var demo = new Demo(PhotosetClient.at(url), bucket, arguments.path("out", OUT), out);
        return demo.run(album) > 0 ? 0 : 1;
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
