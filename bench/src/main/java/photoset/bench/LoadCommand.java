package photoset.bench;

import java.net.URI;
import java.util.concurrent.Callable;
import photoset.bench.load.Load;
import photoset.cli.ApiAddress;
import photoset.cli.Terminal;
import photoset.cli.WholeNumber;
import photoset.cli.client.PhotosetClient;
import photoset.standalone.embedded.UserError;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code photoset load}: measures an installation that another process runs. */
@Command(
        name = "load",
        description = {
            "Measure an installation that runs.",
            "",
            "Sends many jobs of one small photo, some at once, and prints rate, times by call and CPU. Exit code 1 when a"
                    + " job was not delivered."
        })
final class LoadCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Option(
            names = "--url",
            paramLabel = "URL",
            defaultValue = ApiAddress.USUAL,
            converter = ApiAddress.class,
            description = "The installation. Default: ${DEFAULT-VALUE}.")
    private URI url;

    @Option(
            names = "--jobs",
            paramLabel = "N",
            defaultValue = "400",
            converter = Jobs.class,
            description = "How many jobs in all. Default: ${DEFAULT-VALUE}.")
    private int jobs;

    @Option(
            names = "--at-once",
            paramLabel = "N",
            defaultValue = "16",
            converter = AtOnce.class,
            description = "How many in flight. Default: ${DEFAULT-VALUE}.")
    private int atOnce;

    @Option(
            names = "--json",
            description =
                    "Print one line of JSON: jobs, delivered, seconds, calls (count, p50_ms, p99_ms), cpu_ms_per_job,"
                            + " failures.")
    private boolean json;

    LoadCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    static final class Jobs extends WholeNumber {
        Jobs() {
            super(1, 100_000);
        }
    }

    static final class AtOnce extends WholeNumber {
        AtOnce() {
            super(1, 256);
        }
    }

    @Override
    public Integer call() {
        var server = PhotosetClient.at(url);
        if (!server.isUp()) {
            throw new UserError("No Photoset answers at " + url + ". Start one with ./photoset up.");
        }
        var report = new Load(url, server, jobs, atOnce).run();
        if (json) {
            terminal.json(report);
        } else {
            report.print(terminal.out());
        }
        return report.delivered() == jobs ? 0 : 1;
    }
}
