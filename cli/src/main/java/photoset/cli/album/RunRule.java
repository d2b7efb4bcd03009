package photoset.cli.album;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import photoset.api.execution.ExecuteRequest;
import photoset.api.json.StrictReader;
import photoset.api.materials.Materials;
import photoset.api.problem.ApiException;
import photoset.api.rules.RuleCheck;
import photoset.cli.client.PhotosetClient;
import photoset.cli.render.GivenFiles;
import photoset.cli.render.RuleFaults;
import photoset.standalone.embedded.UserError;
import photoset.workflows.rendering.Action;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What is to be done to an album. */
public sealed interface RunRule {
    /** Of a file: the body of {@code POST /rules} or of {@code execute}, which may hold variants. */
    record OfFile(Optional<String> presetId, JsonNode body) implements RunRule {}

    /** In words that the server understands. */
    record Words(String text) implements RunRule {}

    /** The preset that the rule names, if it does. */
    default Optional<String> preset() {
        return switch (this) {
            case OfFile file -> file.presetId();
            case Words _ -> Optional.empty();
        };
    }

    /** The same for the same rule, and for no other. */
    default String text() {
        return switch (this) {
            case OfFile file -> file.body().toString();
            case Words words -> words.text();
        };
    }

    /**
     * Reads and checks a file.
     *
     * @throws UserError with every broken field, one a line
     */
    static RunRule read(Path file) throws IOException {
        if (!(tree(file) instanceof ObjectNode rule)) {
            throw new UserError(file + ": The file must be a JSON object like {\"concepts\": {...}}.");
        }
        rule.remove("name");
        @Nullable JsonNode preset = rule.remove("preset_id");
        if (preset != null && !preset.isString()) {
            throw new UserError(file + ": preset_id must be a text.");
        }
        try {
            check(StrictReader.read(JsonMapper.shared().writeValueAsBytes(rule), ExecuteRequest.class));
        } catch (ApiException refused) {
            throw RuleFaults.in(file, refused);
        }
        return new OfFile(Optional.ofNullable(preset).map(JsonNode::asString), rule);
    }

    private static JsonNode tree(Path file) throws IOException {
        try {
            return JsonMapper.shared().readTree(GivenFiles.read(file));
        } catch (JacksonException broken) {
            var at = broken.getLocation();
            throw new UserError(
                    "%s: The file is no JSON; see line %d, column %d."
                            .formatted(file, at.getLineNr(), at.getColumnNr()),
                    broken);
        }
    }

    private static void check(ExecuteRequest rule) {
        var variants = rule.variants();
        if (rule.ruleId() != null) {
            return;
        }
        if (variants == null) {
            check(rule.concepts(), rule.protect());
            return;
        }
        for (int i = 0; i < variants.size(); i++) {
            var variant = variants.get(i);
            if (variant != null && variant.ruleId() == null) {
                try {
                    check(variant.concepts(), variant.protect());
                } catch (ApiException refused) {
                    throw refused.at("variants[" + i + "]");
                }
            }
        }
    }

    private static void check(
            @Nullable Map<String, @Nullable Action> concepts, @Nullable List<@Nullable String> protect) {
        new RuleCheck(new Materials()).checked(concepts, protect);
    }

    /**
     * The body of {@code execute}.
     *
     * @throws UserError if the server does not understand every word: nothing is guessed where pictures are paid for
     */
    default JsonNode body(PhotosetClient user, String preset) {
        return switch (this) {
            case OfFile file -> file.body();
            case Words words ->
                understood(user.post("/rules/parse", Map.of("preset", preset, "text", words.text()))
                        .orRefuse());
        };
    }

    private static JsonNode understood(JsonNode parsed) {
        var unknown = parsed.path("unknown");
        if (!unknown.isEmpty()) {
            var lines = new ArrayList<String>();
            unknown.forEach(word -> lines.add("  \"%s\": %s"
                    .formatted(
                            word.path("text").asString(), word.path("message").asString())));
            throw new UserError("Not every word of the rule was understood:\n" + String.join("\n", lines));
        }
        if (parsed.path("rule").path("concepts").isEmpty()) {
            throw new UserError("The words name nothing to change. Say for instance: walls sage, oak floor.");
        }
        return parsed.path("rule");
    }
}
