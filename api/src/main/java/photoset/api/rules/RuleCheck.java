package photoset.api.rules;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import photoset.api.materials.Materials;
import photoset.api.presets.Preset;
import photoset.api.problem.ApiException;
import photoset.api.problem.Envelope.Detail;
import photoset.api.problem.Problem;
import photoset.workflows.rendering.Action;
import photoset.workflows.rendering.Rule;

/** Turns what a request says into a rule that can be rendered, or names everything that is wrong with it. */
@Component
public final class RuleCheck {
    private final Materials materials;

    public RuleCheck(Materials materials) {
        this.materials = materials;
    }

    /**
     * The rule, with the preset's protect list when the request has none.
     *
     * @param concepts as read from JSON: may be absent or hold nulls
     * @param protect as read from JSON: may be absent or hold nulls; named twice is named once
     * @throws ApiException {@link Problem#VALIDATION_FAILED} with every broken field, named like
     *     {@code concepts.Wall.value}; else {@link Problem#UNKNOWN_CONCEPT} with every unknown one
     */
    public Rule checked(
            Preset preset, @Nullable Map<String, @Nullable Action> concepts, @Nullable List<@Nullable String> protect) {
        List<Detail> broken = new ArrayList<>();
        var rule = read(concepts, Objects.requireNonNullElse(protect, preset.protectDefaults()), broken);
        refuseBroken(broken);
        refuseUnknown(preset, rule);
        return rule;
    }

    /**
     * The rule, whatever concepts it names: for pictures whose masks come from elsewhere.
     *
     * @throws ApiException {@link Problem#VALIDATION_FAILED} with every broken field
     */
    public Rule checked(@Nullable Map<String, @Nullable Action> concepts, @Nullable List<@Nullable String> protect) {
        List<Detail> broken = new ArrayList<>();
        var rule = read(concepts, Objects.requireNonNullElse(protect, List.of()), broken);
        refuseBroken(broken);
        return rule;
    }

    /**
     * A protect list that stands for itself, each name once.
     *
     * @throws ApiException as {@link #checked(Preset, Map, List)} does
     */
    public List<String> protect(Preset preset, List<@Nullable String> protect) {
        List<Detail> broken = new ArrayList<>();
        var rule = new Rule(Map.of(), names(protect, broken));
        refuseBroken(broken);
        refuseUnknown(preset, rule);
        return rule.protect();
    }

    /** What can be read; everything else is added to {@code broken}. */
    Rule read(@Nullable Map<String, @Nullable Action> concepts, List<@Nullable String> protect, List<Detail> broken) {
        return new Rule(actions(concepts, broken), names(protect, broken));
    }

    static void refuseBroken(List<Detail> broken) {
        if (!broken.isEmpty()) {
            throw ApiException.because(
                    Problem.VALIDATION_FAILED, Problem.VALIDATION_FAILED.sentence(), List.copyOf(broken));
        }
    }

    /**
     * Holds a job's rules, together, to {@link Rule#CONCEPTS_PER_JOB_MAX}.
     *
     * @throws ApiException {@link Problem#VALIDATION_FAILED}
     */
    public static void refuseTooMany(Collection<String> wanted) {
        if (wanted.size() > Rule.CONCEPTS_PER_JOB_MAX) {
            refuseBroken(List.of(Detail.field(
                    "concepts",
                    "must be at most %d of a job, protected ones and those of all variants included, and are %d"
                            .formatted(Rule.CONCEPTS_PER_JOB_MAX, wanted.size()))));
        }
    }

    static void refuseUnknown(Preset preset, Rule rule) {
        refuseTooMany(rule.wanted());
        refuseImpossible(preset, rule);
        List<Detail> unknown = new ArrayList<>();
        for (String concept : rule.concepts().keySet()) {
            if (!preset.paints(concept) && !preset.removes(concept)) {
                unknown.add(unknown("concepts", concept, preset.paintable()));
            }
        }
        for (String concept : rule.protect()) {
            if (preset.concept(concept).isEmpty()) {
                unknown.add(unknown("protect", concept, preset.protectable()));
            }
        }
        if (!unknown.isEmpty()) {
            throw ApiException.because(
                    Problem.UNKNOWN_CONCEPT,
                    "The preset %s has no such concept; details name the known ones.".formatted(preset.id()),
                    List.copyOf(unknown));
        }
    }

    private static void refuseImpossible(Preset preset, Rule rule) {
        List<Detail> broken = new ArrayList<>();
        rule.concepts().forEach((concept, action) -> {
            if (action instanceof Action.Remove && preset.paints(concept) && !preset.removes(concept)) {
                broken.add(Detail.field(
                        "concepts." + concept + ".action",
                        "must not be remove, since it is a surface; what can be removed: "
                                + String.join(", ", preset.removable())));
            }
            if (!(action instanceof Action.Remove) && preset.onlyRemoves(concept)) {
                broken.add(Detail.field(
                        "concepts." + concept + ".action", "must be remove: nothing else is done to this concept"));
            }
        });
        refuseBroken(broken);
    }

    private static Detail unknown(String field, String concept, List<String> known) {
        return Detail.field(field + "." + concept, "is unknown; the known ones: " + String.join(", ", known));
    }

    private Map<String, Action> actions(@Nullable Map<String, @Nullable Action> concepts, List<Detail> broken) {
        if (concepts == null || concepts.isEmpty()) {
            broken.add(Detail.field("concepts", "must name at least one concept and its action"));
            return Map.of();
        }
        Map<String, Action> actions = new LinkedHashMap<>();
        concepts.forEach((concept, action) -> {
            if (action == null) {
                broken.add(Detail.field("concepts." + concept, "must be an object with an action"));
                return;
            }
            new ActionCheck(materials, "concepts." + concept, broken).check(action);
            actions.put(concept, action);
        });
        return actions;
    }

    private static List<String> names(List<@Nullable String> protect, List<Detail> broken) {
        Set<String> names = new LinkedHashSet<>();
        for (int i = 0; i < protect.size(); i++) {
            @Nullable String name = protect.get(i);
            if (name == null) {
                broken.add(Detail.field("protect[" + i + "]", "must be the id of a concept"));
            } else {
                names.add(name);
            }
        }
        return List.copyOf(names);
    }
}
