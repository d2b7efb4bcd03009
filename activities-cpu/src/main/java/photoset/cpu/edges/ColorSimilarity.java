package photoset.cpu.edges;

import photoset.imaging.RgbPlanes;
import photoset.imaging.regions.BitMask;
import photoset.imaging.regions.ConnectedComponents;

/** How like a surface a node looks: its colour against that of the surface around it, lightness and tint apart. */
final class ColorSimilarity {
    /** Encoded lightness, 0 to 1, by which a piece may be brighter or darker than the surface around it. */
    private static final float BRIGHTER_MAX = .03f;

    private static final float DARKER_MAX = .04f;

    /** On a surface with a tint of its own a shaded piece is told by the tint, so it may be as dark as this. */
    private static final float SHADED_MAX = .14f;

    private static final float OWN_TINT_MIN = .04f;

    /** As light as this a lamp and a ceiling look the same. */
    private static final float CLIPPED = .97f;

    /** Tint (red and blue less lightness): above the noise of a photo, below the tint of plastic on plaster. */
    private static final float TINT_MAX = .016f;

    /** For what does not touch the surface the match must be closer; shade is as likely there as anywhere. */
    private static final float CLOSE = .5f;

    /** Lightness off the mean by this is another thing, if as large a share is. */
    private static final double OTHER_THING = .12;

    private static final double OTHER_SHARE_MIN = .15;

    private final RgbPlanes color;
    private final float[] surface;

    ColorSimilarity(Grid grid, BitMask core, BitMask wanted) {
        this.color = grid.color();
        this.surface = PullPush.of(color, core, wanted);
    }

    /** Those of some nodes that look like it. */
    BitMask alike(BitMask nodes) {
        var alike = new BitMask(nodes.columns(), nodes.rows());
        for (int node = nodes.next(0); node < nodes.size(); node = nodes.next(node + 1)) {
            if (isLike(node)) {
                alike.add(node);
            }
        }
        return alike;
    }

    private boolean isLike(int node) {
        int at = node * PullPush.CHANNELS;
        return lightness(node) < CLIPPED
                && isLike(
                        new float[] {color.red()[node], color.green()[node], color.blue()[node]},
                        new float[] {surface[at], surface[at + 1], surface[at + 2]},
                        1);
    }

    private static boolean isLike(float[] seen, float[] wanted, float closeness) {
        float own = lightness(seen[0], seen[1], seen[2]);
        float base = lightness(wanted[0], wanted[1], wanted[2]);
        float baseRed = wanted[0] - base;
        float baseBlue = wanted[2] - base;
        // Under less light a tint shrinks with the lightness.
        float scale = base > 0 ? own / base : 1;
        float red = seen[0] - own - baseRed * scale;
        float blue = seen[2] - own - baseBlue * scale;
        boolean tinted = Math.max(Math.abs(baseRed), Math.abs(baseBlue)) > OWN_TINT_MIN;
        return own - base < BRIGHTER_MAX
                && base - own < (tinted ? SHADED_MAX : DARKER_MAX)
                && Math.abs(red) < TINT_MAX * closeness
                && Math.abs(blue) < TINT_MAX * closeness;
    }

    private float lightness(int node) {
        return lightness(color.red()[node], color.green()[node], color.blue()[node]);
    }

    private static float lightness(float red, float green, float blue) {
        return .2126f * red + .7152f * green + .0722f * blue;
    }

    boolean isMostlyLike(int[] nodes) {
        int like = 0;
        for (int node : nodes) {
            like += isLike(node) ? 1 : 0;
        }
        return 2 * like > nodes.length;
    }

    /** Compares means, which noise does not move. */
    boolean isVeryLike(ConnectedComponents.Component piece) {
        float[] seen = new float[PullPush.CHANNELS];
        float[] wanted = new float[PullPush.CHANNELS];
        for (int i = 0; i < piece.size(); i++) {
            int node = piece.pixel(i);
            for (int channel = 0; channel < PullPush.CHANNELS; channel++) {
                wanted[channel] += surface[node * PullPush.CHANNELS + channel] / piece.size();
            }
            seen[0] += color.red()[node] / piece.size();
            seen[1] += color.green()[node] / piece.size();
            seen[2] += color.blue()[node] / piece.size();
        }
        return isLike(seen, wanted, CLOSE);
    }

    /** Whether several things are among these nodes, which are no frame then. */
    boolean isBetweenThings(BitMask around) {
        double mean = 0;
        int count = around.count();
        for (int node = around.next(0); node < around.size(); node = around.next(node + 1)) {
            mean += lightness(node);
        }
        int other = 0;
        for (int node = around.next(0); node < around.size(); node = around.next(node + 1)) {
            other += Math.abs(lightness(node) - mean / count) > OTHER_THING ? 1 : 0;
        }
        return other > OTHER_SHARE_MIN * count;
    }
}
