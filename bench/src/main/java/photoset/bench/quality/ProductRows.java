package photoset.bench.quality;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import photoset.bench.products.CoarseMask;
import photoset.bench.products.ContourFigures;
import photoset.bench.products.Ground;
import photoset.bench.products.GroundFigures;
import photoset.bench.products.Print;
import photoset.bench.products.PrintFigures;
import photoset.bench.products.ProductScene;
import photoset.bench.products.ProductScene.Shape;
import photoset.cpu.edges.Outlined;
import photoset.cpu.edges.Refinement;
import photoset.imaging.LinearRgb;

/** The rows on products: new grounds, contours and what is printed. */
final class ProductRows {
    /** The share of the pixels of a new ground beyond product and shadow that have its value exactly. */
    private static final double EXACT_MIN = .99;

    /** The shadow on it beside the product's own, median (CIEDE2000). */
    private static final double SHADOW_MAX = 3;

    /** How far a contour is from the true one, 95th percentile, in pixels of a photo of 1.2 MP. */
    private static final double CONTOUR_MAX = 1;

    private static final int CONTOUR_WIDTH = 1280;

    /** Of a protected print (CIEDE2000). */
    private static final double INK_MAX = 2;

    private static final LinearRgb CREAM = LinearRgb.of("#d8cfc0");
    private static final LinearRgb WOOD = new LinearRgb(.48f, .37f, .26f);
    private static final LinearRgb WHITE = new LinearRgb(1, 1, 1);
    private static final long SEED = 7;

    private final int width;
    private final QualityReport report;
    private final PictureFolder pictures;

    ProductRows(int width, QualityReport report, PictureFolder pictures) {
        this.width = width;
        this.report = report;
        this.pictures = pictures;
    }

    /** Prints them; whether every limit was kept. */
    boolean areKept() throws IOException {
        boolean kept = true;
        for (var ground : Ground.values()) {
            kept &= ground(ground);
        }
        kept &= contour(ProductScene.of(Ground.CLOTH, Shape.CAN, Print.NONE, CONTOUR_WIDTH), CREAM, "can on a cloth");
        // Nearly the ground's color.
        kept &= contour(
                ProductScene.of(Ground.BOARDS, Shape.CARTON, Print.NONE, CONTOUR_WIDTH), WOOD, "wood on boards");
        for (var shape : Shape.values()) {
            kept &= print(shape);
        }
        return kept;
    }

    private boolean ground(Ground ground) throws IOException {
        var scene = ProductScene.of(ground, Shape.CARTON, Print.NONE, width);
        var photo = scene.photo(CREAM);
        var result = GroundFigures.onNewGround(scene, photo, WHITE, 1);
        var figures = GroundFigures.of(scene, result, WHITE);
        var name = "ground-" + ground.name().toLowerCase(Locale.ROOT);
        pictures.keep(name + "-photo", photo);
        pictures.keep(name + "-result", result);
        boolean good = figures.exact() >= EXACT_MIN && figures.shadow() <= SHADOW_MAX;
        report.line(
                good,
                "%-6s %-36s >= %.2f, <= %.2f".formatted("ground", name + ": even, shadow", EXACT_MIN, SHADOW_MAX),
                "%.4f, %.2f".formatted(figures.exact(), figures.shadow()));
        return good;
    }

    private boolean contour(ProductScene scene, LinearRgb paint, String name) {
        var truth = scene.body();
        var coarse = CoarseMask.of(truth, SEED);
        var fine = Refinement.refined(scene.photo(paint), List.of(coarse), Map.of(coarse, Outlined.THING))
                .getFirst();
        var before = ContourFigures.of(coarse, truth);
        var after = ContourFigures.of(fine, truth);
        boolean good = after.p95() <= CONTOUR_MAX;
        report.line(
                good,
                "%-6s %-36s <= %.2f".formatted("edge", name + ": p95 off, px", CONTOUR_MAX),
                "%.2f (as found %.2f)".formatted(after.p95(), before.p95()));
        return good;
    }

    private boolean print(Shape shape) {
        var figures = PrintFigures.of(ProductScene.of(Ground.PLAIN, shape, Print.INK, width));
        boolean good = figures.ink() <= INK_MAX && figures.ground() == 0;
        report.line(
                good,
                "%-6s %-36s <= %.2f, 0"
                        .formatted(
                                "print", shape.name().toLowerCase(Locale.ROOT) + ": ink changed, old ground", INK_MAX),
                "%.2f, %.4f".formatted(figures.ink(), figures.ground()));
        return good;
    }
}
