package photoset.cpu.materials;

import photoset.cpu.materials.Shader.Spot;
import photoset.cpu.noise.Hash;
import photoset.workflows.rendering.MaterialRecipe;

/** Columns of boards that rise and fall by 45 degrees in turn. */
final class ChevronLayout implements PieceLayout {
    private static final float ROOT_2 = (float) StrictMath.sqrt(2);
    private static final double REPEAT_CM = 150;

    private final int seed;
    private final int columns;
    private final int rows;
    private final float columnCm;
    private final float rowCm;
    private final float width;

    ChevronLayout(MaterialRecipe recipe) {
        this.seed = recipe.seed();
        this.width = (float) recipe.widthCm();
        this.columnCm = (float) recipe.lengthCm() / ROOT_2;
        this.rowCm = width * ROOT_2;
        this.columns = 2 * (int) Math.max(1, Math.round(REPEAT_CM / columnCm / 2));
        this.rows = Math.max(2, Math.round(columns * columnCm / rowCm));
    }

    @Override
    public double widthCm() {
        return columns * columnCm;
    }

    @Override
    public double heightCm() {
        return rows * rowCm;
    }

    @Override
    public void locate(float xCm, float yCm, Spot spot) {
        int column = Math.clamp((int) (xCm / columnCm), 0, columns - 1);
        float within = xCm - column * columnCm;
        float fallen = yCm + (column % 2 == 0 ? within : columnCm - within);
        int row = (int) Math.floor(fallen / rowCm);
        spot.along = within * ROOT_2;
        spot.across = (fallen - row * rowCm) / ROOT_2;
        spot.edge = Math.min(Math.min(within, columnCm - within), Math.min(spot.across, width - spot.across));
        cut(spot, Hash.of(seed, column, Math.floorMod(row, rows)));
    }
}
