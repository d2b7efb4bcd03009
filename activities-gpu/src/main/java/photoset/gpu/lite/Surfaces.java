package photoset.gpu.lite;

import java.util.List;
import photoset.gpu.masks.Plane;

/**
 * Wall, floor and ceiling of a room decided against each other and against everything else. The steps and their numbers
 * were found on photographs of real rooms, where the network alone, which has seen rendered rooms only, takes most plain
 * walls for the background of a product.
 */
final class Surfaces {
    /** The concepts decided here, in the order of the shares. */
    static final List<String> NAMES = List.of("Wall", "Floor", "Ceiling");

    /** A surface wins against an object by less than this: rooms are mostly surface. */
    private static final float BIAS = .1f;

    private static final int OTHER = 3;

    private final int width;
    private final int height;
    private final float[][] shares;

    private Surfaces(int width, int height, float[][] shares) {
        this.width = width;
        this.height = height;
        this.shares = shares;
    }

    /** From the network's words alone. */
    static Surfaces of(Evidence evidence, LiteManifest manifest) {
        float[] wall = probabilities(evidence, manifest, "Wall");
        float[] tile = probabilities(evidence, manifest, "Tile");
        float[] floor = probabilities(evidence, manifest, "Floor");
        float[] ceiling = probabilities(evidence, manifest, "Ceiling");
        float[] background = probabilities(evidence, manifest, "Background");
        var other = new float[wall.length];
        for (int i = 0; i < wall.length; i++) {
            // Tiles and a product's backdrop count as wall, unless they lie on the floor or the ceiling.
            float upright = 1 - Math.max(floor[i], ceiling[i]);
            wall[i] = Math.max(wall[i], Math.max(tile[i], background[i]) * upright);
            other[i] = 1 - Math.max(wall[i], Math.max(floor[i], ceiling[i]));
            float sum = wall[i] + floor[i] + ceiling[i] + other[i];
            wall[i] /= sum;
            floor[i] /= sum;
            ceiling[i] /= sum;
            other[i] /= sum;
        }
        return new Surfaces(evidence.width(), evidence.height(), new float[][] {wall, floor, ceiling, other});
    }

    private static float[] probabilities(Evidence evidence, LiteManifest manifest, String concept) {
        return Odds.probabilities(evidence.odds(manifest.known(concept)));
    }

    /** Corrected by the colours of what is sure: surface against object only, never wall against floor. */
    Surfaces refined(Picture picture) {
        return new Surfaces(width, height, new ColourModel(picture, shares).refined());
    }

    /** A concept's share of each pixel, 0 to 1. */
    Plane share(String concept) {
        return new Plane(width, height, shares[NAMES.indexOf(concept)]);
    }

    /** How far a concept is ahead of the best other, negative where it lost. */
    Plane margin(String concept) {
        int own = NAMES.indexOf(concept);
        var margin = new float[width * height];
        for (int i = 0; i < margin.length; i++) {
            float best = shares[OTHER][i];
            for (int k = 0; k < OTHER; k++) {
                best = k == own ? best : Math.max(best, shares[k][i] + BIAS);
            }
            margin[i] = shares[own][i] + BIAS - best;
        }
        return new Plane(width, height, margin);
    }
}
