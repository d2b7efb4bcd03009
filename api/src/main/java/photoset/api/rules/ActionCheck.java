package photoset.api.rules;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import photoset.api.materials.Materials;
import photoset.api.problem.Envelope.Detail;
import photoset.workflows.rendering.Action;
import photoset.workflows.rendering.ActionOption;
import photoset.workflows.rendering.ActionOption.Interval;

/** Names what is wrong with one action. Jackson fills what JSON lacks with null, whatever its type says. */
final class ActionCheck {
    static final int CORNERS = 4;

    /** A corner outside the photo is common, one several photos away is a mistake. */
    static final double CORNER_MIN = -10;

    static final double CORNER_MAX = 11;

    /** A corner that bends less, as the cross product over the squares of its sides, is no corner. */
    private static final double TURN_MIN = .005;

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
            }
            case Action.Blur _, Action.Remove _ -> {}
        }
        ActionOption.of(action.getClass())
                .forEach(option -> option.interval()
                        .ifPresent(interval -> range(option.name(), interval, (Double) option.value(action))));
    }

    private void check(Action.Recolor recolor) {
        color("value", recolor.value(), "");
        if (recolor.present() != null) {
            color("present", recolor.present(), "");
        }
    }

    private void check(Action.Tone tone) {
        if (tone.equals(new Action.Tone(null, null, null, null, null, null))) {
            broken.add(Detail.field(
                    field,
                    ActionOption.of(Action.Tone.class).stream()
                            .map(ActionOption::name)
                            .collect(Collectors.joining(", ", "must say at least one of ", ""))));
        }
    }

    private void check(Action.Texture texture) {
        @Nullable String value = texture.value();
        if (value == null || materials.drawn(value).isEmpty()) {
            broken.add(Detail.field(field + ".value", "must be the id of a material (GET /materials)"));
        }
        @Nullable List<List<Double>> corners = texture.corners();
        if (corners != null && !areCorners(corners)) {
            broken.add(Detail.field(
                    field + ".corners",
                    "must be the corners [x, y] of a rectangle in perspective, in shares of the photo's width and height:"
                            + " top left, top right, bottom right, bottom left"));
        }
    }

    private static boolean areCorners(List<List<Double>> corners) {
        return corners.size() == CORNERS
                && corners.stream()
                        .allMatch(point -> point != null
                                && point.size() == 2
                                && point.stream().allMatch(at -> at != null && at >= CORNER_MIN && at <= CORNER_MAX))
                && areConvex(corners);
    }

    /** All four turns go the same way, each clearly: else no rectangle looks like that in any perspective. */
    private static boolean areConvex(List<List<Double>> corners) {
        double before = 0;
        for (int i = 0; i < CORNERS; i++) {
            var first = corners.get(i);
            var middle = corners.get((i + 1) % CORNERS);
            var last = corners.get((i + 2) % CORNERS);
            double x1 = middle.get(0) - first.get(0);
            double y1 = middle.get(1) - first.get(1);
            double x2 = last.get(0) - middle.get(0);
            double y2 = last.get(1) - middle.get(1);
            double turn = (x1 * y2 - y1 * x2) / (x1 * x1 + y1 * y1 + x2 * x2 + y2 * y2);
            // Two corners in one place give no number.
            if (!(Math.abs(turn) >= TURN_MIN) || turn * before < 0) {
                return false;
            }
            before = turn;
        }
        return true;
    }

    private void color(String name, @Nullable String value, String also) {
        if (value == null || materials.colorOf(value).isEmpty()) {
            broken.add(Detail.field(
                    field + "." + name,
                    "must be a colour like #a0b1c2 or lab(62 -12 20) that a screen can show, or the id of a material"
                            + " (GET /materials)" + also));
        }
    }

    private void range(String name, Interval interval, @Nullable Double value) {
        if (value != null && !interval.holds(value)) {
            broken.add(Detail.field(field + "." + name, "must be a number from " + interval));
        }
    }
}
