package photoset.bench.speed;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import photoset.cli.render.InstalledCodec;
import photoset.cli.segment.PhotoSegmenter;
import photoset.cli.segment.SegmentOrder;
import photoset.workflows.rendering.OutputFormat;
import photoset.workflows.segmentation.Concept;

/** How long {@code ./photoset segment} takes for one photo with the bundled model: photo file in, mask files out. */
final class MaskBench {
    private static final SegmentOrder SURFACES = new SegmentOrder(
            "interior",
            Stream.of("Wall", "Floor", "Ceiling")
                    .map(name -> new Concept(name, name, Concept.Kind.STUFF))
                    .toList(),
            List.of());

    /** An album of the largest size, 200 photos, is then looked at in less than two minutes on the smallest machine. */
    private static final int AIM_MS = 500;

    /** Whatever the environment says, what is measured is the model that everybody has. */
    private static final Map<String, String> BUNDLED = Map.of();

    private final PrintStream out;
    private final SpeedBench.Rounds rounds;

    MaskBench(PrintStream out, SpeedBench.Rounds rounds) {
        this.out = out;
        this.rounds = rounds;
    }

    void run(List<Integer> megapixels) throws IOException {
        out.println();
        out.printf(
                "Masks of wall, floor and ceiling by the bundled model, from file to files, on %d cores (aim %d ms at 2 MP).%n",
                Runtime.getRuntime().availableProcessors(), AIM_MS);
        out.printf("%4s %10s %10s%n", "MP", "median ms", "fastest ms");
        var folder = Files.createTempDirectory("photoset-bench");
        try (var segmenter = new PhotoSegmenter(BUNDLED)) {
            for (int size : megapixels) {
                measure(size, segmenter, folder);
            }
        } finally {
            delete(folder);
        }
    }

    private void measure(int size, PhotoSegmenter segmenter, Path folder) throws IOException {
        var photo = folder.resolve("photo.jpg");
        Files.write(photo, InstalledCodec.find().write(new BenchPhoto(size).picture(), OutputFormat.JPEG));
        double[] took = new double[rounds.measured()];
        for (int round = -rounds.warmUps(); round < took.length; round++) {
            long began = System.nanoTime();
            segmenter.segment(photo, SURFACES, folder);
            if (round >= 0) {
                took[round] = (System.nanoTime() - began) / 1e6;
            }
        }
        Arrays.sort(took);
        out.printf("%4d %10.0f %10.0f%n", size, took[took.length / 2], took[0]);
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
