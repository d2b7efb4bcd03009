package photoset.cpu.materials;

import photoset.cpu.noise.Hash;
import photoset.cpu.substances.Dye.Spot;
import photoset.workflows.materials.Recipe;

/** How pieces lie in the repeat of a material. */
interface Pieces {
    double widthCm();

    double heightCm();

    /** Finds the piece at a place within the repeat. */
    void locate(float xCm, float yCm, Spot spot);

    /** The pieces that a recipe asks for. */
    static Pieces of(Recipe recipe) {
        return switch (recipe.laying()) {
            case SHEET -> new Sheet(recipe);
            case PLANKS, BOND, STACK -> new Rows(recipe);
            case HERRINGBONE -> new Herringbone(recipe);
            case CHEVRON -> new Chevron(recipe);
            case HEXAGON -> new Hexagons(recipe);
        };
    }

    /** Cuts every piece from another part of the raw material. */
    default void cut(Spot spot, int id) {
        spot.id = id;
        spot.x = spot.along + Hash.share(id, 8) * (float) widthCm();
        spot.y = spot.across + Hash.share(id, 9) * (float) heightCm();
    }
}
