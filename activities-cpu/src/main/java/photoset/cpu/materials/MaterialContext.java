package photoset.cpu.materials;

import java.util.List;
import photoset.cpu.noise.Extent;
import photoset.cpu.noise.Fractal;
import photoset.cpu.noise.Hash;
import photoset.cpu.noise.Noise;
import photoset.workflows.rendering.MaterialRecipe;
import photoset.workflows.rendering.ResolvedMaterial;

/** A material's colours and strengths, and the fields over its repeat. */
final class MaterialContext {
    private final Extent extent;
    private final MaterialRecipe recipe;
    private final EncodedRgb base;
    private final List<EncodedRgb> accents;

    MaterialContext(ResolvedMaterial material, Extent extent) {
        this.extent = extent;
        this.recipe = material.recipe();
        this.base = EncodedRgb.of(material.hex());
        this.accents = recipe.accents().stream().map(EncodedRgb::of).toList();
    }

    EncodedRgb base() {
        return base;
    }

    /** The accent with this number; the material's own colour where it has fewer. */
    EncodedRgb accent(int index) {
        return index < accents.size() ? accents.get(index) : base;
    }

    List<EncodedRgb> accents() {
        return accents;
    }

    Extent extent() {
        return extent;
    }

    MaterialRecipe recipe() {
        return recipe;
    }

    float contrast() {
        return (float) recipe.contrast();
    }

    /** How much lighter or darker a piece is than the others. */
    float tone(int id, float most) {
        return (float) recipe.variation() * most * Hash.signed(id, 1);
    }

    int seed(int field) {
        return Hash.of(recipe.seed(), field, recipe.materialType().name().hashCode());
    }

    Noise noise(int field, double alongCm, double acrossCm) {
        return new Noise(seed(field), extent, alongCm, acrossCm);
    }

    Fractal fractal(int field, double alongCm, double acrossCm, int octaves) {
        return new Fractal(seed(field), extent, alongCm, acrossCm, octaves);
    }
}
