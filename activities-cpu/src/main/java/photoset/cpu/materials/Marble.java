package photoset.cpu.materials;

import photoset.cpu.noise.Fractal;
import photoset.cpu.noise.Noise;

/** Veins where a bent field of noise crosses zero, in three strengths, over soft clouds. */
final class Marble implements Shader {
    private final MaterialContext material;
    private final Fractal bendX;
    private final Fractal bendY;
    private final Fractal clouds;
    private final Fractal veins;
    private final Fractal threads;
    private final Noise strength;
    private final float scale;
    private final float shear;

    Marble(MaterialContext material) {
        this.material = material;
        double piece = Math.max(material.recipe().lengthCm(), material.recipe().widthCm());
        // Veins of a slab run for a metre; a small tile shows a part of that and not a tiny slab.
        double size = Math.clamp(piece * .6, 18, 90);
        this.scale = (float) size;
        this.shear = (float) (material.extent().heightCm() / material.extent().widthCm());
        this.bendX = material.fractal(1, size * .8, size * .8, 4);
        this.bendY = material.fractal(2, size * .8, size * .8, 4);
        this.clouds = material.fractal(3, size * .5, size * .5, 5);
        this.veins = material.fractal(4, size * 1.3, size * .7, 3);
        this.threads = material.fractal(5, size * .55, size * .35, 3);
        this.strength = material.noise(6, size * .5, size * .5);
    }

    @Override
    public void at(Spot spot, float[] rgb) {
        float bx = .22f * scale * bendX.at(spot.x, spot.y);
        float by = .22f * scale * bendY.at(spot.x, spot.y);
        float x = spot.x + bx;
        // A shear by whole repeats makes the veins run slantwise and leaves no seam.
        float y = spot.y + by + shear * spot.x;
        float contrast = material.contrast();
        float strong = Math.max(0, .55f + .8f * strength.at(spot.x, spot.y));
        float vein = Math.abs(veins.at(x, y));
        float thread = Math.abs(threads.at(x, y));
        float cloud = clouds.at(x, y);
        material.base().cover(rgb, contrast * .045f * cloud + material.tone(spot.id, .04f));
        float halo = 1 - EncodedRgb.step(0, .22f, vein);
        material.accent(1).mix(rgb, contrast * (.3f * halo * halo + .25f * EncodedRgb.step(.1f, .6f, cloud)));
        float line = 1 - EncodedRgb.step(0, .012f + .03f * strong, vein);
        material.accent(0).mix(rgb, contrast * strong * (.25f * halo * halo * halo + .55f * line));
        float hair = 1 - EncodedRgb.step(0, .022f, thread);
        material.accent(0).mix(rgb, contrast * .4f * Math.max(0, strong - .35f) * hair);
    }
}
