package photoset.api.rules;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import photoset.api.auth.Caller;
import photoset.api.presets.Preset;
import photoset.api.presets.Presets;
import photoset.api.problem.ApiException;
import photoset.api.problem.Envelope;
import photoset.api.problem.Envelope.Detail;
import photoset.api.problem.Problem;
import photoset.api.problem.Refuses;
import photoset.api.roles.InRole;
import photoset.api.roles.Role;
import photoset.api.text.DisplayName;
import photoset.workflows.rendering.Action;
import reactor.core.publisher.Mono;

@RestController
@InRole(Role.WEB)
@Tag(name = "Rules")
final class RuleController {
    /** Fits on a button of the studio. */
    private static final int NAME_CHARS_MAX = 80;

    private final SavedRules rules;
    private final RuleCheck check;
    private final Presets presets;

    RuleController(SavedRules rules, RuleCheck check, Presets presets) {
        this.rules = rules;
        this.check = check;
        this.presets = presets;
    }

    /** A rule to keep; an absent protect list means the preset's. */
    record NewRule(
            @Schema(requiredMode = RequiredMode.REQUIRED, pattern = DisplayName.PATTERN, maxLength = NAME_CHARS_MAX)
            @JsonProperty("name")
            @Nullable
            String name,

            @Schema(requiredMode = RequiredMode.REQUIRED) @JsonProperty("preset_id") @Nullable
            String presetId,

            @Schema(requiredMode = RequiredMode.REQUIRED) @JsonProperty("concepts") @Nullable
            Map<String, @Nullable Action> concepts,

            @JsonProperty("protect") @Nullable List<@Nullable String> protect) {}

    /** What to change; absent is unchanged. */
    record RuleChange(
            @Schema(pattern = DisplayName.PATTERN, maxLength = NAME_CHARS_MAX) @JsonProperty("name") @Nullable
            String name,

            @JsonProperty("concepts") @Nullable Map<String, @Nullable Action> concepts,
            @JsonProperty("protect") @Nullable List<@Nullable String> protect) {}

    record RuleAnswer(@JsonProperty("rule") SavedRule rule) {}

    record RuleList(@JsonProperty("rules") List<SavedRule> rules) {}

    record DeletedRule(
            @JsonProperty("id") String id,
            @JsonProperty("deleted") boolean deleted) {}

    @Refuses({Problem.INVALID_PRESET, Problem.UNKNOWN_CONCEPT, Problem.RULE_SLOT_LIMIT})
    @PostMapping("/rules")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(operationId = "createRule", summary = "Keep a rule", description = "Takes one rule slot of the plan.")
    Mono<Envelope<RuleAnswer>> create(Caller caller, @RequestBody NewRule wanted, ServerWebExchange exchange) {
        List<Detail> broken = new ArrayList<>();
        var name = name(wanted.name(), broken);
        Optional<Preset> preset = Optional.ofNullable(wanted.presetId()).flatMap(presets::find);
        if (wanted.presetId() == null) {
            broken.add(Detail.field("preset_id", "is missing; GET /presets lists them"));
        }
        var defaults = preset.map(Preset::protectDefaults).orElse(List.of());
        var rule = check.read(wanted.concepts(), Objects.requireNonNullElse(wanted.protect(), defaults), broken);
        RuleCheck.refuseBroken(broken);
        var known = preset.orElseThrow(() -> ApiException.because(Problem.INVALID_PRESET));
        RuleCheck.refuseUnknown(known, rule);
        return rules.add(caller.user(), known.id(), new SavedRules.Content(name, rule))
                .map(saved -> Envelope.of(exchange, new RuleAnswer(saved)));
    }

    @GetMapping("/rules")
    @Operation(operationId = "listRules", summary = "List the own rules, newest first")
    Mono<Envelope<RuleList>> list(Caller caller, ServerWebExchange exchange) {
        return rules.all(caller.user()).collectList().map(all -> Envelope.of(exchange, new RuleList(all)));
    }

    @Refuses({Problem.RULE_NOT_FOUND, Problem.INVALID_PRESET, Problem.UNKNOWN_CONCEPT})
    @PutMapping("/rules/{id}")
    @Operation(
            operationId = "changeRule",
            summary = "Change a rule",
            description = "What is absent stays. The preset of a rule cannot change.")
    Mono<Envelope<RuleAnswer>> change(
            Caller caller, @PathVariable String id, @RequestBody RuleChange wanted, ServerWebExchange exchange) {
        return rules.change(caller.user(), id, old -> changed(old, wanted))
                .map(saved -> Envelope.of(exchange, new RuleAnswer(saved)));
    }

    @Refuses(Problem.RULE_NOT_FOUND)
    @DeleteMapping("/rules/{id}")
    @Operation(operationId = "deleteRule", summary = "Delete a rule", description = "Frees its slot.")
    Mono<Envelope<DeletedRule>> delete(Caller caller, @PathVariable String id, ServerWebExchange exchange) {
        return rules.delete(caller.user(), id)
                .then(Mono.fromSupplier(() -> Envelope.of(exchange, new DeletedRule(id, true))));
    }

    private SavedRules.Content changed(SavedRule old, RuleChange wanted) {
        List<Detail> broken = new ArrayList<>();
        var name = wanted.name() == null ? old.name() : name(wanted.name(), broken);
        var rule = check.read(
                Objects.requireNonNullElse(wanted.concepts(), old.concepts()),
                Objects.requireNonNullElse(wanted.protect(), old.protect()),
                broken);
        RuleCheck.refuseBroken(broken);
        var preset = presets.find(old.presetId()).orElseThrow(() -> ApiException.because(Problem.INVALID_PRESET));
        RuleCheck.refuseUnknown(preset, rule);
        return new SavedRules.Content(name, rule);
    }

    private static String name(@Nullable String name, List<Detail> broken) {
        if (name == null || !DisplayName.fits(name, NAME_CHARS_MAX)) {
            broken.add(Detail.field("name", "must have 1 to " + NAME_CHARS_MAX + " characters"));
            return "";
        }
        return name.strip();
    }
}
