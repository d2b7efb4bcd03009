package photoset.cpu.surfaces;

import photoset.cpu.surfaces.Homography.Point;
import photoset.imaging.Mask;
import photoset.imaging.Raster;

/** A room with three walls, a door and a tiled floor, seen by a camera that is known exactly. Lengths in cm. */
final class BoxRoom {
    static final int WIDTH = 960;
    static final int HEIGHT = 640;
    private static final int SAMPLES = 3;
    private static final double LEFT = -190;
    private static final double RIGHT = 240;
    private static final double BACK = 430;
    private static final double FLOOR = 150;
    private static final double CEILING = -100;

    private final double focal;
    private final double[][] axes;

    /** Looks down by {@code pitch}, to the right by {@code yaw}, both in degrees. */
    BoxRoom(double pitch, double yaw, double focalPx) {
        double cosPitch = Math.cos(Math.toRadians(pitch));
        double sinPitch = Math.sin(Math.toRadians(pitch));
        double cosYaw = Math.cos(Math.toRadians(yaw));
        double sinYaw = Math.sin(Math.toRadians(yaw));
        focal = focalPx;
        // The camera's right, down and ahead in the room.
        axes = new double[][] {
            {cosYaw, 0, -sinYaw},
            {-sinPitch * sinYaw, cosPitch, -sinPitch * cosYaw},
            {cosPitch * sinYaw, sinPitch, cosPitch * cosYaw}
        };
    }

    /** Where a place of the room shows. */
    Point pixel(double x, double y, double z) {
        double[] seen = new double[3];
        for (int i = 0; i < 3; i++) {
            seen[i] = axes[i][0] * x + axes[i][1] * y + axes[i][2] * z;
        }
        return new Point(WIDTH / 2.0 + focal * seen[0] / seen[2], HEIGHT / 2.0 + focal * seen[1] / seen[2]);
    }

    Point floor(double x, double z) {
        return pixel(x, FLOOR, z);
    }

    Point countertop(double x, double z) {
        return pixel(x, FLOOR - 90, z);
    }

    Raster photo() {
        byte[] rgb = new byte[WIDTH * HEIGHT * 3];
        for (int i = 0; i < WIDTH * HEIGHT; i++) {
            double sum = 0;
            for (int k = 0; k < SAMPLES * SAMPLES; k++) {
                int down = k / SAMPLES;
                sum += grey(hit(i, (k % SAMPLES + .5) / SAMPLES, (down + .5) / SAMPLES));
            }
            for (int channel = 0; channel < 3; channel++) {
                rgb[3 * i + channel] = (byte) Math.round(sum / SAMPLES / SAMPLES);
            }
        }
        return new Raster(WIDTH, HEIGHT, rgb);
    }

    Mask floorMask() {
        return mask(FLOOR, 1);
    }

    Mask wallMask() {
        byte[] levels = new byte[WIDTH * HEIGHT];
        for (int i = 0; i < levels.length; i++) {
            double y = hit(i, .5, .5)[1];
            levels[i] = (byte) (y > CEILING + 1e-6 && y < FLOOR - 1e-6 ? 255 : 0);
        }
        return new Mask(WIDTH, HEIGHT, levels);
    }

    private Mask mask(double wanted, int axis) {
        byte[] levels = new byte[WIDTH * HEIGHT];
        for (int i = 0; i < levels.length; i++) {
            levels[i] = (byte) (Math.abs(hit(i, .5, .5)[axis] - wanted) < 1e-6 ? 255 : 0);
        }
        return new Mask(WIDTH, HEIGHT, levels);
    }

    private double[] hit(int index, double right, double down) {
        double x = (index % WIDTH + right - WIDTH / 2.0) / focal;
        int row = index / WIDTH;
        double y = (row + down - HEIGHT / 2.0) / focal;
        double[] ray = new double[3];
        for (int i = 0; i < 3; i++) {
            ray[i] = axes[0][i] * x + axes[1][i] * y + axes[2][i];
        }
        double reach = Math.min(
                ray[1] > 0 ? FLOOR / ray[1] : CEILING / ray[1],
                Math.min(ray[0] > 0 ? RIGHT / ray[0] : LEFT / ray[0], ray[2] > 0 ? BACK / ray[2] : 1e9));
        return new double[] {ray[0] * reach, ray[1] * reach, ray[2] * reach};
    }

    private static double grey(double[] at) {
        if (at[1] > FLOOR - 1e-6) {
            boolean line =
                    Math.floorMod((long) Math.floor(at[0]), 60) < 2 || Math.floorMod((long) Math.floor(at[2]), 60) < 2;
            return line ? 90 : 130;
        }
        if (at[1] < CEILING + 1e-6) {
            return 235;
        }
        boolean skirting = at[1] > FLOOR - 10;
        if (at[2] > BACK - 1e-6) {
            boolean door = at[0] > -60 && at[0] < 30 && at[1] > -55;
            return door ? 110 : skirting ? 225 : 180;
        }
        return skirting ? 215 : at[0] > 0 ? 160 : 200;
    }
}
