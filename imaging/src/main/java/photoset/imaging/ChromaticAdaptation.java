package photoset.imaging;

/** What a colour under one white looks like under another: von Kries in the Bradford cone space (Lam 1985; ICC.1:2022, annex E). */
public final class ChromaticAdaptation {
    private static final Matrix3 CONES_OF_XYZ = Matrix3.of(
            .8951, .2664, -.1614, //
            -.7502, 1.7135, .0367, .0389, -.0685, 1.0296);

    private static final Matrix3 XYZ_OF_CONES = Matrix3.of(
            .9869929, -.1470543, .1599627, //
            .4323053, .5183603, .0492912, -.0085287, .0400428, .9684867);

    private ChromaticAdaptation() {}

    /** From XYZ to XYZ; takes the one white to the other. */
    public static Matrix3 between(double[] fromWhite, double[] toWhite) {
        double[] from = CONES_OF_XYZ.times(fromWhite);
        double[] to = CONES_OF_XYZ.times(toWhite);
        var gains = Matrix3.of(to[0] / from[0], 0, 0, 0, to[1] / from[1], 0, 0, 0, to[2] / from[2]);
        return XYZ_OF_CONES.times(gains).times(CONES_OF_XYZ);
    }
}
