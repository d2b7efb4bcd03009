package photoset.bench.load;

import java.io.PrintStream;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Supplier;

/** How long each kind of call took. Safe to use from many threads. */
final class Timings {
    private final ConcurrentSkipListMap<String, Queue<Long>> nanosByKind = new ConcurrentSkipListMap<>();

    /** Makes a call and notes its time, whether it succeeds or not. */
    <T> T time(String kind, Supplier<T> call) {
        long began = System.nanoTime();
        try {
            return call.get();
        } finally {
            nanosByKind
                    .computeIfAbsent(kind, fresh -> new ConcurrentLinkedQueue<>())
                    .add(System.nanoTime() - began);
        }
    }

    /** Prints one line for each kind. */
    void print(PrintStream out) {
        out.printf("  %-16s %8s %10s %10s%n", "call", "count", "p50 ms", "p99 ms");
        nanosByKind.forEach((kind, nanos) -> {
            var sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
            out.printf("  %-16s %8d %10.1f %10.1f%n", kind, sorted.length, millis(sorted, 50), millis(sorted, 99));
        });
    }

    /** The smallest time that so many percent of the calls did not exceed. */
    static double millis(long[] sortedNanos, int percent) {
        int rank = (int) Math.ceil(percent / 100.0 * sortedNanos.length);
        return sortedNanos[Math.max(0, rank - 1)] / 1e6;
    }
}
