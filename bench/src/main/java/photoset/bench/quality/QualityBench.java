package photoset.bench.quality;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import photoset.bench.quality.Limit.Case;
import photoset.bench.scenes.Scene;
import photoset.bench.scenes.SceneKind;

/** Repaints every scene in every pair of paints and prints one table: the product beside two simpler ways to paint. */
public final class QualityBench {
    /** At 450 x 300 an edge is as sharp as in a photo, and a full run stays within a minute. */
    public static final int WIDTH = 450;

    /** The largest standard deviation of a surface's colour over an album that looks like one paint (CIEDE2000). */
    private static final double ALBUM_MAX = 1.5;

    private static final long SEED = 7;

    private final int width;
    private final QualityReport report;
    private final PictureFolder pictures;

    /**
     * Makes a bench.
     *
     * @param width of the scenes, in pixels
     * @param folder where photos, truths and results are kept as PNG; null to keep nothing
     */
    public QualityBench(int width, PrintStream out, @Nullable Path folder) {
        this.width = width;
        this.report = new QualityReport(out);
        this.pictures = new PictureFolder(folder);
    }

    /** Runs everything; whether every limit was kept. */
    public boolean run() throws IOException {
        return run(
                List.of(SceneKind.WALL, SceneKind.SATIN_WALL, SceneKind.FLOOR, SceneKind.PRODUCT),
                List.of(Repaint.values()));
    }

    boolean run(List<SceneKind> kinds, List<Repaint> repaints) throws IOException {
        report.head();
        for (var kind : kinds) {
            var scene = Scene.of(kind, width, SEED);
            for (var repaint : repaints) {
                measure(scene, new Case(kind, repaint));
            }
        }
        for (var kind : List.of(SceneKind.SHARP_SHADOW, SceneKind.SOFT_SHADOW)) {
            measure(Scene.of(kind, width, SEED), new Case(kind, Repaint.WHITE_TO_SAGE));
        }
        boolean kept = report.summary();
        double deviation = new AlbumScenes(width, pictures).deviation();
        report.line(
                deviation <= ALBUM_MAX,
                "%-6s %-36s <= %.2f".formatted("album", "one room in five lights, std", ALBUM_MAX),
                "%.2f".formatted(deviation));
        boolean productsKept = new ProductRows(width, report, pictures).areKept();
        return kept && deviation <= ALBUM_MAX && productsKept;
    }

    private void measure(Scene scene, Case what) throws IOException {
        var measurement = new Measurement(scene, Zones.of(scene), what.repaint());
        var photo = measurement.photo();
        var result = Painting.paint(scene, photo, what);
        var target = Painting.target(scene, photo, what.repaint());
        var name = what.words().replaceAll("\\W+", "-");
        pictures.keep(name + "-photo", photo);
        pictures.keep(name + "-truth", measurement.truth());
        pictures.keep(name + "-result", result);
        var others = new EnumMap<Baseline, Map<Figure, Double>>(Baseline.class);
        for (var baseline : Baseline.values()) {
            var picture = baseline.paint(photo, scene.mask(), target);
            pictures.keep(name + "-" + baseline.title(), picture);
            others.put(baseline, measurement.differencesOf(picture));
        }
        report.row(what, measurement.of(result), others);
    }
}
