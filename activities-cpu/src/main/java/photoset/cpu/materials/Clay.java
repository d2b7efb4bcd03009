package photoset.cpu.materials;

import photoset.cpu.noise.Fractal;
import photoset.cpu.noise.Hash;
import photoset.cpu.noise.Noise;

/** Brick and terracotta: each piece another firing, sandy, with burnt or chalky patches. */
final class Clay implements Shader {
    private final MaterialContext material;
    private final Fractal patches;
    private final Noise sand;
    private final Noise creases;

    Clay(MaterialContext material) {
        this.material = material;
        this.patches = material.fractal(1, 9, 6, 5);
        this.sand = material.noise(2, .25, .25);
        this.creases = material.noise(3, 3, .5);
    }

    @Override
    public void at(Spot spot, float[] rgb) {
        float patch = patches.at(spot.x, spot.y);
        float crease = creases.at(spot.x, spot.y);
        float fine = .1f * sand.at(spot.x, spot.y) + .06f * crease;
        material.base().cover(rgb, material.tone(spot.id, .16f) + material.contrast() * (fine + .12f * patch));
        float burnt = (float) material.recipe().variation() * Hash.share(spot.id, 2);
        material.accent(0)
                .mix(rgb, .7f * burnt * burnt + material.contrast() * .5f * EncodedRgb.step(.25f, .6f, patch));
        material.accent(1).mix(rgb, material.contrast() * .45f * EncodedRgb.step(.3f, .7f, -patch + .3f * crease));
    }
}
