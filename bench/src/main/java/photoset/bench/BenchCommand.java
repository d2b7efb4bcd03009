package photoset.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import photoset.bench.album.AlbumBench;
import photoset.bench.album.SampleAlbum;
import photoset.bench.gpu.GpuBench;
import photoset.bench.gpu.PythonReference;
import photoset.bench.identity.IdentityBench;
import photoset.bench.previews.PreviewBench;
import photoset.bench.quality.QualityBench;
import photoset.bench.removal.RemovalBench;
import photoset.bench.speed.SpeedBench;
import photoset.cli.ApiAddress;
import photoset.cli.Terminal;
import photoset.cli.WholeNumber;
import photoset.cli.client.PhotosetClient;
import photoset.cli.render.InstalledCodec;
import photoset.standalone.embedded.UserError;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code photoset bench}: measures the product without a server. */
@Command(name = "bench", description = "Measure the product without a server.", synopsisSubcommandLabel = "COMMAND")
final class BenchCommand {
    /** The compiler is done with a stage after so many photos; then enough for a mean. */
    private static final SpeedBench.Rounds ROUNDS = new SpeedBench.Rounds(20, 10);

    private final Terminal terminal;

    BenchCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    /** From a picture of a chat program to more than any camera has. */
    static final class Megapixels extends WholeNumber {
        Megapixels() {
            super(1, 99);
        }
    }

    @Command(
            name = "quality",
            description = {
                "Measure how true repainted pictures are.",
                "",
                "Repaints rendered scenes whose truth is known, beside two simpler ways to paint. Exit code 1 when a limit is"
                        + " not kept."
            })
    int quality(
            @Option(
                            names = "--out",
                            paramLabel = "DIR",
                            description = "Where photos, truths and results are kept as PNG. Default: nowhere.")
                    Optional<Path> folder)
            throws IOException {
        return new QualityBench(QualityBench.WIDTH, terminal.out(), folder.orElse(null)).run() ? 0 : 1;
    }

    @Command(
            name = "remove",
            description = {
                "Measure how true a photo is where a thing was removed.",
                "",
                "Rooms rendered with and without the thing, beside Telea's fill and a blur; then the CPU time of a removal. Exit"
                        + " code 1 when a limit is not kept."
            })
    int remove(
            @Option(
                            names = "--out",
                            paramLabel = "DIR",
                            description = "Where photos, truths and results are kept as PNG. Default: nowhere.")
                    Optional<Path> folder,
            @Option(
                            names = "--mp",
                            split = ",",
                            hideParamSyntax = true,
                            paramLabel = "SIZES",
                            defaultValue = "2,12",
                            converter = Megapixels.class,
                            description =
                                    "Sizes in megapixels of which CPU time is measured. Default: ${DEFAULT-VALUE}.")
                    List<Integer> megapixels)
            throws IOException {
        var bench = new RemovalBench(RemovalBench.WIDTH, terminal.out(), folder.orElse(null));
        return bench.run(InstalledCodec.find(), megapixels) ? 0 : 1;
    }

    /** One album for a glance; a thousand take an hour. */
    static final class AlbumCount extends WholeNumber {
        AlbumCount() {
            super(1, 1_000);
        }
    }

    @Command(
            name = "identity",
            description = {
                "Measure how often one thing has one name over an album.",
                "",
                "Renders rooms that several cameras look into. Exit code 1 when precision or recall is too low."
            })
    int identity(
            @Option(
                            names = "--albums",
                            paramLabel = "N",
                            defaultValue = "40",
                            converter = AlbumCount.class,
                            description = "How many albums of 8 or 12 photos. Default: ${DEFAULT-VALUE}.")
                    int albums)
            throws IOException {
        return new IdentityBench(terminal.out()).run(albums) ? 0 : 1;
    }

    @Command(
            name = "pictures",
            description = {
                "Measure the stages of a photo, its masks, and whole processes.",
                "",
                "CPU time beside decoding and encoding of the same file; a few minutes."
            })
    int pictures(
            @Option(
                            names = "--mp",
                            split = ",",
                            hideParamSyntax = true,
                            paramLabel = "SIZES",
                            defaultValue = "2,12,24,50",
                            converter = Megapixels.class,
                            description = "Sizes in megapixels. Default: ${DEFAULT-VALUE}.")
                    List<Integer> megapixels)
            throws IOException {
        new SpeedBench(terminal.out(), megapixels, ROUNDS).run();
        return 0;
    }

    @Command(
            name = "previews",
            description = {
                "Measure how true previews are, and how long they take.",
                "",
                "Paints rendered rooms whole and as a view; then looks at a rule in 30 colors where an installation runs. Exit"
                        + " code 1 when a preview is not what a job delivers."
            })
    int previews(
            @Option(
                            names = "--mp",
                            split = ",",
                            hideParamSyntax = true,
                            paramLabel = "SIZES",
                            defaultValue = "2,12,24",
                            converter = Megapixels.class,
                            description = "Sizes in megapixels. Default: ${DEFAULT-VALUE}.")
                    List<Integer> megapixels,
            @Option(
                            names = "--url",
                            paramLabel = "URL",
                            converter = ApiAddress.class,
                            description = "The installation whose latency is measured. Default: none.")
                    Optional<URI> url) {
        return new PreviewBench(terminal.out(), InstalledCodec.find()).run(megapixels, url.map(BenchCommand::running))
                ? 0
                : 1;
    }

