package photoset.api.rules;

import java.util.Map;
import java.util.Objects;
import photoset.workflows.rendering.Action;

/** What the numbers of an action may be, for the check and for the API document alike. */
final class ActionRanges {
    /** Both ends belong to it. */
    record Range(double min, double max) {
        boolean holds(double value) {
            return value >= min && value <= max;
        }
    }

    private static final Range SHARE = new Range(0, 1);

    private static final Map<Class<? extends Action>, Map<String, Range>> ALL = Map.of(
            Action.Recolor.class, Map.of("keep_light", SHARE, "anchor", new Range(.5, .9)),
            Action.Tone.class,
                    Map.of(
                            "exposure", new Range(-3, 3),
                            "contrast", new Range(.5, 2),
                            "temperature", new Range(-100, 100),
                            "tint", new Range(-100, 100),
                            "saturation", new Range(0, 2),
                            "gloss", new Range(-1, 1)),
            Action.Texture.class,
                    Map.of("keep_light", SHARE, "scale", new Range(.1, 10), "angle", new Range(-180, 180)),
            Action.Background.class, Map.of("shadow", SHARE),
            Action.Blur.class, Map.of("strength", SHARE));

    private ActionRanges() {}

    /** By the option's name in JSON. */
    static Map<String, Range> of(Class<? extends Action> action) {
        return Objects.requireNonNull(ALL.get(action));
    }
}
