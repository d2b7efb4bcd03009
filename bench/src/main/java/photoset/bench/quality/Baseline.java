package photoset.bench.quality;

import photoset.imaging.Lab;
import photoset.imaging.LinearRgb;
import photoset.imaging.Mask;
import photoset.imaging.Raster;
import photoset.imaging.Srgb;

/** The ways to paint that a recolor has to beat. Neither knows of protected areas. */
enum Baseline {
    /** The wanted colour laid over the mask. */
    FLAT("flat") {
        @Override
        LinearRgb paint(LinearRgb now, LinearRgb target) {
            return target;
        }
    },
    /** Every pixel keeps its L* and gets the wanted a* and b*: the "colour" blend of picture editors. */
    KEEP_LIGHTNESS("keep-L") {
        @Override
        LinearRgb paint(LinearRgb now, LinearRgb target) {
            var wanted = Lab.of(target);
            return linear(new Lab(Lab.of(now).l(), wanted.a(), wanted.b()));
        }
    };

    private static final double KNEE = 6.0 / 29;

    private final String title;

    Baseline(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    abstract LinearRgb paint(LinearRgb now, LinearRgb target);

    Raster paint(Raster photo, Mask mask, LinearRgb target) {
        var picture = photo.copy();
        for (int i = 0; i < photo.pixels(); i++) {
            if (mask.at(i) > 0) {
                var now = photo.at(i);
                var wanted = paint(now, target);
                float share = mask.at(i) / 255f;
                put(picture, i * 3, now.red() + share * (wanted.red() - now.red()));
                put(picture, i * 3 + 1, now.green() + share * (wanted.green() - now.green()));
                put(picture, i * 3 + 2, now.blue() + share * (wanted.blue() - now.blue()));
            }
        }
        return picture;
    }

    private static void put(Raster picture, int at, float light) {
        picture.rgb()[at] = Srgb.toByte(light);
    }

    /** The way back from L*a*b*, white D65. */
    private static LinearRgb linear(Lab lab) {
        double fy = (lab.l() + 16) / 116;
        double x = .9504700 * cube(fy + lab.a() / 500);
        double y = cube(fy);
        double z = 1.0888300 * cube(fy - lab.b() / 200);
        return new LinearRgb(
                (float) (3.2404542 * x - 1.5371385 * y - .4985314 * z),
                (float) (-.9692660 * x + 1.8760108 * y + .0415560 * z),
                (float) (.0556434 * x - .2040259 * y + 1.0572252 * z));
    }

    private static double cube(double f) {
        return f > KNEE ? f * f * f : 3 * KNEE * KNEE * (f - 4.0 / 29);
    }
}