    /** One to warm up; a hundred take an hour. */
    static final class Jobs extends WholeNumber {
        Jobs() {
            super(1, 100);
        }
    }

    /** An hour shows what is given back. */
    static final class Seconds extends WholeNumber {
        Seconds() {
            super(0, 3_600);
        }
    }

    @Command(
            name = "album",
            description = {
                "Measure whole jobs beside the least that a photo takes.",
                "",
                "Sends the sample rooms, ten photos a job, to the installation of this machine, one job after the other."
            })
    int album(
            @Option(
                            names = "--url",
                            paramLabel = "URL",
                            defaultValue = ApiAddress.USUAL,
                            converter = ApiAddress.class,
                            description = "The installation. Default: ${DEFAULT-VALUE}.")
                    URI url,
            @Option(
                            names = "--mp",
                            paramLabel = "SIZE",
                            converter = Megapixels.class,
                            description = "The photos' size in megapixels. Default: as they are, 1.2.")
                    Optional<Integer> megapixels,
            @Option(
                            names = "--rounds",
                            paramLabel = "N",
                            defaultValue = "3",
                            converter = Jobs.class,
                            description = "How many jobs. Default: ${DEFAULT-VALUE}.")
                    int rounds,
            @Option(
                            names = "--rest",
                            paramLabel = "SECONDS",
                            defaultValue = "0",
                            converter = Seconds.class,
                            description = "How long after the last job memory is looked at again. Default: not at all.")
                    int rest)
            throws IOException {
        var codec = InstalledCodec.find();
        var home = Path.of(System.getProperty("photoset.home", "."));
        var photos = megapixels.isPresent() ? SampleAlbum.of(home, codec, megapixels.get()) : SampleAlbum.of(home);
        running(url);
        new AlbumBench(terminal.out(), url, codec).run(photos, rounds, Duration.ofSeconds(rest));
        return 0;
    }

    private static PhotosetClient running(URI url) {
        var server = PhotosetClient.at(url);
        if (!server.isUp()) {
            throw new UserError("No Photoset answers at " + url + ". Start one with ./photoset up.");
        }
        return server;
    }

    @Command(
            name = "gpu",
            description = {
                "Measure a model package, on its own or beside Python.",
                "",
                "Throughput of an album, then latency by size and number of concepts."
            })
    int gpu(@Mixin GpuOptions options) throws IOException {
        new GpuBench(terminal.out(), options.plan()).run();
        return 0;
    }

    /** What {@code bench gpu} takes. */
    static final class GpuOptions {
        @Option(
                names = "--model",
                paramLabel = "DIR",
                description = "A package of export_sam3.py. Default: the small random one of the tests.")
        private Optional<Path> model;

        @Option(
                names = "--mp",
                split = ",",
                hideParamSyntax = true,
                paramLabel = "SIZES",
                defaultValue = "2,12,24",
                converter = Megapixels.class,
                description = "Sizes in megapixels. Default: ${DEFAULT-VALUE}.")
        private List<Integer> megapixels;

        @Option(
                names = "--concepts",
                split = ",",
                hideParamSyntax = true,
                paramLabel = "COUNTS",
                defaultValue = "1,2,5,10",
                converter = ConceptCount.class,
                description = "How many concepts at once, up to 16. Default: ${DEFAULT-VALUE}.")
        private List<Integer> concepts;

        @Option(
                names = "--rounds",
                paramLabel = "N",
                defaultValue = "20",
                converter = Rounds.class,
                description = "How often each combination is measured. Default: ${DEFAULT-VALUE}.")
        private int rounds;

        @Option(
                names = "--photos",
                paramLabel = "N",
                defaultValue = "200",
                converter = Photos.class,
                description = "How many photos the album has. Default: ${DEFAULT-VALUE}.")
        private int photos;

        @Option(
                names = "--slots",
                paramLabel = "N",
                defaultValue = "4",
                converter = Slots.class,
                description = "How many photos are in work at once. Default: ${DEFAULT-VALUE}.")
        private int slots;

        @Option(
                names = "--python",
                paramLabel = "PYTHON",
                description =
                        "A Python with activities-gpu/export/requirements.txt, to measure the reference in the same run.")
        private Optional<Path> python;

        @Option(
                names = "--checkpoint",
                paramLabel = "DIR",
                description = "The weights of the package, for the reference.")
        private Optional<Path> checkpoint;

        static final class ConceptCount extends WholeNumber {
            ConceptCount() {
                super(1, 16);
            }
        }

        static final class Rounds extends WholeNumber {
            Rounds() {
                super(1, 1_000);
            }
        }

        static final class Photos extends WholeNumber {
            Photos() {
                super(1, 100_000);
            }
        }

        static final class Slots extends WholeNumber {
            Slots() {
                super(1, 64);
            }
        }

        private GpuBench.Plan plan() {
            var module = Path.of(System.getProperty("photoset.home", "."), "activities-gpu");
            var reference = python.map(
                    interpreter -> new PythonReference(interpreter, module.resolve("export/reference.py"), checkpoint));
            var tiny = module.resolve("src/test/resources/sam3/tiny");
            return new GpuBench.Plan(model.orElse(tiny), megapixels, concepts, rounds, photos, slots, reference);
        }
    }
}
