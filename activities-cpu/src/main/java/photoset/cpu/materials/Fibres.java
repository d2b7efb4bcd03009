package photoset.cpu.materials;

import photoset.cpu.noise.Fractal;
import photoset.cpu.noise.Noise;

/** Felt and velvet, whose fibres are short, and brushed metal, whose lines are long. */
final class Fibres implements Shader {
    static final Look FELT = new Look(.05f, .17f, 16, 1.3, .3, .55f);
    static final Look VELVET = new Look(.2f, .07f, 22, .5, .3, 0);
    static final Look BRUSHED = new Look(.04f, .15f, 60, 40, .12, 0);

    private final MaterialContext stuff;
    private final Look look;
    private final Fractal nap;
    private final Noise along;
    private final Noise across;
    private final Noise single;

    /** Strengths of the nap and of the fibres; sizes of the nap, and length and width of a fibre, in cm; slanted fibres. */
    record Look(float nap, float fibre, double napCm, double lengthCm, double widthCm, float slanted) {}

    Fibres(MaterialContext stuff, Look look) {
        this.stuff = stuff;
        this.look = look;
        boolean lines = look.lengthCm() > look.napCm() / 2;
        this.nap = lines ? stuff.fractal(1, 120, 4, 4) : stuff.fractal(1, look.napCm(), look.napCm() * 1.6, 4);
        this.along = stuff.noise(2, look.lengthCm(), look.widthCm());
        this.across = lines ? stuff.noise(3, 15, .3) : stuff.noise(3, look.widthCm(), look.lengthCm());
        this.single = stuff.noise(4, .9, .35);
    }

    @Override
    public void at(Spot spot, float[] rgb) {
        float soft = nap.at(spot.x, spot.y);
        float fibre = .6f * along.at(spot.x, spot.y) + .6f * across.at(spot.x, spot.y);
        if (look.slanted() > 0) {
            // Turned by 45 degrees both ways; on a square repeat that leaves no seam.
            float falling = spot.x + spot.y;
            float rising = spot.x - spot.y;
            fibre = .7f * fibre + look.slanted() * (along.at(falling, rising) + across.at(falling, rising));
            float coloured = EncodedRgb.step(.5f, .8f, single.at(falling, rising));
            stuff.base().cover(rgb, tone(spot, soft, fibre));
            stuff.accent(0).mix(rgb, .6f * stuff.contrast() * coloured);
            return;
        }
        stuff.base().cover(rgb, tone(spot, soft, fibre));
    }

    private float tone(Spot spot, float nap, float fibre) {
        return stuff.contrast() * (look.nap() * nap + look.fibre() * fibre) + stuff.tone(spot.id, .05f);
    }
}
