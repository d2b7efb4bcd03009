package photoset.api.rules;

import java.util.List;
import org.jspecify.annotations.Nullable;
import photoset.api.materials.Materials;
import photoset.api.problem.Envelope.Detail;
import photoset.workflows.rendering.Action;

/** Names what is wrong with one action. Jackson fills what JSON lacks with null, whatever its type says. */
final class ActionCheck {
    private static final int CORNERS = 4;

    /** A corner outside the photo is common, one several photos away is a mistake. */
    private static final double CORNER_MIN = -10;

    private static final double CORNER_MAX = 11;

    private final Materials materials;
    private final String field;
    private final List<Detail> broken;

    ActionCheck(Materials materials, String field, List<Detail> broken) {
        this.materials = materials;
        this.field = field;
        this.broken = broken;
    }

    void check(Action action) {
        switch (action) {
            case Action.Recolor recolor -> check(recolor);
            case Action.Tone tone -> check(tone);
            case Action.Texture texture -> check(texture);
            case Action.Background background -> {
                if (!"transparent".equals(background.value())) {
                    color("value", background.value(), ", or transparent");
                }
                range("shadow", background.shadow(), 0, 1);
            }
            case Action.Blur blur -> range("strength", blur.strength(), 0, 1);
        }
    }

    private void check(Action.Recolor recolor) {
        color("value", recolor.value(), "");
        range("keep_light", recolor.keepLight(), 0, 1);
        range("anchor", recolor.anchor(), .5, .9);
        if (recolor.present() != null) {
            color("present", recolor.present(), "");
        }
    }

    private void check(Action.Tone tone) {
        range("exposure", tone.exposure(), -3, 3);
        range("contrast", tone.contrast(), .5, 2);
        range("temperature", tone.temperature(), -100, 100);
        range("tint", tone.tint(), -100, 100);
        range("saturation", tone.saturation(), 0, 2);
        range("gloss", tone.gloss(), -1, 1);
        if (tone.equals(new Action.Tone(null, null, null, null, null, null))) {
            broken.add(Detail.field(
                    field, "must say at least one of exposure, contrast, temperature, tint, saturation, gloss"));
        }
    }

    private void check(Action.Texture texture) {
        @Nullable String value = texture.value();
        if (value == null || materials.drawn(value).isEmpty()) {
            broken.add(Detail.field(field + ".value", "must be the id of a material (GET /materials)"));
        }
        range("keep_light", texture.keepLight(), 0, 1);
        range("scale", texture.scale(), .1, 10);
        range("angle", texture.angle(), -180, 180);
        @Nullable List<List<Double>> corners = texture.corners();
        if (corners != null && !areCorners(corners)) {
            broken.add(Detail.field(
                    field + ".corners",
                    "must be four points [x, y] in shares of the photo's width and height: top left, top right, bottom"
                            + " right, bottom left"));
        }
    }

    private static boolean areCorners(List<List<Double>> corners) {
        return corners.size() == CORNERS
                && corners.stream()
                        .allMatch(point -> point != null
                                && point.size() == 2
                                && point.stream().allMatch(at -> at != null && at >= CORNER_MIN && at <= CORNER_MAX));
    }

    private void color(String name, @Nullable String value, String also) {
        if (value == null || materials.colorOf(value).isEmpty()) {
            broken.add(Detail.field(
                    field + "." + name,
                    "must be a colour like #a0b1c2 or lab(62 -12 20) that a screen can show, or the id of a material"
                            + " (GET /materials)" + also));
        }
    }

    private void range(String name, @Nullable Double value, double min, double max) {
        if (value != null && !(value >= min && value <= max)) {
            broken.add(Detail.field(field + "." + name, "must be a number from " + plain(min) + " to " + plain(max)));
        }
    }

    private static String plain(double number) {
        return number == Math.rint(number) ? String.valueOf((long) number) : String.valueOf(number);
    }
}
