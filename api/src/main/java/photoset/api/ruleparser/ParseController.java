package photoset.api.ruleparser;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import photoset.api.presets.Presets;
import photoset.api.problem.ApiException;
import photoset.api.problem.Envelope;
import photoset.api.problem.Envelope.Detail;
import photoset.api.problem.Problem;
import photoset.api.roles.InRole;
import photoset.api.roles.Role;
import photoset.api.rules.RuleCheck;
import photoset.workflows.rendering.Action;

@RestController
@InRole(Role.WEB)
@Tag(name = "Rules")
final class ParseController {
    /** A line that says something of every concept of a preset has half of it. */
    static final int TEXT_CHARS_MAX = 500;

    private final RuleParser parser;
    private final RuleCheck check;
    private final Presets presets;

    ParseController(RuleParser parser, RuleCheck check, Presets presets) {
        this.parser = parser;
        this.check = check;
        this.presets = presets;
    }

    /** A rule in words, English or Korean or both. */
    record RuleText(
            @Schema(requiredMode = RequiredMode.REQUIRED) @JsonProperty("preset") @Nullable
            String preset,

            @Schema(requiredMode = RequiredMode.REQUIRED, minLength = 1, maxLength = TEXT_CHARS_MAX)
            @JsonProperty("text")
            @Nullable
            String text) {}

    @PostMapping("/rules/parse")
    @Operation(
            operationId = "parseRule",
            summary = "Turn words into a rule",
            description =
                    "Keeps nothing and costs nothing. The same words are always the same rule; what can be read in"
                            + " several ways or not at all is in unknown, with the reason, and is not part of the rule. protect has"
                            + " the preset's list too, less what the rule changes.")
    Envelope<ParsedRule> parse(@RequestBody RuleText wanted, ServerWebExchange exchange) {
        List<Detail> broken = new ArrayList<>();
        if (wanted.preset() == null) {
            broken.add(Detail.field("preset", "is missing; GET /presets lists them"));
        }
        var text = wanted.text() == null ? "" : wanted.text();
        if (text.isBlank() || text.codePointCount(0, text.length()) > TEXT_CHARS_MAX) {
            broken.add(Detail.field("text", "must have 1 to " + TEXT_CHARS_MAX + " characters, not all of them blank"));
        }
        if (wanted.preset() == null || !broken.isEmpty()) {
            throw ApiException.because(
                    Problem.VALIDATION_FAILED, Problem.VALIDATION_FAILED.sentence(), List.copyOf(broken));
        }
        var preset = presets.find(wanted.preset()).orElseThrow(() -> ApiException.because(Problem.INVALID_PRESET));
        var parsed = parser.parse(preset, text);
        if (!parsed.rule().concepts().isEmpty()) {
            Map<String, @Nullable Action> concepts =
                    new LinkedHashMap<>(parsed.rule().concepts());
            check.checked(preset, concepts, List.copyOf(parsed.rule().protect()));
        }
        return Envelope.of(exchange, parsed);
    }

    /** Else the methods of {@code /rules/{id}} would be named too, for a rule that nobody can have. */
    @Hidden
    @RequestMapping(path = "/rules/parse", method = RequestMethod.OPTIONS)
    ResponseEntity<Void> options() {
        return ResponseEntity.ok().allow(HttpMethod.POST, HttpMethod.OPTIONS).build();
    }
}
