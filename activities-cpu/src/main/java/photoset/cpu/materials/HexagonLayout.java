package photoset.cpu.materials;

import photoset.cpu.materials.Shader.Spot;
import photoset.cpu.noise.Hash;
import photoset.workflows.rendering.MaterialRecipe;

/** Regular hexagons with a corner at the top: two grids of rectangles of which one is moved by half a cell. */
final class HexagonLayout implements PieceLayout {
    private static final float ROOT_3 = (float) StrictMath.sqrt(3);
    private static final double REPEAT_CM = 150;
    private static final int COLUMNS_MAX = 8;
    private static final int COLUMNS_MIN = 4;

    private final int seed;
    private final int columns;
    private final int rows;
    private final float width;
    private final float pitch;

    HexagonLayout(MaterialRecipe recipe) {
        this.seed = recipe.seed();
        this.width = (float) recipe.widthCm();
        this.pitch = width * ROOT_3;
        this.columns = Math.clamp(Math.round(REPEAT_CM / width), COLUMNS_MIN, COLUMNS_MAX);
        this.rows = Math.max(2, Math.round(columns / ROOT_3));
    }

    @Override
    public double widthCm() {
        return columns * width;
    }

    @Override
    public double heightCm() {
        return rows * pitch;
    }

    @Override
    public void locate(float xCm, float yCm, Spot spot) {
        int column = Math.round(xCm / width);
        int row = Math.round(yCm / pitch);
        float dx = xCm - column * width;
        float dy = yCm - row * pitch;
        int shiftedColumn = (int) Math.floor(xCm / width);
        int shiftedRow = (int) Math.floor(yCm / pitch);
        float shiftedX = xCm - (shiftedColumn + .5f) * width;
        float shiftedY = yCm - (shiftedRow + .5f) * pitch;
        if (dx * dx + dy * dy <= shiftedX * shiftedX + shiftedY * shiftedY) {
            tile(spot, dx, dy, id(column, row, 1));
        } else {
            tile(spot, shiftedX, shiftedY, id(shiftedColumn, shiftedRow, 2));
        }
    }

    private int id(int column, int row, int grid) {
        return Hash.of(seed + grid, Math.floorMod(column, columns), Math.floorMod(row, rows));
    }

    private void tile(Spot spot, float dx, float dy, int id) {
        spot.along = dx + width / 2;
        spot.across = dy + pitch / 2;
        float x = Math.abs(dx);
        spot.edge = width / 2 - Math.max(x, x / 2 + Math.abs(dy) * ROOT_3 / 2);
        cut(spot, id);
    }
}
