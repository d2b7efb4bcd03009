package photoset.cpu.edges;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import photoset.imaging.LinearRgb;
import photoset.imaging.Mask;
import photoset.imaging.Raster;
import photoset.imaging.Srgb;

class ClosedFormMattingTest {
    private static final int WIDTH = 1536;
    private static final int HEIGHT = 240;
    private static final int EDGE = 120;

    /** The still life at a width of 900 has 33,000. */
    private static final int FEW_UNKNOWNS = 25_000;

    /** The wall's share above a carpet whose pile stands a few pixels out of it. */
    private static float[] pile() {
        var random = new Random(9);
        float[] wall = new float[WIDTH * HEIGHT];
        Arrays.fill(wall, 0, EDGE * WIDTH, 1);
        for (int hair = 0; hair < WIDTH / 5; hair++) {
            double root = random.nextDouble(2, WIDTH - 2.0);
            double lean = random.nextDouble(-.6, .6);
            double length = random.nextDouble(2, 6);
            for (int up = 1; up <= length; up++) {
                double x = root + lean * up;
                int column = (int) Math.clamp(x, 0, WIDTH - 2.0);
                float thick = (float) Math.min(1, (length + 1 - up) / 2);
                float right = (float) (x - column);
                wall[(EDGE - up) * WIDTH + column] *= 1 - thick * (1 - right);
                wall[(EDGE - up) * WIDTH + column + 1] *= 1 - thick * right;
            }
        }
        return wall;
    }

    private static Raster photo(float[] wall) {
        var noise = new Random(2);
        var carpet = new LinearRgb(.09f, .06f, .12f);
        byte[] rgb = new byte[wall.length * 3];
        for (int i = 0; i < wall.length; i++) {
            rgb[i * 3] = mixed(wall[i], StillLife.BEIGE.red(), carpet.red(), noise);
            rgb[i * 3 + 1] = mixed(wall[i], StillLife.BEIGE.green(), carpet.green(), noise);
            rgb[i * 3 + 2] = mixed(wall[i], StillLife.BEIGE.blue(), carpet.blue(), noise);
        }
        return new Raster(WIDTH, HEIGHT, rgb);
    }

    private static byte mixed(float share, float wall, float carpet, Random noise) {
        return Srgb.toByte((float) (carpet + share * (wall - carpet) + .003 * noise.nextGaussian()));
    }

    private static double error(Mask mask, float[] wall) {
        double sum = 0;
        int rows = 8;
        for (int i = (EDGE - rows) * WIDTH; i < (EDGE + 2) * WIDTH; i++) {
            sum += Math.abs(mask.at(i) / 255.0 - wall[i]);
        }
        return sum / ((rows + 2) * WIDTH);
    }

    @Test
    void findsThePileOfACarpetThatTheGuidedFilterSmears() {
        float[] wall = pile();
        var photo = photo(wall);
        var coarse = Mask.empty(WIDTH, HEIGHT);
        Arrays.fill(coarse.levels(), 0, (EDGE - 2) * WIDTH, (byte) 255);
        double refined = error(Refinement.refined(photo, List.of(coarse)).getFirst(), wall);
        double matted = error(ClosedFormMatting.matted(photo, List.of(coarse)).getFirst(), wall);

        assertThat(error(coarse, wall)).isGreaterThan(1.5 * refined);
        assertThat(matted).isLessThan(.5 * refined);
    }

    @Test
    void isNoWorseOnPlainEdgesAndTheSameTwice() {
        var scene = new StillLife(900);
        var photo = scene.photo(StillLife.BEIGE);
        var coarse = List.of(scene.coarse());
        var matted = ClosedFormMatting.matted(photo, coarse).getFirst();

        assertThat(scene.error(matted))
                .isLessThan(scene.error(Refinement.refined(photo, coarse).getFirst()));
        assertThat(Arrays.equals(
                        matted.levels(),
                        ClosedFormMatting.matted(photo, coarse).getFirst().levels()))
                .isTrue();
    }

    @Test
    void aMaskWithTooManyUnknownsIsSolvedInANarrowerBand() {
        var scene = new StillLife(900);
        var photo = scene.photo(StillLife.BEIGE);
        var coarse = List.of(scene.coarse());
        var refined = Refinement.refined(photo, coarse).getFirst();
        var whole = ClosedFormMatting.matted(photo, coarse).getFirst();
        var narrow = ClosedFormMatting.matted(photo, coarse, FEW_UNKNOWNS).getFirst();

        assertThat(narrow.levels()).isNotEqualTo(whole.levels());
        assertThat(scene.error(narrow)).isLessThan(.8 * scene.error(refined));
        for (int i = 0; i < scene.pixels(); i++) {
            assertThat(Math.abs(narrow.at(i) / 255.0 - scene.wall(i)))
                    .as("pixel %d", i)
                    .isLessThan(.6);
        }
    }

    @Test
    void aMaskThatIsAllEdgeKeepsItsRefinedOne() {
        var scene = new StillLife(900);
        var photo = scene.photo(StillLife.BEIGE);
        var coarse = List.of(scene.coarse());

        assertThat(ClosedFormMatting.matted(photo, coarse, 1).getFirst().levels())
                .isEqualTo(Refinement.refined(photo, coarse).getFirst().levels());
    }

    @Test
    void keepsWhatIsFarFromEveryEdge() {
        var photo = photo(pile());
        var coarse = Mask.empty(WIDTH, HEIGHT);
        Arrays.fill(coarse.levels(), 0, EDGE * WIDTH, (byte) 255);
        var matted = ClosedFormMatting.matted(photo, List.of(coarse)).getFirst();

        for (int x = 0; x < WIDTH; x += 50) {
            assertThat(matted.at(50 * WIDTH + x)).isEqualTo(255);
            assertThat(matted.at(200 * WIDTH + x)).isZero();
        }
    }
}
