package photoset.api.execution;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import photoset.workflows.job.InstanceChoice;

/**
 * What a rule makes of single instances, by the ids that {@code GET /jobs/{id}/instances} gives.
 *
 * @param exclude not touched by the rule of their concept
 * @param lock protected like a protected concept
 */
public record InstanceRequest(
        @JsonProperty("exclude") @Nullable List<@Nullable String> exclude,
        @JsonProperty("lock") @Nullable List<@Nullable String> lock) {
    /** More than an album of the largest plan shows of things that are told apart. */
    static final int IDS_MAX = 1_000;

    /** The longest name of a concept, a hyphen and a number. */
    static final int ID_CHARS_MAX = 72;

    /** No photo format has a longer side. */
    static final int SIDE_PX_MAX = 65_535;

    /** The ids without nulls, which the validator refuses. */
    InstanceChoice choice() {
        return new InstanceChoice(ids(exclude), ids(lock));
    }

    private static List<String> ids(@Nullable List<@Nullable String> given) {
        return given == null
                ? List.of()
                : given.stream()
                        .filter(Objects::nonNull)
                        .map(Objects::requireNonNull)
                        .distinct()
                        .toList();
    }
}
