package photoset.api.execution;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import photoset.api.materials.Materials;
import photoset.api.presets.Presets;
import photoset.api.problem.ApiException;
import photoset.api.problem.Envelope.Detail;
import photoset.api.problem.Problem;
import photoset.workflows.rendering.Action;
import photoset.workflows.rendering.ActionOption;
import photoset.workflows.rendering.ResolvedAction;
import photoset.workflows.rendering.ResolvedAction.Corner;
import photoset.workflows.rendering.Rule;

/** Looks up what actions name and fills in what they leave open. */
@Component
public final class ActionResolver {
    private final Materials materials;
    private final Presets presets;

    public ActionResolver(Materials materials, Presets presets) {
        this.materials = materials;
        this.presets = presets;
    }

    /**
     * What the renderer does for a checked rule, in the rule's order.
     *
     * @throws ApiException {@link Problem#VALIDATION_FAILED} for a material that has left the catalogue since
     */
    public List<ResolvedAction> of(Rule rule) {
        List<ResolvedAction> actions = new ArrayList<>();
        rule.concepts().forEach((concept, action) -> actions.add(of(concept, ActionOption.completed(action))));
        return actions;
    }

    private ResolvedAction of(String concept, Action action) {
        return switch (action) {
            case Action.Recolor recolor -> of(concept, recolor);
            case Action.Tone(var exposure, var contrast, var temperature, var tint, var saturation, var gloss) ->
                new ResolvedAction.Tone(
                        concept,
                        given(exposure),
                        given(contrast),
                        given(temperature),
                        given(tint),
                        given(saturation),
                        given(gloss));
            case Action.Texture(var value, var keepLight, var corners, var scale, var angle) ->
                new ResolvedAction.Texture(
                        concept,
                        known(concept, value, materials.drawn(value)),
                        given(keepLight),
                        corners == null
                                ? List.of()
                                : corners.stream().map(ActionResolver::corner).toList(),
                        given(scale),
                        given(angle),
                        presets.surface(concept));
            case Action.Background(var value, var shadow) ->
                new ResolvedAction.Background(
                        concept,
                        value.equals("transparent") ? null : known(concept, value, materials.colorOf(value)),
                        given(shadow));
            case Action.Blur(var strength) -> new ResolvedAction.Blur(concept, given(strength));
            case Action.Remove() -> new ResolvedAction.Remove(concept);
        };
    }

    private ResolvedAction of(String concept, Action.Recolor recolor) {
        @Nullable String present = recolor.present();
        return new ResolvedAction.Recolor(
                concept,
                known(concept, recolor.value(), materials.colorOf(recolor.value())),
                recolor,
                present == null ? null : known(concept, present, materials.colorOf(present)));
    }

    private static Corner corner(List<Double> point) {
        return new Corner(point.get(0), point.get(1));
    }

    private static double given(@Nullable Double completed) {
        return Objects.requireNonNull(completed);
    }

    private static <T> T known(String concept, String value, Optional<T> found) {
        return found.orElseThrow(() -> ApiException.because(
                Problem.VALIDATION_FAILED,
                "There is no material " + value + " any more.",
                List.of(Detail.field("concepts." + concept + ".value", "must be a material"))));
    }
}
