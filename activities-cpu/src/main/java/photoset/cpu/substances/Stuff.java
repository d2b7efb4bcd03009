package photoset.cpu.substances;

import java.util.List;
import photoset.cpu.dyes.Ink;
import photoset.cpu.noise.Extent;
import photoset.cpu.noise.Fractal;
import photoset.cpu.noise.Hash;
import photoset.cpu.noise.Noise;
import photoset.workflows.materials.Recipe;
import photoset.workflows.rendering.Material;

/** A material's colours and strengths, and the fields over its repeat. */
final class Stuff {
    private final Extent extent;
    private final Recipe recipe;
    private final Ink base;
    private final List<Ink> accents;

    Stuff(Material material, Extent extent) {
        this.extent = extent;
        this.recipe = material.recipe();
        this.base = Ink.of(material.hex());
        this.accents = recipe.accents().stream().map(Ink::of).toList();
    }

    Ink base() {
        return base;
    }

    /** The accent with this number; the material's own colour where it has fewer. */
    Ink accent(int index) {
        return index < accents.size() ? accents.get(index) : base;
    }

    List<Ink> accents() {
        return accents;
    }

    Extent extent() {
        return extent;
    }

    Recipe recipe() {
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
        return Hash.of(recipe.seed(), field, recipe.substance().name().hashCode());
    }

    Noise noise(int field, double alongCm, double acrossCm) {
        return new Noise(seed(field), extent, alongCm, acrossCm);
    }

    Fractal fractal(int field, double alongCm, double acrossCm, int octaves) {
        return new Fractal(seed(field), extent, alongCm, acrossCm, octaves);
    }
}
