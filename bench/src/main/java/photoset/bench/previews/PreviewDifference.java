package photoset.bench.previews;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import photoset.bench.scenes.Scene;
import photoset.cpu.codec.DecodedPhoto;
import photoset.cpu.codec.ImageCodec;
import photoset.cpu.rendering.PhotoView;
import photoset.cpu.rendering.RenderSource;
import photoset.cpu.rendering.Renderer;
import photoset.imaging.ColorDifference;
import photoset.imaging.Downscale;
import photoset.imaging.Lab;
import photoset.imaging.LinearRgb;
import photoset.imaging.Mask;
import photoset.imaging.Raster;
import photoset.workflows.photos.PhotoFormat;
import photoset.workflows.previews.PreviewTask;
import photoset.workflows.rendering.EdgeMode;
import photoset.workflows.rendering.OutputFormat;
import photoset.workflows.rendering.RenderSpec;

/**
 * CIEDE2000 between a preview and the result made smaller, where the rule may paint; both without a watermark, whose letters
 * have other places at other sizes.
 */
record PreviewDifference(double median, double p95) {
    /** Nobody sees so little side by side. */
    static final double MEDIAN_MAX = 1;

    static final double P95_MAX = 3;

    /** The long side at which networks draw masks. */
    private static final int MASK_SIDE_PX = 512;

    private static final LinearRgb PAINT = LinearRgb.of("#8a7a64");
    private static final String PROTECTED = "Protected";

    /** Renders the scene's photo, paints it whole and as a view, and compares. */
    static PreviewDifference of(Scene scene, PreviewCase what, ImageCodec codec) {
        var renderer = new Renderer(codec, _ -> {});
        var whole = renderer.withEdges(source(scene, what), EdgeMode.REFINED);
        var spec = new RenderSpec(
                "a", List.of(what.action()), List.of(PROTECTED), OutputFormat.PNG, false, EdgeMode.REFINED, false);
        var result = Downscale.toLongSide(renderer.painted(whole, spec).shown(), PreviewTask.SIDE_PX);
        var view = PhotoView.of(whole);
        var preview = renderer.painted(view, spec).shown();
        return of(result, preview, mask(view));
    }

    private static Mask mask(RenderSource view) {
        return view.masks().getOrDefault(PreviewCase.CONCEPT, Mask.empty(1, 1));
    }

    /** A photo and its masks as a segmenter draws them: coarse, and enlarged. */
    private static RenderSource source(Scene scene, PreviewCase what) {
        var photo = scene.photo(PAINT);
        Map<String, Mask> masks =
                Map.of(PreviewCase.CONCEPT, coarse(what.mask(scene)), PROTECTED, coarse(scene.protect()));
        return new RenderSource(
                0,
                "",
                0,
                new DecodedPhoto(PhotoFormat.JPEG, photo, null, null),
                new LinearRgb(1, 1, 1),
                masks,
                new TreeMap<>(),
                Map.of(),
                "scene");
    }

    private static Mask coarse(Mask mask) {
        return Downscale.toLongSide(mask, MASK_SIDE_PX).resized(mask.width(), mask.height());
    }

    private static PreviewDifference of(Raster result, Raster preview, Mask area) {
        double[] differences = new double[result.pixels()];
        int count = 0;
        for (int i = 0; i < result.pixels(); i++) {
            if (area.at(i) > 0) {
                differences[count++] = result.same(preview, i)
                        ? 0
                        : ColorDifference.ciede2000(Lab.of(result.at(i)), Lab.of(preview.at(i)));
            }
        }
        Arrays.sort(differences, 0, count);
        return new PreviewDifference(differences[count / 2], differences[(int) (count * .95)]);
    }

    /** Whether it is what the job delivers. */
    boolean holds() {
        return median <= MEDIAN_MAX && p95 <= P95_MAX;
    }
}
