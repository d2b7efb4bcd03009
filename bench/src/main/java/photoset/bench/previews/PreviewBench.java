package photoset.bench.previews;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import photoset.bench.scenes.Scene;
import photoset.cli.client.PhotosetClient;
import photoset.cpu.codec.ImageCodec;

/** {@code bench previews}: every action as a preview beside the result made smaller, and how long a preview takes. */
public final class PreviewBench {
    /** Width to height of the scenes. */
    private static final double ASPECT = 1.5;

    private static final long SEED = 7;

    /** Below the rate limit of a minute, with the first look and what comes as 202. */
    private static final int LOOKS = 30;

    private final PrintStream out;
    private final ImageCodec codec;

    public PreviewBench(PrintStream out, ImageCodec codec) {
        this.out = out;
        this.codec = codec;
    }

    /**
     * Measures and prints.
     *
     * @param server the installation whose latency is measured; empty to measure none
     * @return whether every preview is what the job delivers
     */
    public boolean run(List<Integer> megapixels, Optional<PhotosetClient> server) {
        boolean kept = differences(megapixels, PreviewCase.all());
        server.ifPresent(running -> megapixels.forEach(size -> latency(running, size)));
        return kept;
    }

    boolean differences(List<Integer> megapixels, List<PreviewCase> cases) {
        out.println("CIEDE2000 between the preview and the result made smaller, where the rule paints.");
        out.printf("%4s %-12s %-18s %8s %8s%n", "MP", "scene", "action", "median", "p95");
        boolean kept = true;
        for (int size : megapixels) {
            for (var what : cases) {
                var scene = Scene.of(what.scene(), (int) Math.round(Math.sqrt(size * 1e6 * ASPECT)), SEED);
                var difference = PreviewDifference.of(scene, what, codec);
                kept &= difference.holds();
                out.printf(
                        Locale.ROOT,
                        "%4d %-12s %-18s %8.2f %8.2f  %s%n",
                        size,
                        what.scene().name().toLowerCase(Locale.ROOT),
                        what.name(),
                        difference.median(),
                        difference.p95(),
                        difference.holds() ? "pass" : "FAIL");
            }
        }
        out.printf(
                Locale.ROOT,
                "%s median <= %.0f, p95 <= %.0f%n",
                kept ? "pass" : "FAIL",
                PreviewDifference.MEDIAN_MAX,
                PreviewDifference.P95_MAX);
        return kept;
    }

    private void latency(PhotosetClient server, int megapixels) {
        var latency = PreviewLatency.of(server, codec, megapixels, LOOKS);
        out.printf(
                Locale.ROOT,
                "%4d MP: first look %.0f ms, next %.0f ms (median of %d; at most %.0f on two idle cores),"
                        + " decoding and encoding the view %.0f ms: %.1f times as long%n",
                megapixels,
                latency.firstMs(),
                latency.medianMs(),
                LOOKS,
                PreviewLatency.MEDIAN_MAX_MS,
                latency.codecMs(),
                latency.medianMs() / latency.codecMs());
    }
}
