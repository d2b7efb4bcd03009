package photoset.bench.scenes;

/** Walls in daylight: a direct light that is warm, an ambient one that is cool. */
final class WallScenes {
    private static final float[] DIRECT = {1.00f, .97f, .92f};
    private static final float[] AMBIENT = {.90f, .96f, 1.06f};
    private static final float[] WOOD = {.104f, .042f, .015f};

    private final SceneBuilder stage;
    private final double u;
    private final double v;

    /** Measures are shares of the picture: 300 units across its width of 450 pixels, 200 down. */
    private WallScenes(SceneBuilder stage) {
        this.stage = stage;
        this.u = stage.width / 450.0;
        this.v = stage.height / 300.0;
    }

    static void matte(SceneBuilder stage) {
        var walls = new WallScenes(stage);
        walls.shine();
        SceneBuilder.copy(stage.grain(1.2, .03), stage.texture);
        walls.furnish();
    }

    static void satin(SceneBuilder stage) {
        matte(stage);
        var walls = new WallScenes(stage);
        SceneBuilder.copy(
                stage.draw((x, y) -> .10
                        * Math.exp(
                                -(sq((x - 320 * walls.u) / (30 * walls.u)) + sq((y - 100 * walls.v) / (45 * walls.v)))
                                        / 2)),
                stage.sheen);
        SceneBuilder.copy(DIRECT, stage.sheenColor);
    }

    /** One paint, one deep straight shadow whose edge is as sharp as {@code sigma} says. */
    static void shadowed(SceneBuilder stage, double sigma) {
        var walls = new WallScenes(stage);
        SceneBuilder.copy(stage.drawSoft(sigma, (x, y) -> x - .3 * y > 220 * walls.u ? 1 : 0), stage.shadow);
        SceneBuilder.copy(stage.grain(1.2, .02), stage.texture);
        walls.illuminate((x, y) -> .85 - .25 * x / stage.width, 1, .22);
    }

    private void shine() {
        SceneBuilder.copy(
                stage.drawSoft(2 * u, (x, y) -> x - .4 * y > 125 * u && x - .4 * y < 165 * u && y > 100 * v ? 1 : 0),
                stage.shadow);
        float[] sun =
                stage.drawSoft(3 * u, (x, y) -> x > 260 * u && x < 350 * u && y > 40 * v && y < 150 * v ? .35 : 0);
        illuminate(
                (x, y) -> .5
                        + .33 * Math.exp(-(sq((x - 100 * u) / (210 * u)) + sq((y - 75 * v) / (190 * v))) / 2)
                        + sun[y * stage.width + x],
                .55,
                .12);
    }

    private void illuminate(SceneBuilder.Field direct, double depth, double ambient) {
        for (int channel = 0; channel < 3; channel++) {
            float warm = DIRECT[channel];
            double cool = ambient * AMBIENT[channel];
            SceneBuilder.copy(
                    stage.draw((x, y) -> {
                        float shade = stage.shadow[y * stage.width + x];
                        return direct.at(x, y) * warm * (1 - depth * shade) + cool * (.6 + .4 * shade);
                    }),
                    stage.light[channel]);
        }
    }

    private void furnish() {
        SceneBuilder.copy(
                stage.drawSoft(SceneBuilder.EDGE, (x, y) -> isTable(x, y) || isLamp(x, y) ? 0 : 1), stage.cover);
        float[] grain = stage.grain(2, .08);
        for (int channel = 0; channel < 3; channel++) {
            for (int i = 0; i < grain.length; i++) {
                stage.rest[channel][i] = WOOD[channel] * .9f * stage.light[channel][i] * grain[i];
            }
        }
    }

    private boolean isTable(int x, int y) {
        return x > 280 * u && x < 430 * u && y > 200 * v;
    }

    private boolean isLamp(int x, int y) {
        return Math.hypot(x - 200 * u, (y - 240 * v) * u / v) < 45 * u;
    }

    private static double sq(double value) {
        return value * value;
    }
}
