package photoset.cpu.materials;

import photoset.cpu.noise.Cells;
import photoset.cpu.noise.Fractal;
import photoset.cpu.noise.Hash;
import photoset.cpu.noise.Noise;

/** Granite, whose crystals touch, and terrazzo, whose chips swim in a matrix. */
final class Grains implements Shader {
    /** Mean distances of the chips of a terrazzo mix and of the crystals of a granite, in cm. */
    private static final double[] CHIPS_CM = {2.6, 1.3, .65};

    private static final double[] CRYSTALS_CM = {.6, .3};

    private final MaterialContext stuff;
    private final boolean swim;
    private final Cells[] sizes;
    private final Noise wobbleX;
    private final Noise wobbleY;
    private final Fractal clouds;
    private final float soft;

    Grains(MaterialContext stuff, boolean swim) {
        this.stuff = stuff;
        this.swim = swim;
        double[] cm = swim ? CHIPS_CM : CRYSTALS_CM;
        this.sizes = new Cells[cm.length];
        for (int i = 0; i < cm.length; i++) {
            sizes[i] = new Cells(
                    stuff.seed(10 + i),
                    stuff.extent(),
                    Math.max(cm[i], 3 * stuff.extent().cmPerPx()));
        }
        this.wobbleX = stuff.noise(1, .8, .8);
        this.wobbleY = stuff.noise(2, .8, .8);
        this.clouds = stuff.fractal(3, 12, 12, 2);
        this.soft = (float) stuff.extent().cmPerPx();
    }

    @Override
    public void at(Spot spot, float[] rgb) {
        float cloud = clouds.at(spot.x, spot.y);
        stuff.base().cover(rgb, stuff.contrast() * .04f * cloud + stuff.tone(spot.id, .04f));
        if (stuff.accents().isEmpty()) {
            return;
        }
        float x = spot.x + .12f * wobbleX.at(spot.x, spot.y);
        float y = spot.y + .12f * wobbleY.at(spot.x, spot.y);
        // Small chips first: the large ones lie on top.
        for (int i = sizes.length - 1; i >= 0; i--) {
            sizes[i].look(x, y);
            if (swim) {
                chip(sizes[i], rgb);
            } else {
                crystal(sizes[i], cloud, rgb);
            }
        }
    }

    private void chip(Cells cells, float[] rgb) {
        int id = cells.id();
        if (Hash.share(id, 1) < .4f) {
            float inset = .06f + .2f * Hash.share(id, 2);
            float cover = Math.clamp((cells.border() - inset) / soft + .5f, 0f, 1f);
            color(id).mix(rgb, cover * (.45f + .55f * stuff.contrast()));
        }
    }

    private void crystal(Cells cells, float cloud, float[] rgb) {
        int id = cells.id();
        float there = Hash.share(id, 1) + .25f * cloud;
        if (there > .45f) {
            color(id).mix(rgb, stuff.contrast() * (.35f + .5f * Hash.share(id, 2)));
        }
    }

    private EncodedRgb color(int id) {
        var accents = stuff.accents();
        return accents.get((int) (Hash.share(id, 3) * accents.size()));
    }
}
