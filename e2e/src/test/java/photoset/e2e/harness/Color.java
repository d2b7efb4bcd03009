package photoset.e2e.harness;

/** An sRGB colour, 8 bits a channel. */
public record Color(int red, int green, int blue) {
    private record Lab(double l, double a, double b) {}

    /** From {@code 0xrrggbb}; higher bits are ignored. */
    public static Color of(int rgb) {
        return new Color(rgb >> 16 & 0xff, rgb >> 8 & 0xff, rgb & 0xff);
    }

    double luminance() {
        return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
    }

    /**
     * CIEDE2000 by the formulas of Sharma, Wu, Dalal, "The CIEDE2000 Color-Difference Formula" (2005). Written anew
     * here, so that a fault in the product's own cannot hide itself.
     */
    public double differenceTo(Color other) {
        var one = lab();
        var two = other.lab();
        double meanChroma = (Math.hypot(one.a, one.b) + Math.hypot(two.a, two.b)) / 2;
        double g = 0.5 * (1 - Math.sqrt(Math.pow(meanChroma, 7) / (Math.pow(meanChroma, 7) + Math.pow(25, 7))));
        double a1 = (1 + g) * one.a;
        double a2 = (1 + g) * two.a;
        double c1 = Math.hypot(a1, one.b);
        double c2 = Math.hypot(a2, two.b);
        double h1 = hue(one.b, a1);
        double h2 = hue(two.b, a2);
        double turn = c1 * c2 == 0 ? 0 : wrapped(h2 - h1);
        double hue = c1 * c2 == 0 ? h1 + h2 : meanHue(h1, h2);
        double l = (one.l + two.l) / 2;
        double c = (c1 + c2) / 2;
        double t = 1 - 0.17 * cos(hue - 30) + 0.24 * cos(2 * hue) + 0.32 * cos(3 * hue + 6) - 0.20 * cos(4 * hue - 63);
        double lightness = (two.l - one.l) / (1 + 0.015 * Math.pow(l - 50, 2) / Math.sqrt(20 + Math.pow(l - 50, 2)));
        double chroma = (c2 - c1) / (1 + 0.045 * c);
        double hueDifference = 2 * Math.sqrt(c1 * c2) * Math.sin(Math.toRadians(turn / 2)) / (1 + 0.015 * c * t);
        double rotation = -2
                * Math.sqrt(Math.pow(c, 7) / (Math.pow(c, 7) + Math.pow(25, 7)))
                * Math.sin(Math.toRadians(60 * Math.exp(-Math.pow((hue - 275) / 25, 2))));
        return Math.sqrt(lightness * lightness
                + chroma * chroma
                + hueDifference * hueDifference
                + rotation * chroma * hueDifference);
    }

    /** CIE L*a*b* for the white point D65. */
    private Lab lab() {
        double r = linear(red);
        double g = linear(green);
        double b = linear(blue);
        double x = bent((0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / 0.95047);
        double y = bent(0.2126729 * r + 0.7151522 * g + 0.0721750 * b);
        double z = bent((0.0193339 * r + 0.1191920 * g + 0.9503041 * b) / 1.08883);
        return new Lab(116 * y - 16, 500 * (x - y), 200 * (y - z));
    }

    private static double linear(int channel) {
        double v = channel / 255.0;
        return v <= 0.04045 ? v / 12.92 : Math.pow((v + 0.055) / 1.055, 2.4);
    }

    private static double bent(double t) {
        return t > 216.0 / 24_389 ? Math.cbrt(t) : (24_389.0 / 27 * t + 16) / 116;
    }

    private static double hue(double b, double a) {
        return (Math.toDegrees(Math.atan2(b, a)) + 360) % 360;
    }

    private static double wrapped(double degrees) {
        return degrees > 180 ? degrees - 360 : degrees < -180 ? degrees + 360 : degrees;
    }

    private static double meanHue(double h1, double h2) {
        double sum = h1 + h2;
        return Math.abs(h1 - h2) <= 180 ? sum / 2 : sum < 360 ? (sum + 360) / 2 : (sum - 360) / 2;
    }

    private static double cos(double degrees) {
        return Math.cos(Math.toRadians(degrees));
    }
}
