package photoset.gpu.rooms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import photoset.gpu.rooms.Surfaces.Words;
import photoset.imaging.Plane;
import photoset.imaging.Raster;

/** The corner of a room, whose floor the network ends some rows before the wall's foot. */
class FloorStripsTest {
    private static final int WIDTH = 256;
    private static final int HEIGHT = 192;

    /** How many rows of floor the network leaves out. */
    private static final int STRIP = 7;

    private static final int[] WHITE = {205, 208, 204};
    private static final int[] WOOD = {150, 115, 80};

    /** What the network takes the strip for. */
    private enum Taken {
        FOR_WALL,
        FOR_NOTHING,
        FOR_MOLDING
    }

    /** The row where the floor begins in truth: two walls that meet in a corner. */
    private static double foot(int pixel) {
        return 110 + .12 * Math.abs(pixel % WIDTH - 150);
    }

    private static double belowFoot(int pixel) {
        int row = pixel / WIDTH;
        return row - foot(pixel);
    }

    /** Boards and walls darken towards each other; the strip may have a look of its own. */
    private static Raster picture(int[] wall, int[] strip) {
        var noise = new Random(5);
        byte[] rgb = new byte[3 * WIDTH * HEIGHT];
        for (int i = 0; i < rgb.length; i++) {
            double below = belowFoot(i / 3);
            double joint = below > 0 && (i / 3 / WIDTH) % 19 == 0 ? -25 : 0;
            int[] look = below < 0 ? wall : below < STRIP ? strip : WOOD;
            double shade = 1 - .25 * Math.exp(-Math.abs(below) / 10);
            rgb[i] = (byte) Math.round(look[i % 3] * shade + joint + 3 * noise.nextGaussian());
        }
        return new Raster(WIDTH, HEIGHT, rgb);
    }

    /** Rises from 0 to 1 over some rows, as a network's answers do. */
    private static double ramp(double rows) {
        return 1 / (1 + Math.exp(-rows));
    }

    private static Plane plane(IntToDoubleFunction value) {
        var values = new float[WIDTH * HEIGHT];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) value.applyAsDouble(i);
        }
        return new Plane(WIDTH, HEIGHT, values);
    }

    private static Words words(Taken taken) {
        IntToDoubleFunction floor = pixel -> .02 + .93 * ramp(belowFoot(pixel) - STRIP);
        IntToDoubleFunction strip = pixel -> ramp(belowFoot(pixel)) * (1 - ramp(belowFoot(pixel) - STRIP));
        IntToDoubleFunction wall = pixel -> .02
                + .93 * (1 - ramp(belowFoot(pixel) - STRIP))
                - (taken == Taken.FOR_WALL ? 0 : .85 * strip.applyAsDouble(pixel));
        var nothing = plane(pixel -> 0);
        var molding = taken == Taken.FOR_MOLDING ? plane(strip) : nothing;
        return new Words(plane(wall), nothing, plane(floor), nothing, nothing, molding);
    }

    /** The share of the strip that is floor. */
    private static double floor(Raster picture, Taken taken) {
        float[] margin = Surfaces.of(words(taken))
                .refined(picture)
                .margin(RoomPart.FLOOR)
                .values();
        int all = 0;
        int floor = 0;
        for (int pixel = 0; pixel < margin.length; pixel++) {
            double below = belowFoot(pixel);
            if (below > 1 && below < STRIP - 1) {
                all++;
                floor += margin[pixel] >= 0 ? 1 : 0;
            } else if (below < -1) {
                assertThat(margin[pixel]).as("wall at %d", pixel).isNegative();
            }
        }
        return (double) floor / all;
    }

    @Test
    void floorGoesOnToTheWallsFoot() {
        assertThat(floor(picture(WHITE, WOOD), Taken.FOR_WALL)).isGreaterThan(.95);
        assertThat(floor(picture(WHITE, WOOD), Taken.FOR_NOTHING)).isGreaterThan(.95);
    }

    @Test
    void aSkirtingIsNoFloor() {
        assertThat(floor(picture(WHITE, new int[] {235, 235, 232}), Taken.FOR_WALL))
                .isLessThan(.05);
        assertThat(floor(picture(WHITE, WOOD), Taken.FOR_MOLDING)).isLessThan(.05);
    }

    @Test
    void withoutAnEdgeTheNetworksLineStays() {
        assertThat(floor(picture(WOOD, WOOD), Taken.FOR_WALL)).isLessThan(.05);
    }
}
