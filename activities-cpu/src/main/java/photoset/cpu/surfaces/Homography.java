package photoset.cpu.surfaces;

import java.util.List;

/**
 * A projective map of the plane: {@code x' = (ax + by + c) / (gx + hy + i)}, {@code y' = (dx + ey + f) / (gx + hy + i)}.
 *
 * @param cells a to i, row by row
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
public record Homography(double[] cells) {
    private static final int UNKNOWNS = 8;

    /** A corner closer than this to the line through its neighbours, as a share of their length, makes no plane. */
    private static final double BEND_MIN = 1e-4;

    /** A point. */
    public record Point(double x, double y) {}

    /**
     * The map that takes the corners (0, 0), (1, 0), (1, 1), (0, 1) to these, by the direct linear transform (Hartley and
     * Zisserman: Multiple View Geometry, 4.1).
     *
     * @throws IllegalArgumentException unless they are the corners of a convex quadrilateral
     */
    static Homography fromUnitSquare(List<Point> corners) {
        requireConvex(corners);
        double[][] unitCorners = {{0, 0}, {1, 0}, {1, 1}, {0, 1}};
        double[][] rows = new double[UNKNOWNS][];
        for (int i = 0; i < unitCorners.length; i++) {
            double u = unitCorners[i][0];
            double v = unitCorners[i][1];
            double x = corners.get(i).x();
            double y = corners.get(i).y();
            rows[2 * i] = new double[] {u, v, 1, 0, 0, 0, -u * x, -v * x, x};
            rows[2 * i + 1] = new double[] {0, 0, 0, u, v, 1, -u * y, -v * y, y};
        }
        double[] solved = Linear.solve(rows);
        double[] cells = new double[UNKNOWNS + 1];
        System.arraycopy(solved, 0, cells, 0, UNKNOWNS);
        cells[UNKNOWNS] = 1;
        return new Homography(cells);
    }

    private static void requireConvex(List<Point> corners) {
        double turn = 0;
        for (int i = 0; i < corners.size(); i++) {
            var before = corners.get(i);
            var here = corners.get((i + 1) % corners.size());
            var after = corners.get((i + 2) % corners.size());
            double x1 = here.x() - before.x();
            double y1 = here.y() - before.y();
            double x2 = after.x() - here.x();
            double y2 = after.y() - here.y();
            double bend = (x1 * y2 - y1 * x2) / Math.max(1e-12, x1 * x1 + y1 * y1 + x2 * x2 + y2 * y2);
            if (Math.abs(bend) < BEND_MIN || bend * turn < 0) {
                throw new IllegalArgumentException("Four corners of one rectangle form a convex quadrilateral.");
            }
            turn = bend;
        }
    }

    static Homography ofRows(double[] first, double[] second, double[] third) {
        return new Homography(new double[] {
            first[0], first[1], first[2], second[0], second[1], second[2], third[0], third[1], third[2]
        });
    }

    /** The denominator at a point. */
    double depth(double x, double y) {
        return cells[6] * x + cells[7] * y + cells[8];
    }

    /** Where a point goes. */
    public Point map(double x, double y) {
        double w = cells[6] * x + cells[7] * y + cells[8];
        return new Point((cells[0] * x + cells[1] * y + cells[2]) / w, (cells[3] * x + cells[4] * y + cells[5]) / w);
    }

    /** The way back, up to the scale that a homography does not have. */
    public Homography inverse() {
        double[] m = cells;
        return new Homography(new double[] {
            m[4] * m[8] - m[5] * m[7], m[2] * m[7] - m[1] * m[8], m[1] * m[5] - m[2] * m[4],
            m[5] * m[6] - m[3] * m[8], m[0] * m[8] - m[2] * m[6], m[2] * m[3] - m[0] * m[5],
            m[3] * m[7] - m[4] * m[6], m[1] * m[6] - m[0] * m[7], m[0] * m[4] - m[1] * m[3]
        });
    }

    /** First this, then {@code next}. */
    public Homography then(Homography next) {
        double[] product = new double[9];
        for (int row = 0; row < 3; row++) {
            for (int column = 0; column < 3; column++) {
                for (int k = 0; k < 3; k++) {
                    product[3 * row + column] += next.cells[3 * row + k] * cells[3 * k + column];
                }
            }
        }
        return new Homography(product);
    }

    /** The same map; the cells times a factor. */
    Homography times(double factor) {
        double[] scaled = cells.clone();
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] *= factor;
        }
        return new Homography(scaled);
    }
}
