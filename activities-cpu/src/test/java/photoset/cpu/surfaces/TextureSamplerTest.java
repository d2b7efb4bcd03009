package photoset.cpu.surfaces;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import photoset.cpu.materials.Catalogue;
import photoset.cpu.materials.MaterialTile;
import photoset.imaging.ColorDifference;
import photoset.imaging.Lab;
import photoset.imaging.LinearRgb;
import photoset.imaging.Raster;
import photoset.workflows.rendering.ResolvedAction.Corner;
import photoset.workflows.rendering.SurfaceKind;

class TextureSamplerTest {
    private static final int WIDTH = 320;
    private static final int HEIGHT = 240;
    private static final int SIDE = 512;

    /** Samples across a pixel in the picture that counts as true. */
    private static final int TRUTH = 16;

    /** A floor whose horizon is at a third of the picture. */
    private static final List<Corner> FLOOR =
            List.of(new Corner(.45, .36), new Corner(.55, .36), new Corner(1.6, 1), new Corner(-.6, 1));

    private final Raster photo = new Raster(WIDTH, HEIGHT, new byte[WIDTH * HEIGHT * 3]);
    private final Surface floor = Surface.through(FLOOR, photo, SurfaceKind.FLOOR);
    private final float[] rgb = new float[3];

    @Test
    void looksLikeTheTruthUpToTheHorizon() {
        var tile = MaterialTile.of(Catalogue.of("oak_herringbone"), SIDE);
        var laid = new TextureSampler(floor, new MipMap(tile), 1, 0);
        double[] differences = new double[1000];
        int count = 0;
        for (int y = 84; y < HEIGHT; y += 7) {
            laid.row(y);
            for (int x = 3; x < WIDTH; x += 17) {
                laid.colors(x, 1, rgb);
                differences[count++] = ColorDifference.ciede2000(lab(rgb), lab(truth(tile, x, y)));
            }
        }
        Arrays.sort(differences, 0, count);
        assertThat(Arrays.stream(differences, 0, count).average().orElseThrow()).isLessThan(1);
        assertThat(differences[(int) (.95 * count)]).isLessThan(2.5);
    }

    @Test
    void nothingFlickersAtTheHorizon() {
        // Stripes of 2 cm: far away they are finer than a pixel, and nearest or bilinear samples would make others of
        // them.
        var stripes = new TextureSampler(floor, new MipMap(stripes(SIDE / 32)), 1, 0);
        for (int y = 82; y < 92; y++) {
            stripes.row(y);
            double least = 1;
            double most = 0;
            for (int x = 0; x < WIDTH; x++) {
                stripes.colors(x, 1, rgb);
                least = Math.min(least, rgb[0]);
                most = Math.max(most, rgb[0]);
            }
            assertThat(most - least).as("contrast in row %d", y).isLessThan(.12);
        }
    }

    @Test
    void aStraightLineStaysStraight() {
        var halves = new TextureSampler(floor, new MipMap(stripes(SIDE / 2)), 6, 0);
        double[] xs = new double[HEIGHT];
        double[] at = new double[3];
        for (int y = 150; y < HEIGHT; y++) {
            halves.row(y);
            int x = WIDTH / 2 - 80;
            do {
                halves.colors(x++, 1, rgb);
            } while (rgb[0] > .5);
            do {
                halves.colors(x++, 1, rgb);
            } while (rgb[0] < .5);
            xs[y] = x;
        }
        fit(xs, at);
        for (int y = 150; y < HEIGHT; y++) {
            assertThat(Math.abs(xs[y] - at[0] - at[1] * y)).as("row %d", y).isLessThanOrEqualTo(1);
        }
    }

    @Test
    void theSameEveryTimeAndFromWhicheverColumnItStarts() {
        var tile = new MipMap(MaterialTile.of(Catalogue.of("subway_sage"), SIDE));
        var first = new TextureSampler(floor, tile, 1, 30);
        var second = new TextureSampler(floor, tile, 1, 30);
        float[] other = new float[3];
        first.row(200);
        second.row(200);
        for (int x = 0; x < WIDTH; x++) {
            first.colors(x, 1, rgb);
            second.colors(x, 1, other);
            assertThat(rgb).isEqualTo(other);
        }
        second.row(200);
        second.colors(WIDTH - 1, 1, other);
        assertThat(Math.abs(rgb[0] - other[0])).isLessThan(.02f);
    }

    private static MaterialTile stripes(int widthPx) {
        byte[] bytes = new byte[SIDE * SIDE * 3];
        for (int i = 0; i < SIDE * SIDE; i++) {
            byte level = (byte) (i % SIDE / widthPx % 2 == 0 ? 255 : 0);
            Arrays.fill(bytes, 3 * i, 3 * i + 3, level);
        }
        return new MaterialTile(new Raster(SIDE, SIDE, bytes), 64, 64);
    }

    private float[] truth(MaterialTile tile, int x, int y) {
        float[] sums = new float[3];
        var plane = floor.planes().getFirst();
        for (int k = 0; k < TRUTH * TRUTH; k++) {
            int down = k / TRUTH;
            var at = plane.map(x + (k % TRUTH + .5) / TRUTH, y + (down + .5) / TRUTH);
            int column = Math.floorMod((int) Math.floor(at.x() * SIDE / tile.widthCm()), SIDE);
            int row = Math.floorMod((int) Math.floor(at.y() * SIDE / tile.heightCm()), SIDE);
            var texel = tile.picture().at(row * SIDE + column);
            sums[0] += texel.red();
            sums[1] += texel.green();
            sums[2] += texel.blue();
        }
        for (int channel = 0; channel < 3; channel++) {
            sums[channel] /= TRUTH * TRUTH;
        }
        return sums;
    }

    private static Lab lab(float[] rgb) {
        return Lab.of(new LinearRgb(rgb[0], rgb[1], rgb[2]));
    }

    private static void fit(double[] xs, double[] line) {
        double n = HEIGHT - 150;
        double sy = 0;
        double syy = 0;
        double sx = 0;
        double sxy = 0;
        for (int y = 150; y < HEIGHT; y++) {
            sy += y;
            syy += (double) y * y;
            sx += xs[y];
            sxy += xs[y] * y;
        }
        line[1] = (n * sxy - sx * sy) / (n * syy - sy * sy);
        line[0] = (sx - line[1] * sy) / n;
    }
}
