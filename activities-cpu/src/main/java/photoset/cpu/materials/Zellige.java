package photoset.cpu.materials;

import photoset.cpu.noise.Fractal;
import photoset.cpu.noise.Hash;

/** Hand-cut glazed tile: every piece another shade, the glaze in pools, thin at the edges. */
final class Zellige implements Shader {
    /** The glaze thins out over this distance from the edge. */
    private static final float THIN_CM = .7f;

    private final MaterialContext material;
    private final Fractal pools;
    private final Fractal specks;

    Zellige(MaterialContext material) {
        this.material = material;
        this.pools = material.fractal(1, 5, 5, 3);
        this.specks = material.fractal(2, .5, .5, 2);
    }

    @Override
    public void at(Spot spot, float[] rgb) {
        float pool = pools.at(spot.x, spot.y);
        material.base().cover(rgb, material.tone(spot.id, .22f) + material.contrast() * .12f * pool);
        float hue = (float) material.recipe().variation() * Hash.share(spot.id, 2);
        material.accent(0).mix(rgb, .55f * hue * hue + material.contrast() * .2f * Math.max(0, pool));
        float thin = 1 - EncodedRgb.step(0, THIN_CM, spot.edge + .3f * pool);
        float speck = EncodedRgb.step(.45f, .7f, specks.at(spot.x, spot.y));
        material.accent(1).mix(rgb, material.contrast() * (.35f * thin + .25f * speck));
    }
}
