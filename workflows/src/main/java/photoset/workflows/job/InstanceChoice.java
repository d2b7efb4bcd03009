package photoset.workflows.job;

import java.util.List;

/**
 * What a rule makes of single instances, by their ids in the job, e.g. {@code Window-1}.
 *
 * @param exclude not touched by the rule of their concept
 * @param lock protected like a protected concept
 */
public record InstanceChoice(List<String> exclude, List<String> lock) {
    /** A rule for all instances alike. */
    public static final InstanceChoice ALL = new InstanceChoice(List.of(), List.of());
}
