package photoset.cpu.materials;

import photoset.cpu.materials.Shader.Spot;
import photoset.cpu.noise.Hash;
import photoset.workflows.rendering.MaterialRecipe;
import photoset.workflows.rendering.TilePattern;

/** Rows of equal pieces: boards, bricks, tiles. */
final class RowLayout implements PieceLayout {
    /** The repeat is about this long, so that the eye finds no repetition in a room and details keep their pixels. */
    private static final double REPEAT_CM = 170;

    private static final int COLUMNS_MIN = 2;
    private static final int COLUMNS_MAX = 10;

    /** Ends of boards in neighbouring rows keep away from each other: steps of the golden section never meet. */
    private static final double GOLDEN = .381966;

    private final MaterialRecipe recipe;
    private final int columns;
    private final int rows;
    private final float length;
    private final float width;

    RowLayout(MaterialRecipe recipe) {
        this.recipe = recipe;
        this.length = (float) recipe.lengthCm();
        this.width = (float) recipe.widthCm();
        this.columns = Math.clamp(Math.round(REPEAT_CM / length), COLUMNS_MIN, COLUMNS_MAX);
        this.rows = 2 * Math.max(1, Math.round(columns * length / width / 2));
    }

    @Override
    public double widthCm() {
        return columns * recipe.lengthCm();
    }

    @Override
    public double heightCm() {
        return rows * recipe.widthCm();
    }

    @Override
    public void locate(float xCm, float yCm, Spot spot) {
        int row = Math.clamp((int) (yCm / width), 0, rows - 1);
        float x = xCm - moved(row);
        int column = (int) Math.floor(x / length);
        spot.along = x - column * length;
        spot.across = yCm - row * width;
        spot.edge = Math.min(Math.min(spot.along, length - spot.along), Math.min(spot.across, width - spot.across));
        cut(spot, Hash.of(recipe.seed(), Math.floorMod(column, columns), row));
    }

    private float moved(int row) {
        if (recipe.pattern() == TilePattern.STACK) {
            return 0;
        }
        if (recipe.pattern() == TilePattern.BOND) {
            return row % 2 * length / 2;
        }
        double share = row * GOLDEN + .12 * Hash.signed(recipe.seed(), row);
        return (float) (share - Math.floor(share)) * length;
    }
}
