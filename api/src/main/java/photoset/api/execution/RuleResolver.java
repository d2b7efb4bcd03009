package photoset.api.execution;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import photoset.api.presets.Preset;
import photoset.api.problem.ApiException;
import photoset.api.problem.Envelope.Detail;
import photoset.api.problem.Problem;
import photoset.api.roles.InRole;
import photoset.api.roles.Role;
import photoset.api.rules.RuleCheck;
import photoset.api.rules.SavedRules;
import photoset.workflows.UserId;
import photoset.workflows.rendering.Rule;
import reactor.core.publisher.Mono;

/** The rules that a request names or says itself. */
@Component
@InRole(Role.WEB)
class RuleResolver {
    private final RuleCheck check;
    private final SavedRules saved;

    RuleResolver(RuleCheck check, SavedRules saved) {
        this.check = check;
        this.saved = saved;
    }

    /** What a request with variants protects in all of them; null when it says nothing. */
    @Nullable
    List<String> globalProtect(Preset preset, ExecuteRequest request) {
        @Nullable List<@Nullable String> protect = request.protect();
        return request.variants() == null || protect == null ? null : check.protect(preset, protect);
    }

    /** The rule of one variant, with what is protected in all of them. */
    Mono<Rule> of(UserId user, Preset preset, VariantRequest wanted, @Nullable List<String> globalProtect) {
        @Nullable String id = wanted.ruleId();
        var rule = id == null
                ? Mono.fromSupplier(() -> said(preset, wanted, globalProtect))
                : saved.find(user, id).map(found -> {
                    if (!found.presetId().equals(preset.id())) {
                        throw ofAnotherPreset(found.presetId(), preset);
                    }
                    return found.rule();
                });
        return globalProtect == null ? rule : rule.map(own -> withGlobalProtect(own, globalProtect));
    }

    private Rule said(Preset preset, VariantRequest wanted, @Nullable List<String> globalProtect) {
        List<@Nullable String> otherwise = globalProtect == null ? List.copyOf(preset.protectDefaults()) : List.of();
        return check.checked(preset, wanted.concepts(), Objects.requireNonNullElse(wanted.protect(), otherwise));
    }

    private static Rule withGlobalProtect(Rule rule, List<String> globalProtect) {
        Set<String> protect = new LinkedHashSet<>(rule.protect());
        protect.addAll(globalProtect);
        return new Rule(rule.concepts(), List.copyOf(protect));
    }

    private static ApiException ofAnotherPreset(String itsOwn, Preset preset) {
        return ApiException.because(
                Problem.VALIDATION_FAILED,
                "The rule is for the preset %s, the job is of %s.".formatted(itsOwn, preset.id()),
                List.of(Detail.field("rule_id", "must be a rule for the preset " + preset.id())));
    }
}
