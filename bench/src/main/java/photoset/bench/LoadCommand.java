package photoset.bench;

import java.io.PrintStream;
import java.util.List;
import java.util.Set;
import photoset.bench.load.Load;
import photoset.cli.Arguments;
import photoset.cli.client.PhotosetClient;
import photoset.standalone.embedded.UserError;
import photoset.standalone.installation.Installation;

/** {@code photoset load}: measures an installation that another process runs. */
record LoadCommand(PrintStream out) {
    private static final int JOBS = 400;
    private static final int JOBS_MAX = 100_000;
    private static final int AT_ONCE = 16;
    private static final int AT_ONCE_MAX = 256;

    int run(List<String> typed) {
        var arguments = Arguments.parse(typed, Set.of("url", "jobs", "at-once")).withoutWords();
        var url = arguments.url("url", "http://127.0.0.1:" + Installation.API_PORT);
        int jobs = arguments.number("jobs", JOBS, 1, JOBS_MAX);
        int atOnce = arguments.number("at-once", AT_ONCE, 1, AT_ONCE_MAX);
        var server = PhotosetClient.at(url);
        if (!server.isUp()) {
            throw new UserError("No Photoset answers at " + url + ". Start one with ./photoset up.");
        }
        return new Load(server, jobs, atOnce, out).run() == jobs ? 0 : 1;
    }
}
