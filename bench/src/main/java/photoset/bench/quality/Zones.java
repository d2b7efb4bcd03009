package photoset.bench.quality;

import java.util.stream.IntStream;
import photoset.bench.scenes.Scene;
import photoset.imaging.Blur;
import photoset.imaging.Mask;

/**
 * Where the figures are taken, as indices of pixels.
 *
 * @param core inside the surface, clear of every edge
 * @param band pixels that show the surface and what is beside it; farther out nothing is painted
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record Zones(int[] core, int[] shadow, int[] sheen, int[] band) {
    /** An edge is sharper than this in any of the scenes. */
    private static final int CORE_DISTANCE_PX = 3;

    private static final int ALL = 255;

    static Zones of(Scene scene) {
        int[] core = core(scene);
        return new Zones(
                core,
                IntStream.of(core).filter(scene::inShadow).toArray(),
                IntStream.of(core).filter(scene::inSheen).toArray(),
                band(scene));
    }

    private static int[] core(Scene scene) {
        var mask = scene.mask();
        float[] inside = new float[mask.levels().length];
        for (int i = 0; i < inside.length; i++) {
            inside[i] = mask.at(i) == ALL && scene.protect().at(i) == 0 ? 1 : 0;
        }
        new Blur(mask.width(), mask.height()).box(inside, CORE_DISTANCE_PX);
        return inner(mask).filter(i -> inside[i] > .9999f).toArray();
    }

    private static int[] band(Scene scene) {
        var mask = scene.mask();
        return inner(mask)
                .filter(i ->
                        mask.at(i) > 0 && mask.at(i) < ALL && scene.protect().at(i) == 0)
                .toArray();
    }

    /** Every pixel that has eight neighbours. */
    private static IntStream inner(Mask mask) {
        int width = mask.width();
        return IntStream.range(width, mask.levels().length - width)
                .filter(i -> i % width != 0 && i % width != width - 1);
    }
}
