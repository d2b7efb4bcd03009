package photoset.cpu.surfaces;

import photoset.cpu.materials.MaterialTile;

/**
 * A tile as it shows on a surface of a photo. A pixel sees an ellipse of the tile (Heckbert: Fundamentals of Texture
 * Mapping, 1989); it is covered by up to eight samples along its longer axis, each as wide as its shorter one, taken from
 * the tile reduced to that width. So nothing flickers towards the horizon and nothing is blurred more than it must be.
 * Reads row by row, one thread at a time.
 */
public final class LaidTile {
    private static final int SAMPLES_MAX = 8;

    /** The ellipse changes slowly; it is measured anew every so many pixels. */
    private static final int ELLIPSE_PX = 8;

    /** Between two reductions of the tile both are mixed within this part of the way, and one is taken outside of it. */
    private static final double MIX_FROM = .2;

    private static final double MIX_TO = .7;

    private final Pyramid tile;
    private final double[][] planes;
    private double[] plane;
    private int y;
    private int measuredAt = -ELLIPSE_PX;
    private int samples;
    private int level;
    private float coarser;
    private double stepU;
    private double stepV;

    /**
     * Lays a tile.
     *
     * @param scale of the material's own size
     * @param angle turns it, in degrees
     */
    public LaidTile(Surface surface, MaterialTile tile, double scale, double angle) {
        this.tile = new Pyramid(tile.picture());
        double side = this.tile.side();
        double cos = Math.cos(Math.toRadians(angle)) / scale;
        double sin = Math.sin(Math.toRadians(angle)) / scale;
        double perCmX = side / tile.widthCm();
        double perCmY = side / tile.heightCm();
        var texels = new Homography(
                new double[] {cos * perCmX, sin * perCmX, 0, -sin * perCmY, cos * perCmY, 0, 0, 0, 1});
        this.planes = surface.planes().stream()
                .map(map -> map.then(texels).cells())
                .toArray(double[][]::new);
        this.plane = planes[0];
    }

    /** Moves to a row of the photo. */
    public void row(int row) {
        y = row;
        measuredAt = -ELLIPSE_PX;
    }

    /** The tile's linear light at column {@code x} of the row. */
    public void color(int x, float[] rgb) {
        double atX = x + .5;
        double atY = y + .5;
        double w = meet(atX, atY, x);
        double u = (plane[0] * atX + plane[1] * atY + plane[2]) / w;
        double v = (plane[3] * atX + plane[4] * atY + plane[5]) / w;
        if (x - measuredAt >= ELLIPSE_PX || x < measuredAt) {
            measuredAt = x;
            measure(u, v, w);
        }
        rgb[0] = 0;
        rgb[1] = 0;
        rgb[2] = 0;
        float share = 1f / samples;
        double from = .5 * (1 - samples);
        u += from * stepU;
        v += from * stepV;
        for (int i = 0; i < samples; i++) {
            add(u, v, share, rgb);
            u += stepU;
            v += stepV;
        }
    }

    private void add(double u, double v, float share, float[] rgb) {
        if (coarser < 1) {
            tile.add(level, u, v, share * (1 - coarser), rgb);
        }
        if (coarser > 0) {
            tile.add(level + 1, u, v, share * coarser, rgb);
        }
    }

    /** The denominator of the plane that the pixel's ray meets first; behind the horizon that of a far place. */
    private double meet(double atX, double atY, int x) {
        double[] before = plane;
        double largest = Double.NEGATIVE_INFINITY;
        for (double[] one : planes) {
            double w = one[6] * atX + one[7] * atY + one[8];
            if (w > largest) {
                largest = w;
                plane = one;
            }
        }
        if (plane != before) {
            measuredAt = -ELLIPSE_PX;
        }
        return Math.max(largest, far());
    }

    /** Where a ray has gone {@link Room#FAR_CM}; maps of corners have no such unit, their horizon is as close to 0. */
    private double far() {
        return 1e-9 + Math.abs(plane[8]) / Room.FAR_CM / 1e3;
    }

    /** The axes of the ellipse from the derivatives of the map. */
    private void measure(double u, double v, double w) {
        double ux = (plane[0] - u * plane[6]) / w;
        double vx = (plane[3] - v * plane[6]) / w;
        double uy = (plane[1] - u * plane[7]) / w;
        double vy = (plane[4] - v * plane[7]) / w;
        double uu = ux * ux + uy * uy;
        double vv = vx * vx + vy * vy;
        double uv = ux * vx + uy * vy;
        double half = Math.sqrt((uu - vv) * (uu - vv) / 4 + uv * uv);
        double longer = Math.sqrt((uu + vv) / 2 + half);
        double shorter = Math.sqrt(Math.max(0, (uu + vv) / 2 - half));
        samples = (int) Math.clamp(Math.ceil(longer / Math.max(1, shorter) - .2), 1, SAMPLES_MAX);
        double width = longer / samples;
        double angle = .5 * Math.atan2(2 * uv, uu - vv);
        stepU = width * Math.cos(angle);
        stepV = width * Math.sin(angle);
        double reduction = Math.clamp(Math.log(Math.max(1, width)) / Math.log(2), 0, tile.last());
        level = Math.min((int) reduction, tile.last() - 1);
        double way = (reduction - level - MIX_FROM) / (MIX_TO - MIX_FROM);
        coarser = (float) Math.clamp(way, 0, 1);
    }
}
