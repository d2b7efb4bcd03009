package photoset.bench.gpu;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import photoset.bench.gpu.BenchPhotos.Photo;
import photoset.cli.render.InstalledCodec;
import photoset.gpu.sam3.MaskRenderer;
import photoset.gpu.sam3.Sam3Model;
import photoset.gpu.sam3.engine.Prompt;
import photoset.gpu.segmentation.ImageDecoder;
import photoset.imaging.png.GreyPng;

/** An album through the worker's slots: photos a second and how much of the time the device had work. */
final class Throughput {
    private static final int CONCEPTS = 4;
    private static final float THRESHOLD = .5f;

    private final PrintStream out;
    private final Sam3Model model;
    private final int slots;

    Throughput(PrintStream out, Sam3Model model, int slots) {
        this.out = out;
        this.model = model;
        this.slots = slots;
    }

    void run(Photo photo, int photos) throws IOException {
        var codec = InstalledCodec.find();
        byte[] view = photo.view(codec);
        var pixels = photo.pixels(codec);
        var concepts = BenchPrompts.first(CONCEPTS);
        Callable<Integer> one = () -> {
            var answers = model.find(
                    ImageDecoder.decoded(view),
                    concepts.stream()
                            .map(concept -> Prompt.of(concept.prompt()))
                            .toList(),
                    _ -> {});
            var drawing = new MaskRenderer(concepts, answers, THRESHOLD);
            return concepts.stream()
                    .map(concept -> drawing.concept(concept, pixels.width(), pixels.height())
                            .mask())
                    .mapToInt(mask -> GreyPng.encode(mask).length)
                    .sum();
        };
        long busyBefore = model.busyNanos();
        long start = System.nanoTime();
        all(Stream.generate(() -> one).limit(photos).toList());
        double seconds = (System.nanoTime() - start) / 1e9;
        double busy = (model.busyNanos() - busyBefore) / 1e9;
        out.printf(
                "%n%d photos of %d MP with %d concepts, %d in work at once, masks written as PNG: %.1f photos/s, the device's"
                        + " thread busy %.0f %%%n",
                photos, photo.megapixels(), CONCEPTS, slots, photos / seconds, 100 * busy / seconds);
    }

    /** Platform threads: they decode, draw and deflate. */
    private void all(List<Callable<Integer>> work) throws IOException {
        try (var threads = Executors.newFixedThreadPool(slots)) {
            for (var done : threads.invokeAll(work)) {
                done.get();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("The benchmark was interrupted.", stopped);
        } catch (ExecutionException failed) {
            throw new IOException("A photo of the album failed.", failed.getCause());
        }
    }
}
