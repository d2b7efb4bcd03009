package photoset.cpu.materials;

import photoset.cpu.noise.Fractal;
import photoset.cpu.noise.Noise;

/** Paint, glaze, concrete: one colour with soft clouds, a grain, and in cast surfaces some pores. */
final class Coating implements Shader {
    /** A roller leaves a grain of some millimetres and nothing else. */
    static final Look ROLLER = new Look(.012f, .03f, 30, .35, 0);

    /** A fired glaze runs a little thinner and thicker. */
    static final Look GLAZE = new Look(.035f, .008f, 9, .3, 0);

    /** Concrete dries in clouds and keeps the bubbles that did not rise. */
    static final Look CAST = new Look(.2f, .07f, 45, .25, .8f);

    private final MaterialContext stuff;
    private final Look look;
    private final Fractal clouds;
    private final Fractal stains;
    private final Noise grain;
    private final Noise pores;
    private final Noise crowd;

    /** Strengths of clouds, grain and pores, and the sizes of the first two in cm. */
    record Look(float clouds, float grain, double cloudCm, double grainCm, float pores) {}

    Coating(MaterialContext stuff, Look look) {
        this.stuff = stuff;
        this.look = look;
        this.clouds = stuff.fractal(1, look.cloudCm(), look.cloudCm(), 5);
        this.stains = stuff.fractal(2, look.cloudCm() / 5, look.cloudCm() / 4, 5);
        this.grain = stuff.noise(3, look.grainCm(), look.grainCm());
        this.pores = stuff.noise(4, .9, .9);
        this.crowd = stuff.noise(5, 14, 14);
    }

    @Override
    public void at(Spot spot, float[] rgb) {
        float contrast = stuff.contrast();
        float soft = look.clouds() * (clouds.at(spot.x, spot.y) + .5f * stains.at(spot.x, spot.y));
        float tone = contrast * (soft + look.grain() * grain.at(spot.x, spot.y)) + stuff.tone(spot.id, .05f);
        stuff.base().cover(rgb, tone);
        if (look.pores() > 0) {
            float from = .78f - .12f * crowd.at(spot.x, spot.y);
            float pore = EncodedRgb.step(from, from + .12f, pores.at(spot.x, spot.y));
            stuff.accent(0).mix(rgb, look.pores() * contrast * pore);
        }
    }
}
