package photoset.cpu.materials;

import photoset.cpu.noise.Fractal;
import photoset.cpu.noise.Hash;

/** Hand-cut glazed tile: every piece another shade, the glaze in pools, thin at the edges. */
final class Zellige implements Shader {
    /** The glaze thins out over this distance from the edge. */
    private static final float THIN_CM = .7f;

    private final MaterialContext stuff;
    private final Fractal pools;
    private final Fractal specks;

    Zellige(MaterialContext stuff) {
        this.stuff = stuff;
        this.pools = stuff.fractal(1, 5, 5, 3);
        this.specks = stuff.fractal(2, .5, .5, 2);
    }

    @Override
    public void at(Spot spot, float[] rgb) {
        float pool = pools.at(spot.x, spot.y);
        stuff.base().cover(rgb, stuff.tone(spot.id, .22f) + stuff.contrast() * .12f * pool);
        float hue = (float) stuff.recipe().variation() * Hash.share(spot.id, 2);
        stuff.accent(0).mix(rgb, .55f * hue * hue + stuff.contrast() * .2f * Math.max(0, pool));
        float thin = 1 - EncodedRgb.step(0, THIN_CM, spot.edge + .3f * pool);
        float speck = EncodedRgb.step(.45f, .7f, specks.at(spot.x, spot.y));
        stuff.accent(1).mix(rgb, stuff.contrast() * (.35f * thin + .25f * speck));
    }
}
