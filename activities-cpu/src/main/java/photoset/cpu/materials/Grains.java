package photoset.cpu.materials;

import photoset.cpu.noise.Cells;
import photoset.cpu.noise.Fractal;
import photoset.cpu.noise.Hash;
import photoset.cpu.noise.Noise;

/** Granite, whose crystals touch, and terrazzo, whose chips lie in a matrix. */
final class Grains implements Shader {
    /** Mean distances of the chips of a terrazzo mix and of the crystals of a granite, in cm. */
    private static final double[] CHIPS_CM = {2.6, 1.3, .65};

    private static final double[] CRYSTALS_CM = {.6, .3};

    private final MaterialContext material;
    private final boolean inMatrix;
    private final Cells[] sizes;
    private final Noise wobbleX;
    private final Noise wobbleY;
    private final Fractal clouds;
    private final float soft;

    Grains(MaterialContext material, boolean inMatrix) {
        this.material = material;
        this.inMatrix = inMatrix;
        double[] cm = inMatrix ? CHIPS_CM : CRYSTALS_CM;
        this.sizes = new Cells[cm.length];
        for (int i = 0; i < cm.length; i++) {
            sizes[i] = new Cells(
                    material.seed(10 + i),
                    material.extent(),
                    Math.max(cm[i], 3 * material.extent().cmPerPx()));
        }
        this.wobbleX = material.noise(1, .8, .8);
        this.wobbleY = material.noise(2, .8, .8);
        this.clouds = material.fractal(3, 12, 12, 2);
        this.soft = (float) material.extent().cmPerPx();
    }

    @Override
    public void at(Spot spot, float[] rgb) {
        float cloud = clouds.at(spot.x, spot.y);
        material.base().cover(rgb, material.contrast() * .04f * cloud + material.tone(spot.id, .04f));
        if (material.accents().isEmpty()) {
            return;
        }
        float x = spot.x + .12f * wobbleX.at(spot.x, spot.y);
        float y = spot.y + .12f * wobbleY.at(spot.x, spot.y);
        // Small chips first: the large ones lie on top.
        for (int i = sizes.length - 1; i >= 0; i--) {
            sizes[i].locate(x, y);
            if (inMatrix) {
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
            color(id).mix(rgb, cover * (.45f + .55f * material.contrast()));
        }
    }

    private void crystal(Cells cells, float cloud, float[] rgb) {
        int id = cells.id();
        float there = Hash.share(id, 1) + .25f * cloud;
        if (there > .45f) {
            color(id).mix(rgb, material.contrast() * (.35f + .5f * Hash.share(id, 2)));
        }
    }

    private EncodedRgb color(int id) {
        var accents = material.accents();
        return accents.get((int) (Hash.share(id, 3) * accents.size()));
    }
}
