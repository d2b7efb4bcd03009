package photoset.bench.soak;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.Executors;
import photoset.standalone.embedded.DataFolder;
import photoset.standalone.embedded.SeparateServers;
import photoset.standalone.embedded.ServerEvents;
import photoset.standalone.embedded.TemporalChoice;

/**
 * Runs an installation under load while its parts are killed and paused, lets it come to rest, and checks what must be true then.
 *
 * @param home the project's folder
 * @param data an empty folder
 * @param plan how long, how many clients, and which faults
 */
public record Soak(Path home, Path data, TemporalChoice.Binary temporal, Plan plan, PrintStream out)
        implements ServerEvents {
    /** After which a job that its client left ends by itself. */
    static final Duration WINDOW = Duration.ofSeconds(90);

    /** Two windows, and what the reconciler and the retries of a minute take on top. */
    private static final Duration DRAIN_MAX = Duration.ofMinutes(6);

    private static final Duration POLL = Duration.ofSeconds(1);

    /**
     * What to do.
     *
     * @param length of the load
     * @param clients at the same time
     * @param seed of the faults; the same one gives the same plan
     */
    public record Plan(Duration length, int clients, long seed) {}

    /** Whether everything that must be true is. */
    public boolean run() throws IOException, SQLException {
        var random = new Random(plan.seed());
        out.printf("Soak of %d s, seed %d. Data and logs: %s%n", plan.length().toSeconds(), plan.seed(), data);
        try (var servers = SeparateServers.start(DataFolder.open(data), temporal, this);
                var product = ProductProcesses.start(new ProductProcesses.Place(home, data, this), servers)) {
            var outcomes = load(servers, product, random);
            var check = new ConsistencyCheck(servers);
            drain(check);
            outcomes.counts().forEach((outcome, count) -> out.printf("  %6d albums %s%n", count, outcome));
            out.printf("  %6d photos lost to a fault%n", check.lostPhotos());
            var findings = check.check();
            findings.forEach(finding ->
                    out.printf("  %-6s %6d %s%n", finding.holds() ? "ok" : "WRONG", finding.found(), finding.rule()));
            return findings.stream().allMatch(ConsistencyCheck.Finding::holds);
        }
    }

    private Outcomes load(SeparateServers servers, ProductProcesses product, Random random) {
        var outcomes = new Outcomes();
        long began = System.nanoTime();
        long until = began + plan.length().toNanos();
        try (var clients =
                Executors.newThreadPerTaskExecutor(Thread.ofPlatform().factory())) {
            for (int i = 0; i < plan.clients(); i++) {
                clients.execute(new LoadClient(product.client(), outcomes, until));
            }
            for (var fault : Fault.plan(plan.length(), random)) {
                pause(Duration.ofNanos(began + fault.at().toNanos() - System.nanoTime()));
                out.println(fault.sentence());
                inflict(fault, pid(fault.part(), servers, product, random));
            }
        }
        return outcomes;
    }

    private static long pid(Fault.Part part, SeparateServers servers, ProductProcesses product, Random random) {
        return switch (part) {
            case TEMPORAL -> servers.pid(SeparateServers.Server.TEMPORAL);
            case POSTGRES -> servers.pid(SeparateServers.Server.POSTGRES);
            case STORE -> servers.pid(SeparateServers.Server.STORE);
            case WORKER -> product.worker(random);
        };
    }

    private static void inflict(Fault fault, long pid) {
        switch (fault.kind()) {
            case KILL -> Signals.kill(pid);
            case PAUSE -> {
                Signals.pause(pid);
                try {
                    pause(fault.length());
                } finally {
                    Signals.resume(pid);
                }
            }
        }
    }

    private void drain(ConsistencyCheck check) {
        long began = System.nanoTime();
        while (!isAtRest(check) && System.nanoTime() - began < DRAIN_MAX.toNanos()) {
            pause(POLL);
        }
        // A workflow ends a moment after its records, and is listed as ended a moment later.
        pause(POLL.multipliedBy(5));
        out.printf(
                "Drained in %d s.%n",
                Duration.ofNanos(System.nanoTime() - began).toSeconds());
    }

    private static boolean isAtRest(ConsistencyCheck check) {
        try {
            return check.openJobs() == 0;
        } catch (SQLException stillAway) {
            return false;
        }
    }

    private static void pause(Duration time) {
        if (!time.isPositive()) {
            return;
        }
        try {
            Thread.sleep(time);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void note(String sentence) {
        out.println("        " + sentence);
    }

    @Override
    public void givenUp(String sentence) {
        out.println(sentence);
    }
}
