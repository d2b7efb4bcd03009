package photoset.cpu.materials;

import photoset.cpu.materials.Shader.Spot;
import photoset.cpu.noise.Hash;
import photoset.workflows.rendering.MaterialRecipe;

/**
 * Boards at right angles, turned by 45 degrees so that the zigzag runs along the repeat. In units of a board's width the
 * pattern is a function of the difference of both coordinates: n steps are a board along, n steps one across.
 */
final class HerringboneLayout implements PieceLayout {
    private static final float ROOT_2 = (float) StrictMath.sqrt(2);

    /** About as many cm as {@link RowLayout} repeats after. */
    private static final double REPEAT_CM = 150;

    private final int seed;
    private final int times;
    private final int repeats;
    private final float width;
    private final float side;

    HerringboneLayout(MaterialRecipe recipe) {
        this.seed = recipe.seed();
        this.width = (float) recipe.widthCm();
        this.times = (int) Math.max(2, Math.round(recipe.lengthCm() / recipe.widthCm()));
        this.repeats = (int) Math.max(1, Math.round(REPEAT_CM / (ROOT_2 * times * width)));
        this.side = ROOT_2 * times * width * repeats;
    }

    @Override
    public double widthCm() {
        return side;
    }

    @Override
    public double heightCm() {
        return side;
    }

    @Override
    public void locate(float xCm, float yCm, Spot spot) {
        float a = (xCm + yCm) / (ROOT_2 * width);
        float b = (xCm - yCm) / (ROOT_2 * width);
        int column = (int) Math.floor(a);
        int row = (int) Math.floor(b);
        int step = Math.floorMod(column - row, 2 * times);
        if (step < times) {
            board(spot, a - column + step, b - row, id(column - step, row, 1));
        } else {
            int index = 2 * times - 1 - step;
            board(spot, b - row + index, a - column, id(column, row - index, 2));
        }
    }

    private void board(Spot spot, float along, float across, int id) {
        spot.along = along * width;
        spot.across = across * width;
        spot.edge =
                Math.min(Math.min(spot.along, times * width - spot.along), Math.min(spot.across, width - spot.across));
        cut(spot, id);
    }

    /** The same for boards that are the same one in two repeats. */
    private int id(int column, int row, int way) {
        int period = 2 * times * repeats;
        return Hash.of(seed + way, Math.floorMod(column + row, period), Math.floorMod(column - row, period));
    }
}
