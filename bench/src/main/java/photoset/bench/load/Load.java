package photoset.bench.load;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import photoset.cli.client.PhotosetClient;

/**
 * Sends many jobs of one photo, some at once, each from create to its end.
 *
 * @param jobs how many in all
 * @param atOnce how many in flight
 */
public record Load(PhotosetClient server, int jobs, int atOnce, PrintStream out) {
    /** A run that takes longer measures a fault, not a rate. */
    private static final Duration RUN_TIME_MAX = Duration.ofMinutes(10);

    /**
     * Runs the load and prints the figures.
     *
     * @return how many jobs were delivered
     */
    public int run() {
        var timings = new Timings();
        var delivered = new AtomicInteger();
        var failures = new ConcurrentHashMap<String, Integer>();
        var clock = CpuClock.find();
        var cpuBefore = clock.map(CpuClock::millis).orElseGet(Map::of);
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
        print(timings, delivered.get(), took);
        new TreeMap<>(failures).forEach((failure, count) -> out.printf("  %d jobs failed: %s%n", count, failure));
        printCpu(clock, cpuBefore, delivered.get());
        return delivered.get();
    }

    private void print(Timings timings, int delivered, Duration took) {
        out.printf(
                "%d of %d jobs, %d at once, in %.1f s: %.0f jobs a minute%n",
                delivered, jobs, atOnce, took.toMillis() / 1e3, delivered * 60_000.0 / took.toMillis());
        timings.print(out);
    }

    private void printCpu(Optional<CpuClock> clock, Map<String, Long> before, int delivered) {
        if (clock.isEmpty() || delivered == 0) {
            out.println("  CPU: not measured; no ./photoset up runs on this machine.");
            return;
        }
        clock.get()
                .millis()
                .forEach((program, millis) -> out.printf(
                        "  CPU %-12s %8.1f ms a job%n",
                        program, (double) (millis - before.getOrDefault(program, 0L)) / delivered));
    }
}
