package photoset.cpu.materials;

import photoset.cpu.noise.Fractal;
import photoset.cpu.noise.Noise;

/** Paint, glaze, concrete: one colour with soft clouds, a grain, and in cast surfaces some pores. */
final class Coating implements Shader {
    /** A roller leaves a grain of some millimetres and nothing else. */
    static final Style ROLLER = new Style(.012f, .03f, 30, .35, 0);

    /** A fired glaze runs a little thinner and thicker. */
    static final Style GLAZE = new Style(.035f, .008f, 9, .3, 0);

    /** Concrete dries in clouds and keeps the bubbles that did not rise. */
    static final Style CAST = new Style(.2f, .07f, 45, .25, .8f);

    private final MaterialContext material;
    private final Style style;
    private final Fractal clouds;
    private final Fractal stains;
    private final Noise grain;
    private final Noise pores;
    private final Noise crowd;

    /** Strengths of clouds, grain and pores, and the sizes of the first two in cm. */
    record Style(float clouds, float grain, double cloudCm, double grainCm, float pores) {}

    Coating(MaterialContext material, Style style) {
        this.material = material;
        this.style = style;
        this.clouds = material.fractal(1, style.cloudCm(), style.cloudCm(), 5);
        this.stains = material.fractal(2, style.cloudCm() / 5, style.cloudCm() / 4, 5);
        this.grain = material.noise(3, style.grainCm(), style.grainCm());
        this.pores = material.noise(4, .9, .9);
        this.crowd = material.noise(5, 14, 14);
    }

    @Override
    public void at(Spot spot, float[] rgb) {
        float contrast = material.contrast();
        float soft = style.clouds() * (clouds.at(spot.x, spot.y) + .5f * stains.at(spot.x, spot.y));
        float tone = contrast * (soft + style.grain() * grain.at(spot.x, spot.y)) + material.tone(spot.id, .05f);
        material.base().cover(rgb, tone);
        if (style.pores() > 0) {
            float from = .78f - .12f * crowd.at(spot.x, spot.y);
            float pore = EncodedRgb.step(from, from + .12f, pores.at(spot.x, spot.y));
            material.accent(0).mix(rgb, style.pores() * contrast * pore);
        }
    }
}
