package photoset.cpu.scenes;

/** Two painted surfaces in one picture. */
final class Rooms {
    /** Light of the wall that faces the window, the wall turned from it, and a lamp in the next room. */
    private static final float[] WINDOW = {.90f, .89f, .86f};

    private static final float[] TURNED = {.56f, .57f, .58f};
    private static final float[] LAMP = {.36f, .28f, .19f};
    private static final float[] FRAME = {.22f, .16f, .11f};

    private Rooms() {}

    /** A sharp vertical edge from the ceiling to the floor, with the shading of both walls darker towards it. */
    static void corner(Stage stage) {
        double edge = .58 * stage.width;
        Stage.copy(stage.drawSoft(Stage.EDGE, (x, y) -> x > edge ? 1 : 0), stage.accent);
        Stage.copy(stage.grain(1.2, .02), stage.texture);
        light(stage, TURNED, (x, y) -> 1 - .15 * Math.exp(-Math.abs(x - edge) / (.1 * stage.width)));
    }

    /** The next room's wall shows in an opening with a wooden frame. */
    static void doorway(Stage stage) {
        Stage.copy(stage.draw((x, y) -> inDoor(stage, x, y, 0) ? 1 : 0), stage.accent);
        Stage.copy(
                stage.drawSoft(
                        Stage.EDGE,
                        (x, y) -> (inDoor(stage, x, y, .03) && !inDoor(stage, x, y, 0)) || y > .93 * stage.height
                                ? 0
                                : 1),
                stage.cover);
        Stage.copy(stage.grain(1.2, .02), stage.texture);
        light(stage, LAMP, (x, y) -> 1 - .2 * x / stage.width);
        for (int channel = 0; channel < 3; channel++) {
            float wood = FRAME[channel];
            Stage.copy(stage.draw((x, y) -> wood), stage.rest[channel]);
        }
    }

    private static boolean inDoor(Stage stage, int x, int y, double margin) {
        double left = (.60 - margin) * stage.width;
        double right = (.88 + margin) * stage.width;
        return x > left && x < right && y > (.18 - margin) * stage.height;
    }

    private static void light(Stage stage, float[] second, Stage.Field shading) {
        for (int channel = 0; channel < 3; channel++) {
            float here = WINDOW[channel];
            float there = second[channel];
            Stage.copy(
                    stage.draw((x, y) -> {
                        float accent = stage.accent[y * stage.width + x];
                        return shading.at(x, y) * (here * (1 - accent) + there * accent);
                    }),
                    stage.light[channel]);
        }
    }
}
