package photoset.bench.removal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import photoset.cpu.removal.Removal;
import photoset.cpu.removal.RemovalOrder;
import photoset.imaging.Mask;
import photoset.imaging.Raster;

class RemovalBenchTest {
    private static final int WIDTH = 450;

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private RemovalBench bench() {
        return new RemovalBench(WIDTH, new PrintStream(out, true, StandardCharsets.UTF_8), folder);
    }

    @ParameterizedTest
    @EnumSource
    void whatIsFilledIsCloseToTheRoomWithoutTheThing(RemovalCase what) throws IOException {
        boolean kept = bench().differences(List.of(what));

        assertThat(kept).as(out.toString(StandardCharsets.UTF_8)).isTrue();
        assertThat(folder.resolve(what.name().toLowerCase(Locale.ROOT) + "-removed.png"))
                .isRegularFile();
    }

    /** A joint that ends or bends is less than half of the hole, so the median does not show it. */
    @ParameterizedTest
    @EnumSource(names = {"POUF_ON_TILES", "POUF_ON_FAINT_TILES", "RUG_ON_LAID_TILES"})
    void jointsOfTilesKeepTheirCourse(RemovalCase what) {
        var shot = what.shot(WIDTH);
        var order = new RemovalOrder(shot.photo(), List.of(shot.thing()), List.of(), List.of());

        assertThat(shot.difference(Removal.of(order, () -> {}).photo()).p90()).isLessThan(4.2);
    }

    /** Or the limits would show nothing. */
    @Test
    void simplerFillsMissTheLimitsOnPatterns() {
        var shot = RemovalCase.SOCKET_ON_BRICK.shot(WIDTH);
        double limit = RemovalCase.SOCKET_ON_BRICK.limit();

        for (var worse : List.of(
                TeleaFill.of(shot.photo(), shot.thing()), BlurFill.of(shot.photo(), shot.thing()), shot.photo())) {
            assertThat(shot.difference(worse).p90()).isGreaterThan(limit);
        }
    }

    /** Known answers: a slope goes on, and nothing but the hole changes. */
    @Test
    void teleasFillCarriesAStraightSlopeOn() {
        byte[] rgb = new byte[60 * 40 * 3];
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = (byte) (40 + 3 * (i / 3 % 60));
        }
        var photo = new Raster(60, 40, rgb);
        var hole = Mask.empty(60, 40);
        for (int i = 0; i < 60 * 40; i++) {
            hole.levels()[i] = (byte) (i % 60 > 24 && i % 60 < 34 && i / 60 > 14 && i / 60 < 24 ? 255 : 0);
        }
        var filled = TeleaFill.of(photo, hole);

        for (int i = 0; i < rgb.length; i++) {
            int off = Math.abs((filled.rgb()[i] & 255) - (rgb[i] & 255));
            assertThat(off).isLessThanOrEqualTo(hole.levels()[i / 3] == 0 ? 0 : 6);
        }
    }
}
