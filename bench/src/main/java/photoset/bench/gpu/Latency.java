package photoset.bench.gpu;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import photoset.bench.gpu.BenchPhotos.Photo;
import photoset.cli.render.InstalledCodec;
import photoset.cpu.codec.ImageCodec;
import photoset.cpu.edges.Refinement;
import photoset.gpu.sam3.MaskRenderer;
import photoset.gpu.sam3.Sam3Model;
import photoset.gpu.sam3.engine.Prompt;
import photoset.gpu.sam3.engine.StageTimes;
import photoset.gpu.sam3.engine.StageTimes.Stage;
import photoset.gpu.segmentation.ImageDecoder;
import photoset.workflows.segmentation.Concept;

/** One photo after the other: how long each stage takes, and the model in all. */
final class Latency {
    /** With random weights nearly everything scores above it, which is the most work there can be. */
    private static final float THRESHOLD = .5f;

    private static final String HEAD =
            "  MP concepts         decode   upload   vision     text  decoder download    model     draw   refine";

    private final PrintStream out;
    private final Sam3Model model;
    private final int rounds;
    private final StageTimes times;
    private final ImageCodec codec = InstalledCodec.find();
    private final Map<List<Integer>, Double> modelMillis = new HashMap<>();

    Latency(PrintStream out, Sam3Model model, int rounds) {
        this.out = out;
        this.model = model;
        this.rounds = rounds;
        this.times = model.measured();
    }

    /** What is told apart, in the order of the columns. */
    private enum Column {
        DECODE,
        UPLOAD,
        VISION,
        TEXT,
        DECODER,
        DOWNLOAD,
        MODEL,
        DRAW,
        REFINE
    }

    void run(List<Photo> photos, List<Integer> counts) throws IOException {
        out.println();
        out.println(
                "One photo at a time, ms; texts are known after the first round. decode: the worker reads the view and");
        out.println("scales it. draw: masks at the photo's size. refine: to the photo's edges, by the CPU worker.");
        out.println(HEAD);
        for (var photo : photos) {
            for (int count : counts) {
                print(photo, count, measured(photo, BenchPrompts.first(count)));
            }
        }
    }

    /** Median of the model's time for one photo, in milliseconds. */
    double model(Photo photo, int concepts) {
        return modelMillis.getOrDefault(List.of(photo.megapixels(), concepts), Double.NaN);
    }

    private List<Map<Column, Long>> measured(Photo photo, List<Concept> concepts) throws IOException {
        byte[] view = photo.view(codec);
        var pixels = photo.pixels(codec);
        var all = new ArrayList<Map<Column, Long>>();
        for (int round = -1; round < rounds; round++) {
            var nanos = new EnumMap<Column, Long>(Column.class);
            times.taken();
            long start = System.nanoTime();
            var picture = ImageDecoder.decoded(view);
            var scaled = new long[1];
            var answers = model.find(
                    picture,
                    concepts.stream()
                            .map(concept -> Prompt.of(concept.prompt()))
                            .toList(),
                    step -> scaled[0] = step.equals("scaled") ? System.nanoTime() : scaled[0]);
            long found = System.nanoTime();
            nanos.put(Column.DECODE, scaled[0] - start);
            nanos.put(Column.MODEL, found - scaled[0]);
            stages(nanos);
            var drawing = new MaskRenderer(concepts, answers, THRESHOLD);
            var masks = concepts.stream()
                    .map(concept -> drawing.concept(concept, pixels.width(), pixels.height())
                            .mask())
                    .toList();
            long drawn = System.nanoTime();
            nanos.put(Column.DRAW, drawn - found);
            Refinement.refined(pixels, masks);
            nanos.put(Column.REFINE, System.nanoTime() - drawn);
            if (round >= 0) {
                all.add(nanos);
            }
        }
        return all;
    }

    private void stages(Map<Column, Long> nanos) {
        var taken = times.taken();
        for (var stage : Stage.values()) {
            nanos.put(Column.valueOf(stage.name()), taken.get(stage));
        }
    }

    private void print(Photo photo, int count, List<Map<Column, Long>> rows) {
        modelMillis.put(List.of(photo.megapixels(), count), percentile(rows, Column.MODEL, 50));
        for (int percent : new int[] {50, 99}) {
            var line = new StringBuilder("%4d %8d  p%d".formatted(photo.megapixels(), count, percent));
            for (var column : Column.values()) {
                line.append("%9.2f".formatted(percentile(rows, column, percent)));
            }
            out.println(line);
        }
    }

    private static double percentile(List<Map<Column, Long>> rows, Column column, int percent) {
        var sorted = rows.stream().mapToLong(row -> row.get(column)).sorted().toArray();
        int rank = (int) Math.ceil(percent / 100.0 * sorted.length);
        return sorted[Math.max(0, rank - 1)] / 1e6;
    }
}
