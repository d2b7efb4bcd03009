package photoset.bench.scenes;

import java.util.Random;
import org.jspecify.annotations.Nullable;
import photoset.imaging.LinearRgb;
import photoset.imaging.Mask;
import photoset.imaging.Raster;
import photoset.imaging.Srgb;

/**
 * A surface under a light, in any paint: colour = paint x light x texture + sheen, the dichromatic model (Shafer 1985).
 * The same scene in another paint is the truth that a recolor is held to. Same arguments, same bytes.
 */
public final class Scene {
    /** Above this a pixel counts as lying in the cast shadow, or in the sheen. */
    private static final float SHADOW_MIN = .7f;

    private static final float SHEEN_MIN = .05f;

    /** Read-out and photon noise of a small sensor at base sensitivity. */
    private static final double NOISE_DARK = 1e-5;

    private static final double NOISE_LIGHT = 4e-5;

    private final SceneBuilder stage;
    private final long seed;
    private final Mask mask;
    private final Mask protect;

    private final LinearRgb lamp;

    private Scene(SceneBuilder stage, long seed, LinearRgb lamp) {
        this.stage = stage;
        this.seed = seed;
        this.lamp = lamp;
        this.mask = mask(stage, stage.cover, stage.label);
        this.protect = mask(stage, stage.label, new float[stage.pixels()]);
    }

    /** A scene of this kind, {@code width} pixels wide and two thirds as high. */
    public static Scene of(SceneKind kind, int width, long seed) {
        var stage = new SceneBuilder(width, width * 2 / 3, seed);
        switch (kind) {
            case WALL -> WallScenes.matte(stage);
            case SATIN_WALL -> WallScenes.satin(stage);
            case FLOOR -> FloorScenes.planked(stage);
            case PRODUCT -> ProductScenes.can(stage);
            case SHARP_SHADOW -> WallScenes.shadowed(stage, .5);
            case SOFT_SHADOW -> WallScenes.shadowed(stage, width / 60.0);
            case CORNER -> RoomScenes.corner(stage);
            case DOORWAY -> RoomScenes.doorway(stage);
        }
        return new Scene(stage, seed, new LinearRgb(1, 1, 1));
    }

    /** The same scene at another time of the day: all light multiplied by this colour. */
    public Scene under(LinearRgb newLamp) {
        return new Scene(stage, seed + 1, newLamp);
    }

    private static Mask mask(SceneBuilder stage, float[] cover, float[] more) {
        byte[] levels = new byte[stage.pixels()];
        for (int i = 0; i < levels.length; i++) {
            levels[i] = (byte) Math.round(255 * Math.max(cover[i], more[i]));
        }
        return new Mask(stage.width, stage.height, levels);
    }

    /** The surface as a segmenter that never errs would give it, soft at the edges. */
    public Mask mask() {
        return mask;
    }

    /** What must not change, although the mask covers it. */
    public Mask protect() {
        return protect;
    }

    public boolean inShadow(int index) {
        return stage.shadow[index] > SHADOW_MIN;
    }

    /** Whether it belongs to the second surface of a corner or a doorway. */
    public boolean inAccent(int index) {
        return stage.accent[index] > .5f;
    }

    public boolean inSheen(int index) {
        return stage.sheen[index] > SHEEN_MIN;
    }

    /** The surface in this paint as a camera takes it. */
    public Raster photo(LinearRgb paint) {
        return photo(paint, paint);
    }

    /** The same with a paint of its own on the second surface of a corner or a doorway. */
    public Raster photo(LinearRgb paint, LinearRgb accent) {
        return render(paint, accent, new Random(seed + 1));
    }

    /** The surface in this paint as it is, without the noise of a sensor. */
    public Raster truth(LinearRgb paint) {
        return truth(paint, paint);
    }

    /** The same with a paint of its own on the second surface. */
    public Raster truth(LinearRgb paint, LinearRgb accent) {
        return render(paint, accent, null);
    }

    private Raster render(LinearRgb paint, LinearRgb accent, @Nullable Random noise) {
        byte[] rgb = new byte[stage.pixels() * 3];
        float[][] paints = {channels(paint), channels(accent)};
        float[] lamps = channels(lamp);
        for (int i = 0, at = 0; i < stage.pixels(); i++) {
            for (int channel = 0; channel < 3; channel++) {
                float second = stage.accent[i];
                float albedo = paints[0][channel] * (1 - second) + paints[1][channel] * second;
                double light = lamps[channel] * light(i, channel, albedo);
                double grain = noise == null ? 0 : noise.nextGaussian() * Math.sqrt(NOISE_DARK + NOISE_LIGHT * light);
                rgb[at++] = Srgb.toByte((float) (light + grain));
            }
        }
        return new Raster(stage.width, stage.height, rgb);
    }

    private static float[] channels(LinearRgb color) {
        return new float[] {color.red(), color.green(), color.blue()};
    }

    private double light(int i, int channel, float albedo) {
        float surface =
                albedo * stage.light[channel][i] * stage.texture[i] + stage.sheen[i] * stage.sheenColor[channel];
        return stage.cover[i] * surface + (1 - stage.cover[i]) * stage.rest[channel][i];
    }
}
