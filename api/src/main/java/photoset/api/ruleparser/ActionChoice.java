package photoset.api.ruleparser;

import java.util.List;
import java.util.Map;
import photoset.api.terms.Item.Term;
import photoset.workflows.rendering.Action;

/** What happens to one concept. */
sealed interface ActionChoice {
    /**
     * It is changed.
     *
     * @param meanings what the words became
     * @param left words that this action has no place for
     */
    record Changed(Action action, Map<Term, String> meanings, List<Term> left) implements ActionChoice {}

    /** It is protected. */
    record Kept() implements ActionChoice {}

    /** Neither. */
    record Refused(Reason reason) implements ActionChoice {}
}
