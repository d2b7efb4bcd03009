package photoset.bench.load;

import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
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

    /** The figures by kind. */
    Map<String, LoadReport.Call> calls() {
        var calls = new TreeMap<String, LoadReport.Call>();
        nanosByKind.forEach((kind, nanos) -> {
            var sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
            calls.put(kind, new LoadReport.Call(sorted.length, millis(sorted, 50), millis(sorted, 99)));
        });
        return calls;
    }

    /** The smallest time that so many percent of the calls did not exceed. */
    static double millis(long[] sortedNanos, int percent) {
        int rank = (int) Math.ceil(percent / 100.0 * sortedNanos.length);
        return sortedNanos[Math.max(0, rank - 1)] / 1e6;
    }
}
