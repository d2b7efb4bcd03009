package photoset.cpu.materials;

import photoset.cpu.substances.Dye.Spot;
import photoset.workflows.materials.Recipe;

/** One piece without an end. */
record Sheet(double widthCm, double heightCm) implements Pieces {
    Sheet(Recipe recipe) {
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
