package photoset.bench.gpu;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import photoset.gpu.sam3.Sam3Model;
import photoset.gpu.sam3.files.ModelPackage;
import photoset.gpu.torch.Processor;
import photoset.gpu.torch.Processor.Device;

/**
 * Measures a model package: throughput of an album with the device's busy share, latency by stage for photos of some sizes
 * and some numbers of concepts, and the same photo and concepts by the Python reference in the same run.
 */
public final class GpuBench {
    private final PrintStream out;
    private final Plan plan;

    public GpuBench(PrintStream out, Plan plan) {
        this.out = out;
        this.plan = plan;
    }

    /**
     * What is measured.
     *
     * @param model a folder with a model package
     * @param megapixels sizes of photos
     * @param concepts numbers of concepts asked for at once
     * @param rounds how often each combination is measured
     * @param photos of the album
     * @param slots photos in work at once
     * @param python what runs the reference, if it is to run
     */
    public record Plan(
            Path model,
            List<Integer> megapixels,
            List<Integer> concepts,
            int rounds,
            int photos,
            int slots,
            Optional<PythonReference> python) {}

    /**
     * Measures and prints.
     *
     * @throws IOException if the package cannot be used or the reference fails; the message says why
     */
    public void run() throws IOException {
        var manifest = ModelPackage.open(plan.model()).manifest();
        var device = Device.valueOf(manifest.device().toUpperCase(Locale.ROOT));
        var folder = Files.createTempDirectory("photoset-bench");
        try (var model = Sam3Model.open(
                plan.model(), new Processor(device, Processor.cpu().threads()))) {
            out.printf(
                    "%s, %s on %s, %d x %d pixels%s%n",
                    manifest.label(),
                    manifest.dtype(),
                    manifest.device(),
                    manifest.inputSide(),
                    manifest.inputSide(),
                    manifest.source().kind().equals("checkpoint") ? "" : "; random weights: times only");
            var photos = new BenchPhotos(folder);
            var album = new Throughput(out, model, plan.slots());
            // First, since from the latencies on the model waits after each stage.
            album.run(photos.of(plan.megapixels()).getFirst(), plan.photos());
            var latency = new Latency(out, model, plan.rounds());
            latency.run(photos.of(plan.megapixels()), plan.concepts());
            if (plan.python().isPresent()) {
                plan.python()
                        .get()
                        .compare(out, plan, photos.of(plan.megapixels()).getFirst(), latency);
            } else {
                out.println("The Python reference was not asked for (--python PYTHON).");
            }
        } finally {
            BenchPhotos.delete(folder);
        }
    }
}
