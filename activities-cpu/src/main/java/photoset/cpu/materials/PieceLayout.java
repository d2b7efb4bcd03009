package photoset.cpu.materials;

import photoset.cpu.materials.Shader.Spot;
import photoset.cpu.noise.Hash;
import photoset.workflows.rendering.MaterialRecipe;

/** How pieces lie in the repeat of a material. */
interface PieceLayout {
    double widthCm();

    double heightCm();

    /** Finds the piece at a place within the repeat. */
    void locate(float xCm, float yCm, Spot spot);

    /** The pieces that a recipe asks for. */
    static PieceLayout of(MaterialRecipe recipe) {
        return switch (recipe.pattern()) {
            case SHEET -> new SheetLayout(recipe);
            case PLANKS, BOND, STACK -> new RowLayout(recipe);
            case HERRINGBONE -> new HerringboneLayout(recipe);
            case CHEVRON -> new ChevronLayout(recipe);
            case HEXAGON -> new HexagonLayout(recipe);
        };
    }

    /** Cuts every piece from another part of the raw material. */
    default void cut(Spot spot, int id) {
        spot.id = id;
        spot.x = spot.along + Hash.share(id, 8) * (float) widthCm();
        spot.y = spot.across + Hash.share(id, 9) * (float) heightCm();
    }
}
