package photoset.cpu.shadows;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import photoset.imaging.Mask;
import photoset.imaging.Raster;

class ShadowBesideTest {
    private static final int WIDTH = 1000;
    private static final int HEIGHT = 300;
    private static final int FOOT = 180;
    private static final int BEYOND = 5;

    private interface Ground {
        double at(int x, int below);
    }

    private static Mask thing(int width) {
        var mask = Mask.empty(WIDTH, HEIGHT);
        for (int y = 60; y < FOOT; y++) {
            for (int x = 400; x < 400 + width; x++) {
                mask.levels()[y * WIDTH + x] = (byte) 255;
            }
        }
        return mask;
    }

    private static Mask with(Ground ground, Mask thing) {
        var random = new Random(4);
        byte[] rgb = new byte[3 * WIDTH * HEIGHT];
        for (int i = 0; i < WIDTH * HEIGHT; i++) {
            long level = thing.at(i) > 0 ? 20 : Math.round(ground.at(i % WIDTH, i / WIDTH - FOOT));
            for (int channel = 0; channel < 3; channel++) {
                rgb[3 * i + channel] = (byte) (level + random.nextInt(3));
            }
        }
        return ShadowBeside.with(new Raster(WIDTH, HEIGHT, rgb), thing, BEYOND);
    }

    /** Dark below the thing, and brighter with the distance from it. */
    private static double softly(int below) {
        return below < 0 ? 1 : 1 - .6 * Math.exp(-below / 12.0);
    }

    @Test
    void aSoftShadowBelowAThingIsFoundAndNothingElse() {
        var shaded = with((x, below) -> 180 * softly(below), thing(150));

        assertThat(shaded.at((FOOT + 10) * WIDTH + 470)).isEqualTo(255);
        assertThat(shaded.at((FOOT + 12) * WIDTH + 440)).isEqualTo(255);
        assertThat(shaded.at((FOOT + 40) * WIDTH + 470)).isZero();
        assertThat(shaded.at(40 * WIDTH + 470)).isZero();
        assertThat(shaded.at(120 * WIDTH + 390)).isZero();
    }

    @Test
    void whatHasAnEdgeIsNoSuchShadow() {
        var thing = thing(150);

        assertThat(with((x, below) -> below >= 0 && below < 20 ? 90 : 180, thing))
                .isSameAs(thing);
    }

    @Test
    void evenGroundAndJointsAreNone() {
        var thing = thing(150);

        assertThat(with((x, below) -> 120 + .05 * x, thing)).isSameAs(thing);
        assertThat(with((x, below) -> x % 30 < 2 || below == 8 ? 140 : 180, thing))
                .isSameAs(thing);
    }

    @Test
    void whatIsBesideAThinThingIsLeft() {
        var thing = thing(6);

        assertThat(with((x, below) -> 180 * softly(below), thing)).isSameAs(thing);
    }
}
