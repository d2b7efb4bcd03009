package photoset.bench.products;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import photoset.cpu.codec.DecodedPhoto;
import photoset.cpu.codec.ImageCodecs;
import photoset.cpu.rendering.RenderSource;
import photoset.cpu.rendering.Renderer;
import photoset.imaging.ColorDifference;
import photoset.imaging.Lab;
import photoset.imaging.LinearRgb;
import photoset.imaging.Mask;
import photoset.imaging.Raster;
import photoset.imaging.regions.BitMask;
import photoset.workflows.photos.PhotoFormat;
import photoset.workflows.rendering.EdgeMode;
import photoset.workflows.rendering.OutputFormat;
import photoset.workflows.rendering.RenderSpec;
import photoset.workflows.rendering.ResolvedAction.Recolor;

/**
 * What becomes of a protected text when the product that it is printed on gets another color.
 *
 * @param ink the largest change of a pixel that is all ink (CIEDE2000)
 * @param ground the share of the pixels of the print's mask beyond {@link #NEAR_PX} from ink that kept the old color
 * @param inks how many pixels are all ink
 * @param grounds how many are ground
 */
public record PrintFigures(double ink, double ground, int inks, int grounds) {
    /** How far from ink the old ground may be left, in pixels. */
    static final int NEAR_PX = 2;

    private static final LinearRgb OLD = LinearRgb.of("#d8cfc0");
    private static final String BLUE = "#2f5fae";

    /** Of a product in a light paint that becomes blue. */
    public static PrintFigures of(ProductScene scene) {
        var photo = scene.photo(OLD);
        var result = painted(scene, photo);
        var ink = scene.ink();
        var label = scene.label();
        var near = grown(ink);
        double most = 0;
        int inks = 0;
        int grounds = 0;
        int kept = 0;
        for (int pixel = 0; pixel < photo.pixels(); pixel++) {
            if (ink.at(pixel) == 255) {
                inks++;
                most = Math.max(most, difference(photo, result, pixel));
            } else if (label.at(pixel) == 255 && !near.has(pixel)) {
                grounds++;
                kept += isBlue(result.at(pixel)) ? 0 : 1;
            }
        }
        return new PrintFigures(most, grounds == 0 ? 0 : (double) kept / grounds, inks, grounds);
    }

    private static boolean isBlue(LinearRgb color) {
        return color.blue() > 2 * color.red();
    }

    static Raster painted(ProductScene scene, Raster photo) {
        var source = new RenderSource(
                0,
                "",
                0,
                new DecodedPhoto(PhotoFormat.PNG, photo, null, null),
                new LinearRgb(1, 1, 1),
                Map.of("Body", scene.body(), "Label_Text", scene.label()),
                new TreeMap<>(),
                Map.of(),
                "truth");
        var spec = new RenderSpec(
                "a",
                List.of(new Recolor("Body", BLUE, 1)),
                List.of("Label_Text"),
                OutputFormat.PNG,
                false,
                EdgeMode.AS_IS,
                false);
        return new Renderer(ImageCodecs.find(null), step -> {})
                .painted(source, spec)
                .picture();
    }

    private static double difference(Raster one, Raster other, int pixel) {
        return ColorDifference.ciede2000(Lab.of(one.at(pixel)), Lab.of(other.at(pixel)));
    }

    private static BitMask grown(Mask mask) {
        var some = new BitMask(mask.width(), mask.height());
        for (int i = 0; i < mask.levels().length; i++) {
            if (mask.at(i) > 0) {
                some.add(i);
            }
        }
        return some.grown(NEAR_PX);
    }
}
