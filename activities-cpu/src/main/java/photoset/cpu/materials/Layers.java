package photoset.cpu.materials;

import photoset.cpu.noise.Fractal;
import photoset.cpu.noise.Noise;

/** Stones that were laid down in layers: travertine is cut across them, slate is split along them. */
final class Layers implements Shader {
    private final MaterialContext material;
    private final boolean across;
    private final Fractal bend;
    private final Fractal bands;
    private final Fractal cloud;
    private final Noise grain;
    private final Noise pits;
    private final Noise crowd;

    Layers(MaterialContext material, boolean across) {
        this.material = material;
        this.across = across;
        this.bend = material.fractal(1, 40, 14, 4);
        this.bands = across ? material.fractal(2, 120, 3.2, 4) : material.fractal(2, 26, 15, 6);
        this.cloud = material.fractal(3, 25, 18, 5);
        this.grain = material.noise(4, across ? .3 : 1.1, .25);
        this.pits = material.noise(5, across ? 2.6 : 7, across ? .5 : .35);
        this.crowd = material.noise(6, 24, 6);
    }

    @Override
    public void at(Spot spot, float[] rgb) {
        float contrast = material.contrast();
        float x = spot.x;
        float y = spot.y + (across ? 2.2f : 4f) * bend.at(spot.x, spot.y);
        float band = bands.at(x, y);
        float soft = cloud.at(spot.x, spot.y);
        float tone = contrast * ((across ? .1f : .22f) * band + .05f * soft + .035f * grain.at(x, y));
        material.base().cover(rgb, tone + material.tone(spot.id, .12f));
        material.accent(1).mix(rgb, contrast * .5f * EncodedRgb.step(.05f, .6f, soft + .4f * band));
        float from = .5f - .25f * crowd.at(x, y);
        float pit = EncodedRgb.step(from, from + .16f, pits.at(x, y));
        float dark = across ? .35f * EncodedRgb.step(.12f, .55f, -band) + .6f * pit : .35f * pit;
        material.accent(0).mix(rgb, contrast * dark);
    }
}
