package photoset.cpu.materials;

import photoset.cpu.materials.Shader.Spot;
import photoset.workflows.rendering.MaterialRecipe;

/** One piece without an end. */
record SheetLayout(double widthCm, double heightCm) implements PieceLayout {
    SheetLayout(MaterialRecipe recipe) {
        this(recipe.lengthCm(), recipe.widthCm());
    }

    @Override
    public void locate(float xCm, float yCm, Spot spot) {
        spot.along = xCm;
        spot.across = yCm;
        spot.x = xCm;
        spot.y = yCm;
        spot.edge = Float.POSITIVE_INFINITY;
        spot.id = 0;
    }
}
