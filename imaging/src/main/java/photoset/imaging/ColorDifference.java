package photoset.imaging;

/**
 * CIEDE2000, with the names and conventions of Sharma, Wu, Dalal: The CIEDE2000 color-difference formula (2005). 1 is
 * about what an eye can just tell apart.
 */
public final class ColorDifference {
    private static final double POW25_7 = Math.pow(25, 7);

    private ColorDifference() {}

    /** The difference of two colours, with all weights 1. */
    public static double ciede2000(Lab first, Lab second) {
        double meanC = (length(first.a(), first.b()) + length(second.a(), second.b())) / 2;
        double g = .5 * (1 - chromaShare(meanC));
        double a1 = (1 + g) * first.a();
        double a2 = (1 + g) * second.a();
        double c1 = length(a1, first.b());
        double c2 = length(a2, second.b());
        double h1 = hue(a1, first.b());
        double h2 = hue(a2, second.b());
        boolean grey = c1 * c2 == 0;
        double deltaH = grey ? 0 : 2 * Math.sqrt(c1 * c2) * Math.sin(Math.toRadians(turn(h2 - h1)) / 2);
        return combine(
                second.l() - first.l(),
                c2 - c1,
                deltaH,
                new Middle((first.l() + second.l()) / 2, (c1 + c2) / 2, grey ? h1 + h2 : meanHue(h1, h2)));
    }

    /** Not {@link Math#hypot}, which guards against overflow at twenty times the price. */
    private static double length(double a, double b) {
        return Math.sqrt(a * a + b * b);
    }

    private record Middle(double lightness, double chroma, double hue) {}

    private static double combine(double deltaL, double deltaC, double deltaH, Middle middle) {
        double hue = middle.hue();
        double t = 1 - .17 * cos(hue - 30) + .24 * cos(2 * hue) + .32 * cos(3 * hue + 6) - .20 * cos(4 * hue - 63);
        double turn = 30 * Math.exp(-Math.pow((hue - 275) / 25, 2));
        double l50 = Math.pow(middle.lightness() - 50, 2);
        double l = deltaL / (1 + .015 * l50 / Math.sqrt(20 + l50));
        double c = deltaC / (1 + .045 * middle.chroma());
        double h = deltaH / (1 + .015 * middle.chroma() * t);
        double rotation = -Math.sin(Math.toRadians(2 * turn)) * 2 * chromaShare(middle.chroma());
        return Math.sqrt(l * l + c * c + h * h + rotation * c * h);
    }

    private static double chromaShare(double chroma) {
        double pow7 = Math.pow(chroma, 7);
        return Math.sqrt(pow7 / (pow7 + POW25_7));
    }

    private static double hue(double a, double b) {
        double degrees = Math.toDegrees(Math.atan2(b, a));
        return degrees < 0 ? degrees + 360 : degrees;
    }

    private static double turn(double degrees) {
        if (degrees > 180) {
            return degrees - 360;
        }
        return degrees < -180 ? degrees + 360 : degrees;
    }

    private static double meanHue(double h1, double h2) {
        double sum = h1 + h2;
        if (Math.abs(h1 - h2) <= 180) {
            return sum / 2;
        }
        return sum < 360 ? (sum + 360) / 2 : (sum - 360) / 2;
    }

    private static double cos(double degrees) {
        return Math.cos(Math.toRadians(degrees));
    }
}
