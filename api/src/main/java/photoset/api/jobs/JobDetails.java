package photoset.api.jobs;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import photoset.workflows.job.ItemState;
import photoset.workflows.job.JobState;
import photoset.workflows.rendering.Rule;

/**
 * A job's row with its photos.
 *
 * @param heldItems credits held at confirm
 * @param lastSeq the number of its last event; nothing changes without one
 */
record JobDetails(
        String id,
        JobState status,
        @Nullable String endReason,
        String preset,
        int totalItems,
        int doneItems,
        int failedItems,
        int heldItems,
        @Nullable Rule rule,
        @Nullable String ruleId,
        @Nullable String outputTemplate,
        long lastSeq,
        Instant createdAt,
        Instant updatedAt,
        Instant expiresAt,
        List<Photo> photos) {
    /** One photo; {@code output} and {@code preview} are keys. */
    record Photo(
            int idx,
            ItemState status,
            @Nullable String code,
            @Nullable String message,
            @Nullable String output,
            @Nullable String preview) {}
}
