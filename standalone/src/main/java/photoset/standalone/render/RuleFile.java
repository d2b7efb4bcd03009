package photoset.standalone.render;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import photoset.api.json.StrictReader;
import photoset.api.materials.Materials;
import photoset.api.problem.RequestRefused;
import photoset.api.rules.RuleCheck;
import photoset.standalone.embedded.StartRefused;
import photoset.workflows.rendering.Action;
import photoset.workflows.rendering.Rule;

/** A rule on a disk, written as the body of {@code POST /rules}; only {@code concepts} must be there. */
record RuleFile(
        @JsonProperty("name") @Nullable String name,
        @JsonProperty("preset_id") @Nullable String presetId,
        @JsonProperty("concepts") @Nullable Map<String, @Nullable Action> concepts,
        @JsonProperty("protect") @Nullable List<@Nullable String> protect) {
    /**
     * Reads and checks it.
     *
     * @throws StartRefused with every broken field, one a line
     */
    static Rule read(Path file, Materials materials) throws IOException {
        try {
            var read = StrictReader.read(Files.readAllBytes(file), RuleFile.class);
            return new RuleCheck(materials).checked(read.concepts(), read.protect());
        } catch (RequestRefused refused) {
            throw new StartRefused(
                    refused.details().stream()
                            .map(detail -> (file + ": " + detail.field() + " " + detail.message()).replace(":  ", ": "))
                            .collect(Collectors.joining("\n")),
                    refused);
        }
    }
}
