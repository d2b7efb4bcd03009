package photoset.api.execution;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
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
import photoset.workflows.rendering.RenderTask.Look;
import photoset.workflows.rendering.Rule;
import photoset.workflows.segmentation.Concept;
import reactor.core.publisher.Mono;

/** Turns what a user wishes into what the workers need: prompts for the model, colours for the renderer. */
@Component
@InRole(Role.WEB)
public class Wishes {
    private final Presets presets;
    private final Treatments treatments;
    private final RuleCheck check;
    private final SavedRules saved;

    Wishes(Presets presets, Treatments treatments, RuleCheck check, SavedRules saved) {
        this.presets = presets;
        this.treatments = treatments;
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
                .map(rule -> writable(rule, wish))
                .map(rule -> new Execution(
                        rule,
                        wish.ruleId(),
                        wish.outputTemplate(),
                        concepts(preset, rule),
                        look(rule, wish, plan.watermarked())));
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

    /** A JPEG is opaque, so a transparent background would be black there. */
    private static Rule writable(Rule rule, ExecuteRequest wish) {
        rule.concepts().forEach((concept, action) -> {
            if (wish.outputFormat() == OutputFormat.JPEG
                    && action instanceof Action.Background background
                    && background.value().equals("transparent")) {
                throw RequestRefused.because(
                        Problem.VALIDATION_FAILED,
                        Problem.VALIDATION_FAILED.sentence(),
                        List.of(Detail.field(
                                "output_format",
                                "must be png or webp, since concepts." + concept + " becomes transparent")));
            }
        });
        return rule;
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

    private Look look(Rule rule, ExecuteRequest wish, boolean watermarked) {
        return new Look(
                ObjectKeys.ONLY_VARIANT,
                treatments.of(rule),
                rule.protect(),
                Objects.requireNonNullElse(wish.outputFormat(), OutputFormat.PNG),
                watermarked,
                wish.edges(),
                Boolean.TRUE.equals(wish.keepProfile()));
    }
}
