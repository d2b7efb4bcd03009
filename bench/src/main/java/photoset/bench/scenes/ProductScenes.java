package photoset.bench.scenes;

/** A glossy can before a light backdrop. */
final class ProductScenes {
    private static final float[] BACKDROP = {.80f, .80f, .80f};
    private static final float[] LABEL = {.75f, .62f, .10f};

    /** Towards the lamp, in the plane across the can. */
    private static final double LAMP = Math.toRadians(-35);

    private ProductScenes() {}

    static void can(SceneBuilder stage) {
        double left = .28 * stage.width;
        double right = .72 * stage.width;
        double top = .10 * stage.height;
        double bottom = .90 * stage.height;
        SceneBuilder.copy(
                stage.drawSoft(SceneBuilder.EDGE, (x, y) -> x > left && x < right && y > top && y < bottom ? 1 : 0),
                stage.cover);
        SceneBuilder.copy(stage.grain(1.5, .006), stage.texture);
        SceneBuilder.Field angle = (x, y) -> Math.asin(Math.clamp((2 * x - left - right) / (right - left), -1, 1));
        SceneBuilder.copy(stage.draw((x, y) -> angle.at(x, y) - LAMP > Math.toRadians(75) ? 1 : 0), stage.shadow);
        SceneBuilder.copy(
                stage.draw((x, y) -> .22 * Math.exp(-Math.pow((angle.at(x, y) - LAMP / 2) / .10, 2) / 2)), stage.sheen);
        illuminate(stage, angle);
        print(stage);
    }

    private static void illuminate(SceneBuilder stage, SceneBuilder.Field angle) {
        for (int channel = 0; channel < 3; channel++) {
            float backdrop = BACKDROP[channel];
            double ambient = channel == 2 ? .20 : .19;
            SceneBuilder.copy(
                    stage.draw((x, y) -> .72 * Math.max(0, Math.cos(angle.at(x, y) - LAMP)) + ambient),
                    stage.light[channel]);
            SceneBuilder.copy(stage.draw((x, y) -> backdrop * (1 - .15 * y / stage.height)), stage.rest[channel]);
        }
    }

    /** The label lies on the can: within the mask, but nothing to be painted. */
    private static void print(SceneBuilder stage) {
        for (int y = (int) (.45 * stage.height); y < .65 * stage.height; y++) {
            for (int x = (int) (.40 * stage.width); x < .60 * stage.width; x++) {
                int at = y * stage.width + x;
                boolean letter = x / 4 % 3 == 0 && y / 6 % 2 == 0;
                stage.label[at] = 1;
                stage.cover[at] = 0;
                for (int channel = 0; channel < 3; channel++) {
                    stage.rest[channel][at] = (letter ? .05f : LABEL[channel]) * stage.light[channel][at];
                }
            }
        }
    }
}
