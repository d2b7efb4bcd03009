package photoset.api.ruleparser;

import java.util.List;
import photoset.api.terms.Item.Term;
import photoset.api.terms.Link;

/**
 * What is between two marks.
 *
 * @param link what stands before it
 * @param terms what carries a meaning, degrees drawn into what they are degrees of
 * @param hasStranger whether a word in it is unknown, which may be the one that the others belong to
 * @param hasCompound whether an unknown word follows a concept without anything between, as in "window sill": then
 *     something else than the concept may be meant
 */
record Statement(Link link, List<Term> terms, boolean hasStranger, boolean hasCompound) {
    Statement joinedBy(Link other) {
        return new Statement(other, terms, hasStranger, hasCompound);
    }
}
