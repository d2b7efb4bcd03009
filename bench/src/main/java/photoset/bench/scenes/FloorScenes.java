package photoset.bench.scenes;

/** A floor of planks below a wall. */
final class FloorScenes {
    private static final float[] DAYLIGHT = {1.00f, .98f, .95f};
    private static final float[] AMBIENT = {.95f, .98f, 1.03f};
    private static final float[] PLASTER = {.70f, .68f, .64f};

    /** Planks differ by so much in tone, as sorted oak does. */
    private static final double TONE = .06;

    private FloorScenes() {}

    static void planked(SceneBuilder stage) {
        double horizon = .28 * stage.height;
        SceneBuilder.copy(stage.drawSoft(SceneBuilder.EDGE, (x, y) -> y > horizon ? 1 : 0), stage.cover);
        SceneBuilder.copy(
                stage.drawSoft(
                        stage.width / 60.0,
                        (x, y) -> x > .55 * stage.width && y > .28 * stage.height && y < .52 * stage.height ? 1 : 0),
                stage.shadow);
        SceneBuilder.copy(planks(stage), stage.texture);
        SceneBuilder.copy(
                stage.draw((x, y) -> .14
                        * Math.exp(-sq((x - .25 * stage.width) / (.07 * stage.width)) / 2)
                        * Math.clamp((y - horizon) / (.3 * stage.height), 0, 1)),
                stage.sheen);
        illuminate(stage);
    }

    private static void illuminate(SceneBuilder stage) {
        for (int channel = 0; channel < 3; channel++) {
            float sun = DAYLIGHT[channel];
            float cool = AMBIENT[channel];
            float wall = PLASTER[channel];
            SceneBuilder.copy(
                    stage.draw((x, y) -> {
                        float shade = stage.shadow[y * stage.width + x];
                        double fall = .85 - .35 * x / stage.width + .1 * y / stage.height;
                        return fall * sun * (1 - .65 * shade) + .15 * cool;
                    }),
                    stage.light[channel]);
            SceneBuilder.copy(stage.draw((x, y) -> wall * (.8 - .3 * x / stage.width)), stage.rest[channel]);
        }
    }

    /** Rows of planks, narrower towards the horizon, each with its own tone, grain and a thin dark joint. */
    private static float[] planks(SceneBuilder stage) {
        double[] tones = new double[1024];
        for (int i = 0; i < tones.length; i++) {
            tones[i] = 1 + TONE * Math.clamp(stage.random.nextGaussian(), -2, 2);
        }
        float[] grain = stage.grain(.8, .03);
        return stage.draw((x, y) -> {
            double depth = Math.max(.1, (y - .1 * stage.height) / stage.height);
            double across = 6 * Math.log(depth) + 40;
            int row = (int) across;
            double along = (x - .5 * stage.width) / (depth * stage.width) * 1.2 + 20 + .37 * row;
            boolean joint = across - row < .04 || along - Math.floor(along) < .012;
            double tone = tones[Math.floorMod(row * 61 + (int) along, tones.length)];
            return tone * (joint ? .8 : 1) * grain[y * stage.width + x];
        });
    }

    private static double sq(double value) {
        return value * value;
    }
}
