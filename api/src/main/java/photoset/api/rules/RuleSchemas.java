package photoset.api.rules;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import io.swagger.v3.oas.models.media.Schema;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import photoset.api.docs.SchemaFacts;
import photoset.api.docs.Schemas;
import photoset.api.materials.Materials;
import photoset.api.presets.Preset;
import photoset.api.presets.Presets;
import photoset.api.roles.InRole;
import photoset.api.roles.Role;
import photoset.workflows.plan.Plan;
import photoset.workflows.rendering.Action;
import photoset.workflows.rendering.ActionOption;
import photoset.workflows.rendering.Rule;

/** What rules and actions may say, for the API document. */
@Component
@InRole(Role.WEB)
public class RuleSchemas implements SchemaFacts {
    private final Presets presets;
    private final Materials materials;

    RuleSchemas(Presets presets, Materials materials) {
        this.presets = presets;
        this.materials = materials;
    }

    @Override
    public void state(Schemas schemas) {
        var types = Objects.requireNonNull(Action.class.getAnnotation(JsonSubTypes.class));
        for (var type : types.value()) {
            var action = type.value().asSubclass(Action.class);
            schemas.replace(action.getSimpleName(), action(schemas.of(action.getSimpleName()), type.name(), action));
        }
        said(schemas, "NewRule");
        said(schemas, "RuleChange");
        kept(schemas, "SavedRule");
        schemas.field("RuleList", "rules").setMaxItems(Plan.PRO.limits().ruleSlotsMax());
        schemas.allow(
                "NewRule", "preset_id", presets.all().stream().map(Preset::id).toList());
    }

    /** Limits the concepts that a body names. */
    public void said(Schemas schemas, String body) {
        concepts(schemas, body, concept(Preset::paintable));
        schemas.field(body, "protect").setItems(concept(Preset::protectable));
        schemas.field(body, "concepts").setMinProperties(1);
    }

    /** Limits the concepts of an answer; their presets may have lost them since. */
    public void kept(Schemas schemas, String answer) {
        concepts(schemas, answer, Schemas.id());
    }

    private static void concepts(Schemas schemas, String rule, Schema<?> name) {
        var concepts = schemas.field(rule, "concepts");
        concepts.setPropertyNames(name);
        concepts.setMaxProperties(Rule.CONCEPTS_PER_JOB_MAX);
        schemas.field(rule, "protect").setMaxItems(Rule.CONCEPTS_PER_JOB_MAX);
    }

    /** A concept of some preset: that of the job or the rule must have it, too. */
    private Schema<Object> concept(Function<Preset, List<String>> known) {
        if (presets.all().stream().anyMatch(Preset::open)) {
            var name = Schemas.typed("string");
            name.setPattern("^" + Preset.CONCEPT + "$");
            name.setMaxLength(Preset.CONCEPT_CHARS_MAX);
            return name;
        }
        return Schemas.word(presets.all().stream()
                .flatMap(preset -> known.apply(preset).stream())
                .distinct()
                .toList());
    }

    /** The generator makes an action of two parts, which nobody could close against unknown options. */
    private Schema<Object> action(Schema<?> generated, String name, Class<? extends Action> type) {
        var closed = Schemas.typed("object");
        closed.addProperty("action", Schemas.word(List.of(name)));
        options(generated).forEach(closed::addProperty);
        for (var option : ActionOption.of(type)) {
            var schema = Objects.requireNonNull(closed.getProperties().get(option.name()), option.name());
            option.interval().ifPresent(interval -> {
                schema.setMinimum(BigDecimal.valueOf(interval.min()));
                schema.setMaximum(BigDecimal.valueOf(interval.max()));
            });
            option.initial()
                    .ifPresent(initial -> schema.setDefault(
                            initial instanceof Double number
                                    ? BigDecimal.valueOf(number)
                                    : option.word().orElseThrow()));
        }
        List<String> required = new ArrayList<>(List.of("action"));
        @Nullable List<String> demanded = generated.getRequired();
        if (demanded != null) {
            required.addAll(demanded);
        }
        closed.setRequired(required);
        special(closed, type);
        return closed;
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static Map<String, Schema> options(Schema<?> generated) {
        // An action without options has no second part.
        return Objects.requireNonNullElse(generated.getAllOf(), List.<Schema>of()).stream()
                .map(part -> (Map<String, Schema>) part.getProperties())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(Map.of());
    }

    private void special(Schema<Object> closed, Class<? extends Action> type) {
        if (type == Action.Recolor.class) {
            closed.getProperties().put("value", color());
            closed.getProperties().put("present", color());
        } else if (type == Action.Texture.class) {
            closed.getProperties().put("value", Schemas.word(materials.ids()));
            corners(Objects.requireNonNull(closed.getProperties().get("corners")));
        } else if (type == Action.Background.class) {
            var value = color();
            value.addAnyOfItem(Schemas.word(List.of("transparent")));
            closed.getProperties().put("value", value);
        } else if (type == Action.Tone.class) {
            ActionOption.of(type).forEach(option -> closed.addAnyOfItem(Schemas.having(option.name())));
        }
    }

    private Schema<Object> color() {
        var hex = Schemas.typed("string");
        hex.setPattern("^#[0-9a-fA-F]{6}$");
        var lab = Schemas.typed("string");
        lab.setPattern("^" + Materials.LAB + "$");
        var either = new Schema<>();
        either.setAnyOf(new ArrayList<>(Arrays.asList(hex, lab, Schemas.word(materials.ids()))));
        return either;
    }

    private static void corners(Schema<?> corners) {
        corners.setMinItems(ActionCheck.CORNERS);
        corners.setMaxItems(ActionCheck.CORNERS);
        var point = Objects.requireNonNull(corners.getItems());
        point.setMinItems(2);
        point.setMaxItems(2);
        var share = Objects.requireNonNull(point.getItems());
        share.setMinimum(BigDecimal.valueOf(ActionCheck.CORNER_MIN));
        share.setMaximum(BigDecimal.valueOf(ActionCheck.CORNER_MAX));
    }
}
