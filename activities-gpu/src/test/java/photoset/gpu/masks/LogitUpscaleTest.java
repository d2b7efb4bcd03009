package photoset.gpu.masks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import photoset.gpu.masks.Instance.Box;
import photoset.imaging.Mask;
import photoset.imaging.Plane;

class LogitUpscaleTest {
    private static Plane blob(long seed) {
        var random = new Random(seed);
        int left = random.nextInt(9);
        int top = random.nextInt(9);
        var logOdds = new float[12 * 12];
        for (int i = 0; i < logOdds.length; i++) {
            boolean inside = i % 12 >= left && i % 12 < left + 3 && i / 12 >= top && i / 12 < top + 3;
            logOdds[i] = inside ? 8 * random.nextFloat() - 2 : -6;
        }
        return new Plane(12, 12, logOdds);
    }

    @Test
    void aPartIsWhatTheWholeHasThereAndNothingLiesBeyondTheExtent() {
        for (int seed = 0; seed < 200; seed++) {
            var logOdds = blob(seed);
            var whole = LogitUpscale.drawn(logOdds, 101, 67, new Box(0, 0, 101, 67));
            var where = LogitUpscale.extent(logOdds, 101, 67);
            var part = LogitUpscale.drawn(logOdds, 101, 67, where);
            for (int y = 0; y < 67; y++) {
                for (int x = 0; x < 101; x++) {
                    boolean within =
                            x >= where.x() && x < where.x() + where.w() && y >= where.y() && y < where.y() + where.h();
                    byte wanted = within ? part.levels()[(y - where.y()) * where.w() + x - where.x()] : 0;
                    assertThat(whole.levels()[y * 101 + x])
                            .as("%d: %d, %d", seed, x, y)
                            .isEqualTo(wanted);
                }
            }
        }
    }

    @Test
    void coversWhereTheInterpolatedOddsArePositive() {
        var logOdds = blob(7);
        var resized = logOdds.resized(101, 67);
        var mask = LogitUpscale.drawn(logOdds, 101, 67, new Box(0, 0, 101, 67));
        for (int i = 0; i < resized.values().length; i++) {
            assertThat((mask.levels()[i] & 0xff) >= Mask.COVERED)
                    .as("%d: %f", i, resized.values()[i])
                    .isEqualTo(resized.values()[i] > 0);
        }
    }

    @Test
    void nothingIsAnEmptyPart() {
        assertThat(LogitUpscale.extent(new Plane(1, 2, new float[] {-3, -9}), 50, 50))
                .isEqualTo(new Box(0, 0, 0, 0));
    }
}
