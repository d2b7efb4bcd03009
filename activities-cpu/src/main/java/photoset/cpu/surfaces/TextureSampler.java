package photoset.cpu.surfaces;

/**
 * A tile as it shows on a surface of a photo. A pixel sees an ellipse of the tile (Heckbert: Fundamentals of Texture
 * Mapping, 1989); it is covered by up to eight samples along its longer axis, each as wide as its shorter one, taken from
 * the tile reduced to that width. So nothing flickers towards the horizon and nothing is blurred more than it must be.
 * Reads row by row, one thread at a time.
 */
public final class TextureSampler {
    private static final int SAMPLES_MAX = 8;

    /** Between exact places every so many pixels the map is straight to a fifth of a texel. */
    private static final int SPAN_PX = 8;

    /** How the tile is read changes less quickly: the size of a pixel on it is looked at once for so many. */
    private static final int STRETCH_PX = 32;

    /** Places are counted in parts of a part of a texel, so that a span does not drift. */
    private static final int FRACTION_BITS = 16;

    private static final double FRACTION = 1 << FRACTION_BITS;

    /** Between two reductions of the tile both are mixed within this part of the way, and one is taken outside of it. */
    private static final double MIX_FROM = .3;

    private static final double MIX_TO = .7;

    /** A plane's denominator at the horizon; what is farther looks like the tile's mean. */
    private static final double HORIZON = 1e-4;

    private final MipMap tile;
    private final double[][] planes;
    private final double horizon;
    private double[] plane;
    private int y;
    private double u;
    private double v;
    private double endU;
    private double endV;
    private double stepU;
    private double stepV;
    private int samples;
    private double firstU;
    private double firstV;
    private int alongU;
    private int alongV;
    private double scale;
    private MipMap.Level fine;
    private MipMap.Level coarse;
    private int coarser;

    /** Lays a tile; see {@link TileCache#lay}. */
    TextureSampler(Surface surface, MipMap tile, double size, double angle) {
        this.tile = tile;
        double cos = Math.cos(Math.toRadians(angle)) / size;
        double sin = Math.sin(Math.toRadians(angle)) / size;
        var texels = new Homography(new double[] {
            cos * tile.perCmX(), sin * tile.perCmX(), 0, -sin * tile.perCmY(), cos * tile.perCmY(), 0, 0, 0, 1
        });
        this.planes =
                surface.planes().stream().map(map -> map.then(texels).cells()).toArray(double[][]::new);
        this.plane = planes[0];
        this.fine = tile.level(0);
        this.coarse = fine;
        this.horizon = HORIZON * surface.usual();
    }

    /** Moves to a row of the photo. */
    public void row(int row) {
        y = row;
    }

    /** The tile's linear light at {@code count} columns of the row from {@code x} on, three values a column. */
    public void colors(int x, int count, float[] rgb) {
        for (int from = x; from < x + count; ) {
            int to = samePlane(from, Math.min(x + count, from + STRETCH_PX));
            begin(from);
            for (int start = from; start < to; start += SPAN_PX) {
                span(start);
                lay(Math.min(SPAN_PX, to - start), rgb, 3 * (start - x));
            }
            from = to;
        }
    }

    /** Turns to the plane at a column; the end of the columns up to {@code to} that show it too. */
    private int samePlane(int x, int to) {
        if (planes.length == 1) {
            return to;
        }
        int met = nearest(x + .5, y + .5);
        plane = planes[met];
        int end = to;
        // A plane is nearest on one stretch of a row, so its last column says that all before show it.
        while (nearest(end - .5, y + .5) != met) {
            end--;
        }
        return end;
    }

    private void lay(int count, float[] rgb, int first) {
        float weight = 1f / (MipMap.WHITE * samples);
        long atU = (long) (u * scale * FRACTION);
        long atV = (long) (v * scale * FRACTION);
        long byU = (long) (stepU * scale * FRACTION);
        long byV = (long) (stepV * scale * FRACTION);
        for (int i = 0, at = first; i < count; i++, at += 3) {
            int placeU = (int) (atU >> FRACTION_BITS);
            int placeV = (int) (atV >> FRACTION_BITS);
            long sum = coarser == 0 ? along(placeU, placeV) : both(placeU, placeV);
            MipMap.unpack(sum, weight, rgb, at);
            atU += byU;
            atV += byV;
        }
    }

    private long along(int placeU, int placeV) {
        long sum = 0;
        for (int sample = 0; sample < samples; sample++) {
            sum += fine.at(placeU + sample * alongU - MipMap.PARTS / 2, placeV + sample * alongV - MipMap.PARTS / 2);
        }
        return sum;
    }

    /** The sums of two levels cannot be multiplied without leaving their fields, so each sample is mixed. */
    private long both(int placeU, int placeV) {
        long sum = 0;
        for (int sample = 0; sample < samples; sample++) {
            int atU = placeU + sample * alongU;
            int atV = placeV + sample * alongV;
            long first = fine.at(atU - MipMap.PARTS / 2, atV - MipMap.PARTS / 2);
            long second = coarse.at((atU >> 1) - MipMap.PARTS / 2, (atV >> 1) - MipMap.PARTS / 2);
            sum += MipMap.mix(first, second, coarser);
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

    /** Finds the exact place of a column, and how the tile is read from there on. */
    private void begin(int x) {
        double w = denominator(x + .5, y + .5);
        endU = (plane[0] * (x + .5) + plane[1] * (y + .5) + plane[2]) / w;
        endV = (plane[3] * (x + .5) + plane[4] * (y + .5) + plane[5]) / w;
        measure(endU, endV, w);
        endU += firstU;
        endV += firstV;
    }

    /** Goes on from the end of the span before. */
    private void span(int x) {
        double endX = x + SPAN_PX + .5;
        double per = 1 / denominator(endX, y + .5);
        u = endU;
        v = endV;
        endU = (plane[0] * endX + plane[1] * (y + .5) + plane[2]) * per + firstU;
        endV = (plane[3] * endX + plane[4] * (y + .5) + plane[5]) * per + firstV;
        stepU = (endU - u) / SPAN_PX;
        stepV = (endV - v) / SPAN_PX;
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
        double wide = Math.clamp(width, 1, 1 << tile.last());
        int level = Math.min(Math.getExponent(wide), tile.last() - 1);
        // From 1 to 2 a straight line is within a tenth of the logarithm.
        double way = (wide / (1 << level) - 1 - MIX_FROM) / (MIX_TO - MIX_FROM);
        coarser = (int) (MipMap.PARTS * Math.clamp(way, 0, 1));
        if (coarser == MipMap.PARTS) {
            coarser = 0;
            level++;
        }
        fine = tile.level(level);
        coarse = tile.level(Math.min(level + 1, tile.last()));
        scale = (double) MipMap.PARTS / (1 << level);
        direction(half + (uu - vv) / 2, uv, width);
    }

    /** The eigenvector of the longer axis. */
    private void direction(double towardsU, double towardsV, double width) {
        double length = Math.sqrt(towardsU * towardsU + towardsV * towardsV);
        // Upright, or round: then any direction is right.
        double byU = length > 0 ? width * towardsU / length : 0;
        double byV = length > 0 ? width * towardsV / length : width;
        alongU = (int) Math.rint(byU * scale);
        alongV = (int) Math.rint(byV * scale);
        firstU = .5 * (1 - samples) * byU;
        firstV = .5 * (1 - samples) * byV;
    }
}
