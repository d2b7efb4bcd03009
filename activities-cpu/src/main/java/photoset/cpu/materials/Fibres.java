package photoset.cpu.materials;

import photoset.cpu.noise.Fractal;
import photoset.cpu.noise.Noise;

/** Felt and velvet, whose fibres are short, and brushed metal, whose lines are long. */
final class Fibres implements Shader {
    static final Style FELT = new Style(.05f, .17f, 16, 1.3, .3, .55f);
    static final Style VELVET = new Style(.2f, .07f, 22, .5, .3, 0);
    static final Style BRUSHED = new Style(.04f, .15f, 60, 40, .12, 0);

    private final MaterialContext material;
    private final Style style;
    private final Fractal nap;
    private final Noise along;
    private final Noise across;
    private final Noise single;

    /** Strengths of the nap and of the fibres; sizes of the nap, and length and width of a fibre, in cm; slanted fibres. */
    record Style(float nap, float fibre, double napCm, double lengthCm, double widthCm, float slanted) {}

    Fibres(MaterialContext material, Style style) {
        this.material = material;
        this.style = style;
        boolean lines = style.lengthCm() > style.napCm() / 2;
        this.nap = lines ? material.fractal(1, 120, 4, 4) : material.fractal(1, style.napCm(), style.napCm() * 1.6, 4);
        this.along = material.noise(2, style.lengthCm(), style.widthCm());
        this.across = lines ? material.noise(3, 15, .3) : material.noise(3, style.widthCm(), style.lengthCm());
        this.single = material.noise(4, .9, .35);
    }

    @Override
    public void at(Spot spot, float[] rgb) {
        float soft = nap.at(spot.x, spot.y);
        float fibre = .6f * along.at(spot.x, spot.y) + .6f * across.at(spot.x, spot.y);
        if (style.slanted() > 0) {
            // Turned by 45 degrees both ways; on a square repeat that leaves no seam.
            float falling = spot.x + spot.y;
            float rising = spot.x - spot.y;
            fibre = .7f * fibre + style.slanted() * (along.at(falling, rising) + across.at(falling, rising));
            float coloured = EncodedRgb.step(.5f, .8f, single.at(falling, rising));
            material.base().cover(rgb, tone(spot, soft, fibre));
            material.accent(0).mix(rgb, .6f * material.contrast() * coloured);
            return;
        }
        material.base().cover(rgb, tone(spot, soft, fibre));
    }

    private float tone(Spot spot, float nap, float fibre) {
        return material.contrast() * (style.nap() * nap + style.fibre() * fibre) + material.tone(spot.id, .05f);
    }
}
