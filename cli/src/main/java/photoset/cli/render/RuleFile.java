package photoset.cli.render;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import photoset.api.json.StrictReader;
import photoset.api.materials.Materials;
import photoset.api.problem.ApiException;
import photoset.api.rules.RuleCheck;
import photoset.standalone.embedded.UserError;
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
     * @throws UserError with every broken field, one a line
     */
    static Rule read(Path file, Materials materials) throws IOException {
        try {
            var read = StrictReader.read(GivenFiles.read(file), RuleFile.class);
            return new RuleCheck(materials).checked(read.concepts(), read.protect());
        } catch (ApiException refused) {
            throw RuleFaults.in(file, refused);
        }
    }
}
