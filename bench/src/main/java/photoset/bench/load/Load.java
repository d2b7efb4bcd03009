package photoset.bench.load;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import photoset.cli.client.PhotosetClient;

/**
 * Sends many jobs of one photo, some at once, each from create to its end.
 *
 * @param url where the installation is, whose CPU is counted if it runs on this machine
 * @param jobs how many in all
 * @param atOnce how many in flight
 */
public record Load(URI url, PhotosetClient server, int jobs, int atOnce) {
    /** A run that takes longer measures a fault, not a rate. */
    private static final Duration RUN_TIME_MAX = Duration.ofMinutes(10);

    /** Runs the load. */
    public LoadReport run() {
        var timings = new Timings();
        var delivered = new AtomicInteger();
        var failures = new ConcurrentHashMap<String, Integer>();
        var installed = InstalledProcesses.at(url);
        var cpuBefore = installed.map(InstalledProcesses::cpuMillis).orElseGet(Map::of);
        long began = System.nanoTime();
        var left = new AtomicInteger(jobs);
        try (var clients =
                Executors.newThreadPerTaskExecutor(Thread.ofPlatform().factory())) {
            for (int i = 0; i < atOnce; i++) {
                var client = new OneClient(server, timings);
                clients.execute(() -> {
                    while (left.getAndDecrement() > 0 && System.nanoTime() - began < RUN_TIME_MAX.toNanos()) {
                        client.runJob()
                                .ifPresentOrElse(
                                        failure -> failures.merge(failure, 1, Integer::sum),
                                        delivered::incrementAndGet);
                    }
                });
            }
        }
        var took = Duration.ofNanos(System.nanoTime() - began);
        return new LoadReport(
                jobs,
                atOnce,
                delivered.get(),
                took.toMillis() / 1e3,
                timings.calls(),
                installed
                        .map(then -> perJob(then.cpuMillis(), cpuBefore, delivered.get()))
                        .orElseGet(Map::of),
                new TreeMap<>(failures));
    }

    private static Map<String, Double> perJob(Map<String, Long> now, Map<String, Long> before, int delivered) {
        var costs = new TreeMap<String, Double>();
        if (delivered > 0) {
            now.forEach((program, millis) ->
                    costs.put(program, (double) (millis - before.getOrDefault(program, 0L)) / delivered));
        }
        return costs;
    }
}
