package photoset.cpu.surfaces;

/**
 * A tile as it shows on a surface of a photo. A pixel sees an ellipse of the tile (Heckbert: Fundamentals of Texture
 * Mapping, 1989); it is covered by up to eight samples along its longer axis, each as wide as its shorter one, taken from
 * the tile reduced to that width. So nothing flickers towards the horizon and nothing is blurred more than it must be.
 * Reads row by row, one thread at a time.
 */
public final class LaidTile {
    private static final int SAMPLES_MAX = 8;

    /** Between exact places every so many pixels the map is straight to a fifth of a texel. */
    private static final int SPAN_PX = 8;

    /** Between two reductions of the tile both are mixed within this part of the way, and one is taken outside of it. */
    private static final double MIX_FROM = .3;

    private static final double MIX_TO = .7;

    /** A plane's denominator at the horizon; what is farther looks like the tile's mean. */
    private static final double HORIZON = 1e-4;

    private final Pyramid tile;
    private final double[][] planes;
    private final double horizon;
    private double[] plane;
    private int met;
    private int y;
    private int next;
    private int spanEnd;
    private double u;
    private double v;
    private double stepU;
    private double stepV;
    private int samples;
    private int level;
    private int coarser;
    private double alongU;
    private double alongV;

    /** Lays a tile; see {@link TileShelf#lay}. */
    LaidTile(Surface surface, Pyramid tile, double scale, double angle) {
        this.tile = tile;
        double cos = Math.cos(Math.toRadians(angle)) / scale;
        double sin = Math.sin(Math.toRadians(angle)) / scale;
        var texels = new Homography(new double[] {
            cos * tile.perCmX(), sin * tile.perCmX(), 0, -sin * tile.perCmY(), cos * tile.perCmY(), 0, 0, 0, 1
        });
        this.planes =
                surface.planes().stream().map(map -> map.then(texels).cells()).toArray(double[][]::new);
        this.plane = planes[0];
        this.horizon = HORIZON * surface.usual();
    }

    /** Moves to a row of the photo. */
    public void row(int row) {
        y = row;
        next = -1;
    }

    /** The tile's linear light at {@code count} columns of the row from {@code x} on, three values a column. */
    public void colors(int x, int count, float[] rgb) {
        for (int i = 0; i < count; i++) {
            color(x + i, rgb, 3 * i);
        }
    }

    private void color(int x, float[] rgb, int at) {
        int nearest = planes.length == 1 ? 0 : nearest(x + .5, y + .5);
        if (x != next || x >= spanEnd || nearest != met) {
            met = nearest;
            plane = planes[nearest];
            span(x);
        }
        next = x + 1;
        long sum = coarser == 0 ? along(level) : coarser == Pyramid.PARTS ? along(level + 1) : both();
        Pyramid.unpack(sum, 1f / (Pyramid.WHITE * samples), rgb, at);
        u += stepU;
        v += stepV;
    }

    /** The sums of two levels cannot be multiplied without leaving their fields, so each sample is mixed. */
    private long both() {
        double fine = (double) Pyramid.PARTS / (1 << level);
        long sum = 0;
        double atU = u;
        double atV = v;
        for (int i = 0; i < samples; i++) {
            int fineU = (int) (atU * fine);
            int fineV = (int) (atV * fine);
            long first = tile.at(level, fineU - Pyramid.PARTS / 2, fineV - Pyramid.PARTS / 2);
            long second = tile.at(level + 1, (fineU >> 1) - Pyramid.PARTS / 2, (fineV >> 1) - Pyramid.PARTS / 2);
            sum += Pyramid.mix(first, second, coarser);
            atU += alongU;
            atV += alongV;
        }
        return sum;
    }

    private long along(int one) {
        double scale = (double) Pyramid.PARTS / (1 << one);
        int atU = (int) (u * scale) - Pyramid.PARTS / 2;
        int atV = (int) (v * scale) - Pyramid.PARTS / 2;
        int byU = (int) (alongU * scale);
        int byV = (int) (alongV * scale);
        long sum = 0;
        for (int i = 0; i < samples; i++) {
            sum += tile.at(one, atU, atV);
            atU += byU;
            atV += byV;
        }
        return sum;
    }

    /** The plane that the pixel's ray meets first. */
    private int nearest(double atX, double atY) {
        int best = 0;
        double largest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < planes.length; i++) {
            double[] one = planes[i];
            double w = one[6] * atX + one[7] * atY + one[8];
            if (w > largest) {
                largest = w;
                best = i;
            }
        }
        return best;
    }

    private void span(int x) {
        double atX = x + .5;
        double atY = y + .5;
        double w = denominator(atX, atY);
        u = (plane[0] * atX + plane[1] * atY + plane[2]) / w;
        v = (plane[3] * atX + plane[4] * atY + plane[5]) / w;
        measure(u, v, w);
        double endX = atX + SPAN_PX;
        double endW = denominator(endX, atY);
        stepU = ((plane[0] * endX + plane[1] * atY + plane[2]) / endW - u) / SPAN_PX;
        stepV = ((plane[3] * endX + plane[4] * atY + plane[5]) / endW - v) / SPAN_PX;
        u += .5 * (1 - samples) * alongU;
        v += .5 * (1 - samples) * alongV;
        spanEnd = x + SPAN_PX;
    }

    private double denominator(double atX, double atY) {
        return Math.max(horizon, plane[6] * atX + plane[7] * atY + plane[8]);
    }

    /** The axes of the ellipse from the derivatives of the map. */
    private void measure(double atU, double atV, double w) {
        double ux = (plane[0] - atU * plane[6]) / w;
        double vx = (plane[3] - atV * plane[6]) / w;
        double uy = (plane[1] - atU * plane[7]) / w;
        double vy = (plane[4] - atV * plane[7]) / w;
        double uu = ux * ux + uy * uy;
        double vv = vx * vx + vy * vy;
        double uv = ux * vx + uy * vy;
        double half = Math.sqrt((uu - vv) * (uu - vv) / 4 + uv * uv);
        double longer = Math.sqrt((uu + vv) / 2 + half);
        double shorter = Math.sqrt(Math.max(0, (uu + vv) / 2 - half));
        samples = (int) Math.clamp(Math.ceil(longer / Math.max(1, shorter) - .3), 1, SAMPLES_MAX);
        double width = longer / samples;
        direction(half + (uu - vv) / 2, uv, width);
        double wide = Math.clamp(width, 1, 1 << tile.last());
        level = Math.min(Math.getExponent(wide), tile.last() - 1);
        // From 1 to 2 a straight line is within a tenth of the logarithm.
        double way = (wide / (1 << level) - 1 - MIX_FROM) / (MIX_TO - MIX_FROM);
        coarser = (int) (Pyramid.PARTS * Math.clamp(way, 0, 1));
    }

    /** The eigenvector of the longer axis. */
    private void direction(double towardsU, double towardsV, double width) {
        double length = Math.sqrt(towardsU * towardsU + towardsV * towardsV);
        // Upright, or round: then any direction is right.
        alongU = length > 0 ? width * towardsU / length : 0;
        alongV = length > 0 ? width * towardsV / length : width;
    }
}
