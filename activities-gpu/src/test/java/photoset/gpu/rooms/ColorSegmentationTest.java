package photoset.gpu.rooms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import photoset.imaging.Plane;
import photoset.imaging.Raster;

class ColorSegmentationTest {
    private static final int WIDTH = 160;
    private static final int HEIGHT = 96;

    /** A grey wall that darkens to the right, with a dark picture on it; a little noise. */
    private static Raster room() {
        var noise = new Random(4);
        byte[] rgb = new byte[WIDTH * HEIGHT * 3];
        for (int i = 0; i < WIDTH * HEIGHT; i++) {
            double value = onPicture(i) ? 70 : 200 - .2 * (i % WIDTH);
            for (int channel = 0; channel < 3; channel++) {
                rgb[i * 3 + channel] = (byte) Math.round(value + noise.nextGaussian());
            }
        }
        return new Raster(WIDTH, HEIGHT, rgb);
    }

    private static boolean onPicture(int pixel) {
        int x = pixel % WIDTH;
        int y = pixel / WIDTH;
        return x >= 60 && x < 100 && y >= 30 && y < 70;
    }

    private static boolean besideTheEdge(int pixel) {
        int x = pixel % WIDTH;
        int y = pixel / WIDTH;
        return Math.max(Math.abs(x - 79.5) - 20, Math.abs(y - 49.5) - 20) > -3
                && Math.max(Math.abs(x - 79.5) - 20, Math.abs(y - 49.5) - 20) < 3;
    }

    @Test
    void partsAPictureFromTheWall() {
        int[] patches = ColorSegmentation.of(room());
        int[] onPicture = new int[patches.length];
        int[] onWall = new int[patches.length];
        for (int i = 0; i < patches.length; i++) {
            (onPicture(i) ? onPicture : onWall)[patches[i]]++;
        }
        int mixed = 0;
        for (int i = 0; i < patches.length; i++) {
            mixed += !besideTheEdge(i) && Math.min(onPicture[patches[i]], onWall[patches[i]]) > 200 ? 1 : 0;
        }

        assertThat(mixed).isZero();
        assertThat(Arrays.stream(patches).distinct().count()).isBetween(2L, 40L);
    }

    @Test
    void leavesNoCrumbs() {
        var noise = new Random(8);
        byte[] rgb = new byte[WIDTH * HEIGHT * 3];
        noise.nextBytes(rgb);
        int[] sizes = new int[WIDTH * HEIGHT];
        for (int patch : ColorSegmentation.of(new Raster(WIDTH, HEIGHT, rgb))) {
            sizes[patch]++;
        }

        assertThat(Arrays.stream(sizes).filter(size -> size > 0).min().orElseThrow())
                .isGreaterThanOrEqualTo(30);
    }

    @Test
    void cutsTheSamePictureTheSameWay() {
        assertThat(ColorSegmentation.of(room())).isEqualTo(ColorSegmentation.of(room()));
    }

    @Test
    void bringsAStainOfDoubtBackToItsWall() {
        float[] wall = new float[WIDTH * HEIGHT];
        for (int i = 0; i < wall.length; i++) {
            wall[i] = onPicture(i) ? .05f : .75f;
        }
        // The network doubts a piece of plain wall.
        for (int y = 5; y < 15; y++) {
            Arrays.fill(wall, y * WIDTH + 10, y * WIDTH + 22, .4f);
        }
        var nothing = new Plane(WIDTH, HEIGHT, new float[WIDTH * HEIGHT]);
        var words = new Surfaces.Words(new Plane(WIDTH, HEIGHT, wall), nothing, nothing, nothing, nothing, nothing);
        int doubted = 10 * WIDTH + 16;

        assertThat(Surfaces.of(words).margin(RoomPart.WALL).values()[doubted]).isNegative();
        assertThat(Surfaces.of(words).refined(room()).margin(RoomPart.WALL).values()[doubted])
                .isPositive();
    }
}
