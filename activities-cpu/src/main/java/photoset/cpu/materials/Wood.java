package photoset.cpu.materials;

import photoset.cpu.noise.Hash;
import photoset.cpu.noise.Noise;

/**
 * Sawn boards. A trunk is a stack of wobbling cones; where a board cuts it near the pith its rings show as arches, far
 * from it as straight lines. Every board is another cut of another trunk.
 */
final class Wood implements Shader {
    /** Years of slow and of fast growth, in cm a ring. */
    private static final float RING_MIN_CM = .55f;

    private static final float RING_MAX_CM = 1.1f;

    /** How far the trunk's middle lies beside the board, in widths of the board. */
    private static final float PITH_ASIDE = 1.6f;

    /** How deep it lies behind the board, in cm. */
    private static final float PITH_DEPTH_MIN_CM = 1.5f;

    private static final float PITH_DEPTH_MAX_CM = 9;

    /** Trunks and boards are parallel to this much a cm. */
    private static final float TILT_MAX = .035f;

    /** The dark part of a ring ends within this share of its width: winter. */
    private static final float WINTER = .08f;

    private final MaterialContext material;
    private final Noise bend;
    private final Noise ringNoise;
    private final Noise growth;
    private final Noise streaks;
    private final Noise fibres;
    private final Noise pores;
    private final float winter;

    Wood(MaterialContext material) {
        this.material = material;
        this.bend = material.noise(1, 55, 9);
        this.ringNoise = material.noise(2, 14, 2.2);
        this.growth = material.noise(3, 80, 5);
        this.streaks = material.noise(4, 70, 1.6);
        this.fibres = material.noise(5, 9, .2);
        this.pores = material.noise(6, 2.2, .13);
        // Never sharper than two pixels, so that the rings do not flicker.
        this.winter = Math.max(WINTER, (float) (2 * material.extent().cmPerPx() / RING_MIN_CM));
    }

    @Override
    public void at(Spot spot, float[] rgb) {
        float contrast = material.contrast();
        float ring = ring(spot);
        float late = EncodedRgb.step(.15f, 1 - winter, ring) * (1 - EncodedRgb.step(1 - winter, 1, ring));
        float fibre = fibres.at(spot.x, spot.y);
        float streak = streaks.at(spot.x, spot.y);
        float pore = EncodedRgb.step(.32f, .75f, pores.at(spot.x, spot.y)) * (1 - .75f * late);
        float tone = material.tone(spot.id, .13f) + contrast * (.05f * fibre + .05f * streak);
        material.base().cover(rgb, tone);
        float warm = (float) material.recipe().variation() * Hash.share(spot.id, 3);
        material.accent(1).mix(rgb, .5f * warm * warm + contrast * .25f * Math.max(0, streak));
        material.accent(0).mix(rgb, contrast * (.42f * late + .34f * pore + .08f * fibre));
    }

    /** Place within the year's ring, 0 (spring) to 1 (winter). */
    private float ring(Spot spot) {
        int id = spot.id;
        float aside = spot.across - (float) material.recipe().widthCm() * (.5f + PITH_ASIDE * Hash.signed(id, 4));
        float depth = PITH_DEPTH_MIN_CM
                + (PITH_DEPTH_MAX_CM - PITH_DEPTH_MIN_CM) * Hash.share(id, 5)
                + TILT_MAX * Hash.signed(id, 6) * spot.along;
        float displaced = 1.5f * bend.at(spot.x, spot.y) + .28f * ringNoise.at(spot.x, spot.y);
        float radius = (float) Math.sqrt(aside * aside + depth * depth) + displaced;
        float width = RING_MIN_CM + (RING_MAX_CM - RING_MIN_CM) * Hash.share(id, 7);
        float years = radius / width + .6f * growth.at(spot.x, spot.y) + 100;
        return years - (int) years;
    }
}
