package photoset.bench.scenes;

/** Two painted surfaces in one picture. */
final class RoomScenes {
    /** Light of the wall that faces the window, the wall turned from it, and a lamp in the next room. */
    private static final float[] WINDOW = {.90f, .89f, .86f};

    private static final float[] TURNED = {.56f, .57f, .58f};
    private static final float[] LAMP = {.36f, .28f, .19f};
    private static final float[] FRAME = {.22f, .16f, .11f};

    private RoomScenes() {}

    /** A sharp vertical edge from the ceiling to the floor, with the shading of both walls darker towards it. */
    static void corner(SceneBuilder stage) {
        double edge = .58 * stage.width;
        SceneBuilder.copy(stage.drawSoft(SceneBuilder.EDGE, (x, y) -> x > edge ? 1 : 0), stage.accent);
        SceneBuilder.copy(stage.grain(1.2, .02), stage.texture);
        light(stage, TURNED, (x, y) -> 1 - .15 * Math.exp(-Math.abs(x - edge) / (.1 * stage.width)));
    }

    /** The next room's wall shows in an opening with a wooden frame. */
    static void doorway(SceneBuilder stage) {
        SceneBuilder.copy(stage.draw((x, y) -> inDoor(stage, x, y, 0) ? 1 : 0), stage.accent);
        SceneBuilder.copy(
                stage.drawSoft(
                        SceneBuilder.EDGE,
                        (x, y) -> (inDoor(stage, x, y, .03) && !inDoor(stage, x, y, 0)) || y > .93 * stage.height
                                ? 0
                                : 1),
                stage.cover);
        SceneBuilder.copy(stage.grain(1.2, .02), stage.texture);
        light(stage, LAMP, (x, y) -> 1 - .2 * x / stage.width);
        for (int channel = 0; channel < 3; channel++) {
            float wood = FRAME[channel];
            SceneBuilder.copy(stage.draw((x, y) -> wood), stage.rest[channel]);
        }
    }

    private static boolean inDoor(SceneBuilder stage, int x, int y, double margin) {
        double left = (.60 - margin) * stage.width;
        double right = (.88 + margin) * stage.width;
        return x > left && x < right && y > (.18 - margin) * stage.height;
    }

    private static void light(SceneBuilder stage, float[] second, SceneBuilder.Field shading) {
        for (int channel = 0; channel < 3; channel++) {
            float here = WINDOW[channel];
            float there = second[channel];
            SceneBuilder.copy(
                    stage.draw((x, y) -> {
                        float accent = stage.accent[y * stage.width + x];
                        return shading.at(x, y) * (here * (1 - accent) + there * accent);
                    }),
                    stage.light[channel]);
        }
    }
}
