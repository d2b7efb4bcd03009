package photoset.imaging;

/**
 * CIEDE2000, with the names and conventions of Sharma, Wu, Dalal: The CIEDE2000 color-difference formula (2005). 1 is
 * about what an eye can just tell apart.
 */
public final class ColorDifference {
    private static final double POW25_7 = Math.pow(25, 7);

    /** Hues that are opposite to a thousandth of a radian have no middle but that of their numbers. */
    private static final double OPPOSITE = 1e-6;

    private static final Hue AT_30 = new Hue(cos(30), sin(30));
    private static final Hue AT_63 = new Hue(cos(63), sin(63));
    private static final Hue AT_275 = new Hue(cos(275), sin(275));
    private static final Hue AT_MINUS_6 = new Hue(cos(-6), sin(-6));

    /** Eighty-five degrees off, where the turn is less than .0003 degrees. */
    private static final double FAR_FROM_BLUE = cos(85);

    private ColorDifference() {}

    /** The difference of two colours, with all weights 1. */
    public static double ciede2000(Lab first, Lab second) {
        double meanC = (length(first.a(), first.b()) + length(second.a(), second.b())) / 2;
        double g = .5 * (1 - chromaShare(meanC));
        double a1 = (1 + g) * first.a();
        double a2 = (1 + g) * second.a();
        double c1 = length(a1, first.b());
        double c2 = length(a2, second.b());
        double crossed = a1 * second.b() - a2 * first.b();
        double together = c1 * c2 + a1 * a2 + first.b() * second.b();
        var middle = new Middle((first.l() + second.l()) / 2, (c1 + c2) / 2);
        if (together > OPPOSITE * c1 * c2) {
            // Seve 1996: the same as 2 sqrt(c1 c2) sin(dh / 2), without angles.
            double deltaH = crossed * Math.sqrt(2 / together);
            var hue = Hue.of(a1 / c1 + a2 / c2, first.b() / c1 + second.b() / c2);
            return combine(second.l() - first.l(), c2 - c1, deltaH, middle, hue);
        }
        double deltaH = 2 * Math.sqrt(c1 * c2) * (crossed < 0 ? -1 : 1);
        double hue = meanHue(hue(a1, first.b()), hue(a2, second.b()), c1 * c2 == 0);
        return combine(second.l() - first.l(), c2 - c1, deltaH, middle, Hue.of(cos(hue), sin(hue)));
    }

    /** Not {@link Math#hypot}, which guards against overflow at twenty times the price. */
    private static double length(double a, double b) {
        return Math.sqrt(a * a + b * b);
    }

    private record Middle(double lightness, double chroma) {}

    /** An angle by its cosine and sine. */
    private record Hue(double cos, double sin) {
        /** Of a vector other than zero, or of zero itself the hue 0. */
        static Hue of(double along, double across) {
            double length = length(along, across);
            return length == 0 ? new Hue(1, 0) : new Hue(along / length, across / length);
        }

        Hue doubled() {
            return new Hue(cos * cos - sin * sin, 2 * sin * cos);
        }

        Hue plus(Hue other) {
            return new Hue(cos * other.cos - sin * other.sin, sin * other.cos + cos * other.sin);
        }

        /** The cosine of the angle from another to this one. */
        double cosFrom(Hue other) {
            return cos * other.cos + sin * other.sin;
        }
    }

    private static double combine(double deltaL, double deltaC, double deltaH, Middle middle, Hue hue) {
        var twice = hue.doubled();
        double t = 1
                - .17 * hue.cosFrom(AT_30)
                + .24 * twice.cos
                + .32 * twice.plus(hue).cosFrom(AT_MINUS_6)
                - .20 * twice.doubled().cosFrom(AT_63);
        double l50 = (middle.lightness() - 50) * (middle.lightness() - 50);
        double l = deltaL / (1 + .015 * l50 / Math.sqrt(20 + l50));
        double c = deltaC / (1 + .045 * middle.chroma());
        double h = deltaH / (1 + .015 * middle.chroma() * t);
        return Math.sqrt(l * l + c * c + h * h + rotation(middle.chroma(), hue) * c * h);
    }

    /** How far chroma and hue of blues are turned; nothing far from blue. */
    private static double rotation(double chroma, Hue hue) {
        if (hue.cosFrom(AT_275) < FAR_FROM_BLUE) {
            return 0;
        }
        double away = (hue(hue.cos, hue.sin) - 275) / 25;
        double turn = 30 * Math.exp(-away * away);
        return -sin(2 * turn) * 2 * chromaShare(chroma);
    }

    private static double chromaShare(double chroma) {
        double pow3 = chroma * chroma * chroma;
        double pow7 = pow3 * pow3 * chroma;
        return Math.sqrt(pow7 / (pow7 + POW25_7));
    }

    private static double hue(double a, double b) {
        double degrees = Math.toDegrees(Math.atan2(b, a));
        return degrees < 0 ? degrees + 360 : degrees;
    }

    private static double meanHue(double h1, double h2, boolean grey) {
        double sum = h1 + h2;
        if (grey) {
            return sum;
        }
        if (Math.abs(h1 - h2) <= 180) {
            return sum / 2;
        }
        return sum < 360 ? (sum + 360) / 2 : (sum - 360) / 2;
    }

    private static double cos(double degrees) {
        return Math.cos(Math.toRadians(degrees));
    }

    private static double sin(double degrees) {
        return Math.sin(Math.toRadians(degrees));
    }
}
