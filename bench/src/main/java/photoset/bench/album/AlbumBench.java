package photoset.bench.album;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import photoset.bench.load.InstalledProcesses;
import photoset.cli.client.AlbumJob;
import photoset.cli.client.Outage;
import photoset.cli.client.PhotosetClient;
import photoset.cpu.codec.ImageCodec;

/**
 * {@code bench album}: whole jobs of an album, one after the other, in an installation that runs: photos a second, CPU time
 * beside the least that a photo takes, and memory during the jobs and after them.
 */
public final class AlbumBench {
    /** A job that takes longer measures a fault. */
    private static final Duration JOB_TIME_MAX = Duration.ofMinutes(10);

    /** As {@code ./photoset run} looks at its job; each look takes the installation some CPU. */
    private static final Duration POLL = Duration.ofMillis(500);

    private static final double MEGABYTE = 1 << 20;
    private static final Map<String, Object> RULE = Map.of(
            "concepts",
            Map.of(
                    "Wall", Map.of("action", "recolor", "value", "sage"),
                    "Floor", Map.of("action", "texture", "value", "oak_a")));

    private final PrintStream out;
    private final URI url;
    private final PhotosetClient server;
    private final ImageCodec codec;

    /** Prepares a run against an installation of this machine. */
    public AlbumBench(PrintStream out, URI url, ImageCodec codec) {
        this.out = out;
        this.url = url;
        this.server = PhotosetClient.at(url);
        this.codec = codec;
    }

    /**
     * Measures and prints.
     *
     * @param photos the files of the album, JPEG
     * @param rounds how many jobs; the first is slower, while the installation warms up
     * @param rest how long memory is looked at after the last; zero for not at all
     */
    public void run(List<byte[]> photos, int rounds, Duration rest) throws IOException {
        var minimum = BareMinimum.of(photos, codec);
        out.printf(
                Locale.ROOT,
                "A photo needs %.0f ms of CPU: decoding %.0f, the network %.0f, encoding %.0f. All else is the"
                        + " job's.%n",
                minimum.sum(),
                minimum.decode(),
                minimum.network(),
                minimum.encode());
        var installed = InstalledProcesses.at(url);
        if (installed.isEmpty()) {
            out.println("CPU and memory are not measured: the installation does not run on this machine.");
        }
        out.printf("%5s %9s %9s %9s %7s %8s%n", "round", "seconds", "photos/s", "cpu ms", "cpu x", "peak MB");
        for (int round = 1; round <= rounds; round++) {
            out.printf(Locale.ROOT, "%5d ", round);
            if (installed.isPresent()) {
                watched(photos, installed.get(), minimum.sum());
            } else {
                timed(photos);
            }
            out.println();
        }
        if (installed.isPresent() && rest.isPositive()) {
            Outage.pause(rest);
            out.printf(
                    Locale.ROOT,
                    "%d s after the last job: %.0f MB%n",
                    rest.toSeconds(),
                    installed.get().residentBytes() / MEGABYTE);
        }
    }

    private void timed(List<byte[]> photos) {
        double seconds = job(photos);
        out.printf(Locale.ROOT, "%9.1f %9.2f", seconds, photos.size() / seconds);
    }

    private void watched(List<byte[]> photos, InstalledProcesses installed, double minimum) {
        try (var watch = new MemoryWatch(installed)) {
            long before = cpu(installed);
            timed(photos);
            double cpu = (double) (cpu(installed) - before) / photos.size();
            out.printf(Locale.ROOT, " %9.0f %7.2f %8.0f", cpu, cpu / minimum, watch.peak() / MEGABYTE);
        }
    }

    private static long cpu(InstalledProcesses installed) {
        return installed.cpuMillis().values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    /** Seconds from confirm to the end. */
    private double job(List<byte[]> photos) {
        var job = AlbumJob.create(server.newUser(), "interior", photos.size());
        job.uploadAll(photos);
        long began = System.nanoTime();
        Outage.outlasted(job::confirm).orRefuse();
        Outage.outlasted(() -> job.execute(RULE)).orRefuse();
        var state = job.state();
        while (!AlbumJob.isFinal(state)) {
            if (System.nanoTime() - began > JOB_TIME_MAX.toNanos()) {
                throw new IllegalStateException("A job did not end within " + JOB_TIME_MAX.toMinutes() + " minutes.");
            }
            Outage.pause(POLL);
            state = job.state();
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        if (state.path("done_items").asInt() != photos.size()) {
            throw new IllegalStateException(
                    "A job was not delivered: " + state.path("status").asString());
        }
        return seconds;
    }
}
