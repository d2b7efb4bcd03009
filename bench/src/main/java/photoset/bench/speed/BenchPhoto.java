package photoset.bench.speed;

import photoset.imaging.Mask;
import photoset.imaging.Raster;

/** A room of any size with grain, so that its JPEG is as hard as a camera's, and a wall that covers half of it. */
public final class BenchPhoto {
    private static final int GRAIN = 12;

    /** Width to height of most cameras. */
    private static final double ASPECT = 1.5;

    private final int width;
    private final int height;

    /** A photo of about so many million pixels. */
    public BenchPhoto(int megapixels) {
        height = (int) Math.sqrt(megapixels * 1e6 / ASPECT);
        width = (int) (height * ASPECT);
    }

    /** The same pixels each time. */
    public Raster picture() {
        byte[] rgb = new byte[width * height * 3];
        int noise = 1;
        for (int y = 0, at = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                noise = noise * 1_664_525 + 1_013_904_223;
                int light = light(x, y) + (noise >>> 28) % GRAIN;
                rgb[at++] = (byte) Math.min(255, light + (isWall(x, y) ? 20 : 0));
                rgb[at++] = (byte) Math.min(255, light + 8);
                rgb[at++] = (byte) light;
            }
        }
        return new Raster(width, height, rgb);
    }

    /** Brighter to the right, with a shadow's edge across. */
    private int light(int x, int y) {
        int light = 90 + 90 * x / width;
        return x * 2 > y * 3 ? light : light * 2 / 3;
    }

    /** The upper half, with four pictures on it. */
    private boolean isWall(int x, int y) {
        boolean onPicture = y > height / 6 && y < height / 3 && x * 8 / width % 2 == 1;
        return y < height * 11 / 20 && !onPicture;
    }

    /** The truth. */
    public Mask wall() {
        var mask = Mask.empty(width, height);
        for (int i = 0; i < width * height; i++) {
            mask.levels()[i] = (byte) (isWall(i % width, i / width) ? 255 : 0);
        }
        return mask;
    }
}
