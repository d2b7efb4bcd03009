package photoset.workflows.rendering;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;

/**
 * What to do with an album: an action for each concept, and the concepts that nothing may touch.
 *
 * @param concepts concept id to action; where two claim a pixel the one named later wins
 * @param protect concept ids whose pixels stay bit-identical; wins over every action
 */
public record Rule(Map<String, Action> concepts, List<String> protect) {
    /**
     * Concepts that all rules of a job name together, protected ones included. More than any preset has; each costs a
     * model a question and the store a mask, for every photo.
     */
    public static final int CONCEPTS_PER_JOB_MAX = 16;

    /** Every concept that must be found to apply the rule, each once, painted ones first. */
    public SequencedSet<String> wanted() {
        var wanted = new LinkedHashSet<>(concepts.keySet());
        wanted.addAll(protect);
        return wanted;
    }

    /** Every concept that must be found to apply all of these rules, each once, in the order of the rules. */
    public static SequencedSet<String> wanted(Collection<Rule> rules) {
        var wanted = new LinkedHashSet<String>();
        rules.forEach(rule -> wanted.addAll(rule.wanted()));
        return wanted;
    }
}
