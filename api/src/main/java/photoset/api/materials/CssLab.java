package photoset.api.materials;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A colour written {@code lab(L a b)} as in CSS Color 4: CIE L*a*b* of white D50, L from 0 to 100 with or without a
 * percent sign. Brought to sRGB by the Bradford matrices of that specification.
 */
record CssLab(double l, double a, double b) {
    private static final String NUMBER = "([-+]?[0-9]{1,4}(?:[.][0-9]{1,6})?)";
    private static final String BLANK = "[ \\t\\r\\n\\f]";

    /** The notation, whole, in any case; the same to Java and to a reader of the API document. */
    static final String PATTERN = "[lL][aA][bB]\\(" + BLANK + "*" + NUMBER + "%?" + BLANK + "+" + NUMBER + BLANK + "+"
            + NUMBER + BLANK + "*\\)";

    private static final Pattern WRITTEN = Pattern.compile(PATTERN);

    private static final double KAPPA = 24389.0 / 27;
    private static final double EPSILON = 216.0 / 24389;
    private static final double[] D50 = {.3457 / .3585, 1, (1 - .3457 - .3585) / .3585};

    private static final double[][] D65_OF_D50 = {
        {.955473421488075, -.02309845494876471, .06325924320057072},
        {-.0283697093338637, 1.0099953980813041, .021041441191917323},
        {.012314014864481998, -.020507649298898964, 1.330365926242124}
    };

    private static final double[][] RGB_OF_D65 = {
        {12831.0 / 3959, -329.0 / 214, -1974.0 / 3959},
        {-851781.0 / 878810, 1648619.0 / 878810, 36519.0 / 878810},
        {705.0 / 12673, -2585.0 / 12673, 705.0 / 667}
    };

    /** A step of a byte: colours that miss the screen's range by less are rounded into it. */
    private static final double OUTSIDE_MAX = 1.0 / 255;

    /** Reads the notation; empty for anything else. */
    static Optional<CssLab> parse(String value) {
        var matcher = WRITTEN.matcher(value);
        return matcher.matches()
                ? Optional.of(new CssLab(
                        Double.parseDouble(matcher.group(1)),
                        Double.parseDouble(matcher.group(2)),
                        Double.parseDouble(matcher.group(3))))
                : Optional.empty();
    }

    /** {@code #rrggbb}; empty if no sRGB screen can show the colour. */
    Optional<String> hex() {
        double[] linear = times(RGB_OF_D65, times(D65_OF_D50, xyz()));
        var hex = new StringBuilder("#");
        for (double channel : linear) {
            double encoded = encode(channel);
            if (!(encoded > -OUTSIDE_MAX && encoded < 1 + OUTSIDE_MAX)) {
                return Optional.empty();
            }
            hex.append("%02x".formatted(Math.round(Math.clamp(encoded, 0, 1) * 255)));
        }
        return Optional.of(hex.toString());
    }

    private double[] xyz() {
        double y = (l + 16) / 116;
        double x = y + a / 500;
        double z = y - b / 200;
        return new double[] {
            D50[0] * (x * x * x > EPSILON ? x * x * x : (116 * x - 16) / KAPPA),
            l > KAPPA * EPSILON ? y * y * y : l / KAPPA,
            D50[2] * (z * z * z > EPSILON ? z * z * z : (116 * z - 16) / KAPPA)
        };
    }

    private static double encode(double light) {
        return light <= .0031308 ? 12.92 * light : 1.055 * Math.pow(light, 1 / 2.4) - .055;
    }

    private static double[] times(double[][] matrix, double[] vector) {
        double[] product = new double[vector.length];
        for (int row = 0; row < product.length; row++) {
            for (int k = 0; k < vector.length; k++) {
                product[row] += matrix[row][k] * vector[k];
            }
        }
        return product;
    }
}
