package photoset.api.execution;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import photoset.api.materials.Materials;
import photoset.api.presets.Preset;
import photoset.api.presets.Presets;
import photoset.api.problem.Envelope.Detail;
import photoset.api.problem.Problem;
import photoset.api.problem.RequestRefused;
import photoset.api.roles.InRole;
import photoset.api.roles.Role;
import photoset.api.rules.RuleCheck;
import photoset.api.rules.SavedRules;
import photoset.workflows.ObjectKeys;
import photoset.workflows.UserId;
import photoset.workflows.job.Execution;
import photoset.workflows.plan.Plan;
import photoset.workflows.rendering.Action;
import photoset.workflows.rendering.OutputFormat;
import photoset.workflows.rendering.Paint;
import photoset.workflows.rendering.RenderTask.Look;
import photoset.workflows.rendering.Rule;
import photoset.workflows.segmentation.Concept;
import reactor.core.publisher.Mono;

/** Turns what a user wishes into what the workers need: prompts for the model, colours for the renderer. */
@Component
@InRole(Role.WEB)
public class Wishes {
    /** All of the light's own colour stays, unless the rule says otherwise. */
    private static final double KEEP_LIGHT = 1;

    private final Presets presets;
    private final Materials materials;
    private final RuleCheck check;
    private final SavedRules saved;

    Wishes(Presets presets, Materials materials, RuleCheck check, SavedRules saved) {
        this.presets = presets;
        this.materials = materials;
        this.check = check;
        this.saved = saved;
    }

    /**
     * The execution.
     *
     * <p>Refuses with {@link Problem#VALIDATION_FAILED} naming every broken field, {@link Problem#UNKNOWN_CONCEPT} or
     * {@link Problem#RULE_NOT_FOUND}.
     */
    public Mono<Execution> execution(UserId user, String presetId, Plan plan, ExecuteRequest wish) {
        var preset = presets.find(presetId).orElseThrow(() -> RequestRefused.because(Problem.INVALID_PRESET));
        refuseWhatIsNotOffered(preset, wish);
        return rule(user, preset, wish)
                .map(rule -> new Execution(
                        rule,
                        wish.ruleId(),
                        wish.outputTemplate(),
                        concepts(preset, rule),
                        look(rule, wish.outputFormat(), plan.watermarked())));
    }

    private static void refuseWhatIsNotOffered(Preset preset, ExecuteRequest wish) {
        List<Detail> broken = new ArrayList<>();
        if (wish.instances() != null) {
            broken.add(Detail.field("instances", "this version applies a rule to every instance; leave it out"));
        }
        if (wish.variants() != null) {
            broken.add(Detail.field("variants", "this version applies one rule to a job; leave it out"));
        }
        @Nullable String template = wish.outputTemplate();
        if (template != null && !preset.offers(template)) {
            var offered = preset.outputTemplates().stream()
                    .map(Preset.OutputTemplate::id)
                    .toList();
            broken.add(Detail.field("output_template", "must be one of " + String.join(", ", offered)));
        }
        if (!broken.isEmpty()) {
            throw RequestRefused.because(Problem.VALIDATION_FAILED, Problem.VALIDATION_FAILED.sentence(), broken);
        }
    }

    private Mono<Rule> rule(UserId user, Preset preset, ExecuteRequest wish) {
        @Nullable String id = wish.ruleId();
        if (id == null) {
            return Mono.fromSupplier(() -> check.checked(preset, wish.concepts(), wish.protect()));
        }
        return saved.find(user, id).map(rule -> {
            if (!rule.presetId().equals(preset.id())) {
                throw RequestRefused.because(
                        Problem.VALIDATION_FAILED,
                        "The rule is for the preset %s, the job is of %s.".formatted(rule.presetId(), preset.id()),
                        List.of(Detail.field("rule_id", "must be a rule for the preset " + preset.id())));
            }
            return rule.rule();
        });
    }

    private static List<Concept> concepts(Preset preset, Rule rule) {
        return rule.wanted().stream()
                .map(id -> preset.concept(id).orElseThrow(() -> RequestRefused.because(Problem.UNKNOWN_CONCEPT)))
                .toList();
    }

    private Look look(Rule rule, @Nullable OutputFormat format, boolean watermarked) {
        List<Paint> paints = new ArrayList<>();
        rule.concepts().forEach((concept, action) -> paints.add(paint(concept, action)));
        return new Look(
                ObjectKeys.ONLY_VARIANT,
                paints,
                rule.protect(),
                format == null ? OutputFormat.PNG : format,
                watermarked);
    }

    private Paint paint(String concept, Action action) {
        return switch (action) {
            case Action.Recolor(var value, var keepLight) ->
                new Paint(
                        concept,
                        materials
                                .colorOf(value)
                                // A saved rule may name a material that has left the catalogue since.
                                .orElseThrow(() -> RequestRefused.because(
                                        Problem.VALIDATION_FAILED,
                                        "There is no material " + value + " any more.",
                                        List.of(Detail.field("concepts." + concept + ".value", "must be a material")))),
                        keepLight == null ? KEEP_LIGHT : keepLight);
        };
    }
}
