package photoset.bench.previews;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import photoset.bench.speed.BenchPhoto;
import photoset.cli.client.AlbumJob;
import photoset.cli.client.ApiResponse;
import photoset.cli.client.PhotosetClient;
import photoset.cpu.codec.ImageCodec;
import photoset.imaging.Downscale;
import photoset.imaging.Raster;
import photoset.workflows.previews.PreviewTask;

/**
 * How long a running installation takes for a preview, from the call to its answer, beside the codec's decoding and encoding
 * of the same view in between: what else runs on the machine slows down both.
 *
 * @param firstMs the first look at the photo
 * @param medianMs the next looks, each in another color
 * @param codecMs median of a decoding and an encoding of the view
 */
record PreviewLatency(double firstMs, double medianMs, double codecMs) {
    /** On two idle cores. */
    static final double MEDIAN_MAX_MS = 700;

    private static final int QUALITY = 90;
    private static final int POLL_MS = 200;

    /** A run that takes longer measures a fault. */
    private static final long SEGMENTED_MAX_NANOS = 600_000_000_000L;

    /** Sends a photo, has its walls found and looks at them in as many colors. */
    static PreviewLatency of(PhotosetClient server, ImageCodec codec, int megapixels, int looks) {
        var photo = new BenchPhoto(megapixels).picture();
        var user = server.newUser();
        var job = segmented(user, codec.writeJpeg(photo, QUALITY));
        var view = codec.writeJpeg(Downscale.toLongSide(photo, PreviewTask.SIDE_PX), QUALITY);
        double first = millis(() -> look(user, job, 0));
        double[] times = new double[looks];
        double[] codecs = new double[looks];
        for (int i = 0; i < looks; i++) {
            int color = i + 1;
            codecs[i] = millis(() -> codecRound(codec, view));
            times[i] = millis(() -> look(user, job, color));
        }
        job.cancel().orRefuse();
        return new PreviewLatency(first, median(times), median(codecs));
    }

    private static void codecRound(ImageCodec codec, byte[] view) {
        Raster pixels = codec.read(view).pixels();
        codec.writeJpeg(pixels, QUALITY);
    }

    private static AlbumJob segmented(PhotosetClient user, byte[] photo) {
        var job = AlbumJob.create(user, "interior", 1);
        job.uploadAll(List.of(photo));
        job.confirm().orRefuse();
        user.post(job.path("/segment"), Map.of("concepts", List.of("Wall"))).orRefuse();
        long end = System.nanoTime() + SEGMENTED_MAX_NANOS;
        while (!job.state().at("/segmentation/status").asString("").equals("done")) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("The photo was not segmented in time.");
            }
            pause();
        }
        return job;
    }

    /** A call that does not wait long enough is repeated, and the whole wait counts. */
    private static void look(PhotosetClient user, AlbumJob job, int color) {
        var recolor = Map.of("action", "recolor", "value", "#%06x".formatted(0x7f9f88 + color));
        var body = Map.of("idx", 0, "concepts", Map.of("Wall", recolor), "protect", List.of());
        ApiResponse answer = user.post(job.path("/previews"), body);
        while (answer.status() == 202) {
            pause();
            answer = user.post(job.path("/previews"), body);
        }
        answer.orRefuse();
    }

    private static double millis(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e6;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static void pause() {
        try {
            Thread.sleep(POLL_MS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", stop);
        }
    }
}
