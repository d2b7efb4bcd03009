package photoset.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import photoset.cli.album.PhotoFolder;
import photoset.cli.client.PhotosetClient;
import photoset.cli.demo.Demo;
import photoset.standalone.embedded.UserError;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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
                    "Where originals, results, masks, manifests, a contact sheet and a set go. Default: ${DEFAULT-VALUE}.")
    private Path out;

    @Mixin
    private InstallationOptions installation;

    @Option(
            names = "--json",
            description = "Print the result as one line of JSON: job, photos, delivered, seconds, folder, set.")
    private boolean json;

    DemoCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        var photos = album.map(PhotoFolder::ofJpegs).orElseGet(() -> PhotoFolder.sampleRooms(home()));
        int code = installation.use(terminal, (server, _) -> send(photos, server));
        terminal.out().flush();
        terminal.err().println("The same with photos of your own, in the studio: " + installation.studio());
        return code;
    }

    private int send(PhotoFolder photos, PhotosetClient server) throws IOException {
        var demo = new Demo(server, out, terminal.err(), terminal.errIsTerminal());
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
