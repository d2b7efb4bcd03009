package photoset.workflows.sets;

import org.jspecify.annotations.Nullable;

/**
 * The end of a set.
 *
 * @param content what was composed; null if it failed
 * @param fault why it failed, or null
 */
public record SetEnd(
        SetRequest request,
        @Nullable SetContent content,
        @Nullable SetFault fault) {}
