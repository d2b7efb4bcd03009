package photoset.cpu.materials;

import photoset.cpu.materials.Shader.Spot;
import photoset.cpu.noise.Extent;
import photoset.cpu.noise.Noise;
import photoset.imaging.LinearRgb;
import photoset.imaging.Raster;
import photoset.imaging.Srgb;
import photoset.workflows.rendering.MaterialType;
import photoset.workflows.rendering.ResolvedMaterial;

/** Draws one tile: twice, first a part of its pixels to learn their mean, then all of them with that mean corrected. */
final class TileRenderer {
    /** Every so many pixels across and down are enough for the mean. */
    private static final int SAMPLE_PX = 5;

    /** Steps of an encoded value in the table of corrections; sixteen for each of the 256 levels. */
    private static final int STEPS = 4095;

    /** Each round brings back what the one before clipped. */
    private static final int ROUNDS = 4;

    /** Hand-cut edges leave a straight line by this much. */
    private static final float UNEVEN_CM = .12f;

    private final int side;
    private final PieceLayout pieces;
    private final Shader shader;
    private final EncodedRgb joint;
    private final float jointCm;
    private final Noise jointGrain;
    private final Noise edges;
    private final float uneven;
    private final float cmX;
    private final float cmY;
    private final Spot spot = new Spot();
    private final float[] rgb = new float[3];
    private final byte[][] levels = new byte[3][STEPS + 1];
    private final LinearRgb wanted;

    TileRenderer(ResolvedMaterial material, int side) {
        var recipe = material.recipe();
        this.side = side;
        this.pieces = PieceLayout.of(recipe);
        this.cmX = (float) (pieces.widthCm() / side);
        this.cmY = (float) (pieces.heightCm() / side);
        var extent = new Extent(pieces.widthCm(), pieces.heightCm(), Math.max(cmX, cmY));
        this.shader = Shader.of(material, extent);
        this.joint = EncodedRgb.of(recipe.joint());
        this.jointCm = (float) recipe.jointCm() / 2;
        this.jointGrain = new Noise(recipe.seed(), extent, .3, .3);
        this.edges = new Noise(recipe.seed() + 1, extent, 2.5, 2.5);
        boolean byHand = recipe.materialType() == MaterialType.ZELLIGE || recipe.materialType() == MaterialType.CLAY;
        this.uneven = byHand ? UNEVEN_CM : 0;
        this.wanted = LinearRgb.of(material.hex());
    }

    MaterialTile tile() {
        correct();
        byte[] picture = new byte[side * side * 3];
        for (int y = 0, at = 0; y < side; y++) {
            for (int x = 0; x < side; x++, at += 3) {
                color(x, y);
                for (int channel = 0; channel < 3; channel++) {
                    picture[at + channel] = levels[channel][step(rgb[channel])];
                }
            }
        }
        return new MaterialTile(new Raster(side, side, picture), pieces.widthCm(), pieces.heightCm());
    }

    private static int step(float value) {
        return (int) (Math.clamp(value, 0f, 1f) * STEPS + .5f);
    }

    private void color(int x, int y) {
        float xCm = (x + .5f) * cmX;
        float yCm = (y + .5f) * cmY;
        pieces.locate(xCm, yCm, spot);
        shader.at(spot, rgb);
        if (jointCm > 0 && spot.edge < jointCm + cmX + 2 * uneven) {
            float edge = uneven == 0 ? spot.edge : spot.edge + uneven * (edges.at(xCm, yCm) - .5f);
            float cover = Math.clamp((jointCm - edge) / cmX + .5f, 0f, 1f);
            if (cover > 0) {
                joint.mix(rgb, cover);
                float grain = 1 + .05f * cover * jointGrain.at(xCm, yCm);
                rgb[0] *= grain;
                rgb[1] *= grain;
                rgb[2] *= grain;
            }
        }
    }

    /** Fills the tables of levels such that the mean over the tile is the wanted colour in linear light. */
    private void correct() {
        int[][] counts = new int[3][STEPS + 1];
        for (int y = SAMPLE_PX / 2; y < side; y += SAMPLE_PX) {
            for (int x = SAMPLE_PX / 2; x < side; x += SAMPLE_PX) {
                color(x, y);
                for (int channel = 0; channel < 3; channel++) {
                    counts[channel][step(rgb[channel])]++;
                }
            }
        }
        correct(levels[0], counts[0], wanted.red());
        correct(levels[1], counts[1], wanted.green());
        correct(levels[2], counts[2], wanted.blue());
    }

    private static void correct(byte[] levels, int[] counts, float wanted) {
        double gain = 1;
        for (int round = 0; round < ROUNDS; round++) {
            double sum = 0;
            long count = 0;
            for (int i = 0; i <= STEPS; i++) {
                sum += counts[i] * Math.min(1, gain * Srgb.decode((double) i / STEPS));
                count += counts[i];
            }
            gain *= wanted * count / Math.max(sum, 1e-9);
        }
        for (int i = 0; i <= STEPS; i++) {
            levels[i] = Srgb.toByte((float) (gain * Srgb.decode((double) i / STEPS)));
        }
    }
}
