package photoset.gpu.rooms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import photoset.gpu.rooms.Surfaces.Words;
import photoset.imaging.Plane;
import photoset.imaging.Raster;

/** A bed before a wall on a wooden floor, of whose cover the network says that it is floor. */
class RaisedFloorsTest {
    private static final int WIDTH = 256;
    private static final int HEIGHT = 192;

    /** The row from which the floor is seen. */
    private static final int FLOOR = 120;

    /** The same where things hide it. */
    private static final int NOWHERE = HEIGHT;

    private static final float SURE = .9f;
    private static final float UNSURE = .5f;

    private enum Look {
        WOOD(150, 115, 80),
        SHADED_WOOD(90, 69, 48),
        BED(60, 70, 90),
        LINEN(225, 225, 228),
        WALL(190, 200, 195);

        private final int red;
        private final int green;
        private final int blue;

        Look(int red, int green, int blue) {
            this.red = red;
            this.green = green;
            this.blue = blue;
        }

        int channel(int index) {
            return index == 0 ? red : index == 1 ? green : blue;
        }
    }

    /** A piece of the bed that the network calls floor, by its rows, and how surely. */
    private record Cover(int top, int bottom, Look look, float named) {
        Cover(int top, int bottom, Look look) {
            this(top, bottom, look, SURE);
        }

        boolean has(int pixel) {
            int x = pixel % WIDTH;
            int y = pixel / WIDTH;
            return x >= 90 && x < 190 && y >= top && y < bottom;
        }
    }

    private static boolean isBed(int pixel) {
        int x = pixel % WIDTH;
        int y = pixel / WIDTH;
        return x >= 70 && x < 210 && y >= 70 && y < 165;
    }

    private static float floorAt(int pixel, Cover cover, int from) {
        if (isBed(pixel)) {
            return cover.has(pixel) ? cover.named : .03f;
        }
        return pixel / WIDTH >= from ? SURE : .03f;
    }

    private static Raster picture(Cover cover, int from) {
        var noise = new Random(2);
        byte[] rgb = new byte[3 * WIDTH * HEIGHT];
        for (int i = 0; i < rgb.length; i++) {
            int pixel = i / 3;
            var thing = cover.has(pixel) ? cover.look : Look.BED;
            var behind = pixel / WIDTH >= from ? Look.WOOD : Look.WALL;
            rgb[i] = (byte) Math.round((isBed(pixel) ? thing : behind).channel(i % 3) + noise.nextGaussian());
        }
        return new Raster(WIDTH, HEIGHT, rgb);
    }

    private static Plane plane(java.util.function.IntToDoubleFunction value) {
        var values = new float[WIDTH * HEIGHT];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) value.applyAsDouble(i);
        }
        return new Plane(WIDTH, HEIGHT, values);
    }

    /** The share of the cover that is floor. */
    private static double floor(Cover cover) {
        return floor(cover, FLOOR);
    }

    /** The same where a floor is seen from a row on. */
    private static double floor(Cover cover, int from) {
        var words = new Words(
                plane(pixel -> isBed(pixel) || pixel / WIDTH >= from ? .03 : .9),
                plane(pixel -> 0),
                plane(pixel -> floorAt(pixel, cover, from)),
                plane(pixel -> 0),
                plane(pixel -> 0),
                plane(pixel -> 0));
        float[] margin = Surfaces.of(words)
                .refined(picture(cover, from))
                .margin(RoomPart.FLOOR)
                .values();
        int all = 0;
        int floor = 0;
        for (int pixel = 0; pixel < margin.length; pixel++) {
            if (cover.has(pixel)) {
                all++;
                floor += margin[pixel] >= 0 ? 1 : 0;
            } else if (pixel / WIDTH > Math.max(170, from)) {
                assertThat(margin[pixel]).as("floor at %d", pixel).isPositive();
            }
        }
        return (double) floor / all;
    }

    @Test
    void aCoverOfABedIsNoFloor() {
        assertThat(floor(new Cover(80, 150, Look.LINEN))).isZero();
    }

    @Test
    void whatIsNoHigherThanTheFloorMayBeOne() {
        assertThat(floor(new Cover(FLOOR + 5, 155, Look.LINEN))).isGreaterThan(.9);
    }

    @Test
    void whatHasTheFloorsColorMayBeMoreOfIt() {
        assertThat(floor(new Cover(80, 150, Look.WOOD))).isGreaterThan(.9);
        assertThat(floor(new Cover(80, 150, Look.SHADED_WOOD))).isGreaterThan(.9);
    }

    @Test
    void whereNoFloorIsSureThereIsNone() {
        assertThat(floor(new Cover(145, 160, Look.LINEN, UNSURE), NOWHERE)).isZero();
        assertThat(floor(new Cover(145, 160, Look.LINEN), NOWHERE)).isGreaterThan(.9);
    }

    /** The network is certain of single pixels; what is left of them is nothing that could be divided. */
    @Test
    void whatWasWhollyFloorIsSomethingElse() {
        var shares = SurfaceShares.blank(WIDTH * HEIGHT);
        Arrays.fill(shares.wall(), 1);
        int small = 50 * WIDTH;
        for (int pixel = small; pixel < small + 40; pixel++) {
            shares.floor()[pixel] = pixel == small ? 1 : UNSURE;
            shares.wall()[pixel] = 1 - shares.floor()[pixel];
        }
        var floor = plane(pixel -> pixel >= small && pixel < small + 40 ? 1 : -1);
        new RaisedFloors(shares, new Raster(WIDTH, HEIGHT, new byte[3 * WIDTH * HEIGHT])).drop(floor);

        for (int pixel = small; pixel < small + 40; pixel++) {
            assertThat(shares.floor()[pixel]).isZero();
            assertThat(shares.wall()[pixel] + shares.other()[pixel]).isEqualTo(1);
        }
    }
}
