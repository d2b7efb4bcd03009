package photoset.api.sets;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import photoset.workflows.SetId;
import photoset.workflows.sets.SetContent;
import photoset.workflows.sets.SetFault;
import photoset.workflows.sets.SetState;
import photoset.workflows.sets.SetTemplate;

/**
 * A set as the records keep it.
 *
 * @param title null for the template's
 * @param content null until it is done
 * @param fault null unless it failed
 * @param outdated whether a retry delivered pictures after it was begun
 */
record SetRow(
        SetId id,
        SetTemplate template,
        @Nullable String title,
        SetState state,
        int progress,
        @Nullable SetContent content,
        @Nullable SetFault fault,
        boolean outdated,
        Instant createdAt,
        Instant expiresAt) {}
