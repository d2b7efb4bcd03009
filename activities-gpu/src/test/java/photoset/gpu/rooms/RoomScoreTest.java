package photoset.gpu.rooms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import photoset.gpu.rooms.RoomScore.Voices;
import photoset.imaging.Plane;
import photoset.imaging.Raster;

class RoomScoreTest {
    private static final int WIDTH = 256;
    private static final int HEIGHT = 192;
    private static final int GRID = 32;

    /** A plain white wall in soft light, a little noise. */
    private static Raster plainWall() {
        return plainWall(0, 4, 12);
    }

    /** The same of another color: how much darker each channel is. */
    private static Raster plainWall(int red, int green, int blue) {
        var noise = new Random(3);
        byte[] rgb = new byte[WIDTH * HEIGHT * 3];
        for (int i = 0; i < WIDTH * HEIGHT; i++) {
            double light = 210 - .3 * (i % WIDTH) + 2 * noise.nextGaussian();
            rgb[i * 3] = (byte) Math.round(light - red);
            rgb[i * 3 + 1] = (byte) Math.round(light - green);
            rgb[i * 3 + 2] = (byte) Math.round(light - blue);
        }
        return new Raster(WIDTH, HEIGHT, rgb);
    }

    /** The same everywhere but for the lowest rows, where something of a room may be. */
    private static Voices voices(float wall, float backdrop, float floorBelow) {
        return voices(wall, backdrop, floorBelow, .2);
    }

    private static Voices voices(float wall, float backdrop, float floorBelow, double shareOfFloor) {
        var floor = new float[GRID * GRID];
        Arrays.fill(floor, (int) (floor.length * (1 - shareOfFloor)), floor.length, floorBelow);
        return new Voices(everywhere(wall), new Plane(GRID, GRID, floor), everywhere(.1f), everywhere(backdrop));
    }

    private static Plane everywhere(float probability) {
        var values = new float[GRID * GRID];
        Arrays.fill(values, probability);
        return new Plane(GRID, GRID, values);
    }

    @Test
    void aMeadowUnderTheSkyIsNoRoom() {
        var score = RoomScore.of(voices(.05f, .95f, 0), OutdoorPictures.meadow(WIDTH, HEIGHT));

        assertThat(score.named()).isZero();
        assertThat(score.colors()).isGreaterThan(30);
        assertThat(score.isRoom()).isFalse();
    }

    @Test
    void grassIsNoWallEvenWhereTheNetworkCallsItOne() {
        var score = RoomScore.of(voices(.9f, .2f, 0), OutdoorPictures.grass(WIDTH, HEIGHT));

        assertThat(score.named()).isEqualTo(1);
        assertThat(score.isRoom()).isFalse();
    }

    @Test
    void aSoftLawnIsNoWallEvenUnderASkyThatIsTakenForACeiling() {
        var lawn = OutdoorPictures.lawn(WIDTH, HEIGHT);

        assertThat(RoomScore.of(voices(.9f, .2f, 0), lawn).isRoom()).isFalse();
        assertThat(RoomScore.of(voices(.9f, .2f, .95f), lawn).isRoom()).isFalse();
    }

    @Test
    void aWallMayBeAsGreenAsLeaves() {
        var score = RoomScore.of(voices(.9f, .2f, 0), plainWall(70, 40, 100));

        assertThat(score.vegetation()).isZero();
        assertThat(score.isRoom()).isTrue();
    }

    @Test
    void aPlainGroundMayBeAWall() {
        assertThat(RoomScore.of(voices(.05f, .95f, 0), plainWall()).isRoom()).isTrue();
        assertThat(RoomScore.of(voices(.9f, .2f, 0), plainWall()).isRoom()).isTrue();
    }

    @Test
    void whatARoomHasBesideItsWallsOutweighsTheLookOfThem() {
        assertThat(RoomScore.of(voices(.05f, .6f, .9f, .4), OutdoorPictures.meadow(WIDTH, HEIGHT))
                        .isRoom())
                .isTrue();
        assertThat(RoomScore.of(voices(.9f, .2f, .95f, .4), OutdoorPictures.grass(WIDTH, HEIGHT))
                        .isRoom())
                .isTrue();
    }

    @Test
    void aPictureWithoutAWallHasNothingAgainstIt() {
        var score = RoomScore.of(voices(.05f, 0, 0), OutdoorPictures.meadow(WIDTH, HEIGHT));

        assertThat(score.colors()).isZero();
        assertThat(score.roughness()).isZero();
    }
}
