package photoset.api.ruleparser;

import java.util.List;
import java.util.stream.Stream;
import photoset.api.terms.Item.Term;
import photoset.api.terms.Link;
import photoset.api.vocabulary.Meaning.Word;

/**
 * Concepts and what is said of them, as far as they stand together.
 *
 * @param link what stands before it
 * @param last the last link within it; {@link Link#NONE} when it was said in one
 */
record Group(List<Term> concepts, List<Term> predicates, Order order, Link link, Link last) {
    /** In which order it was said; which of the two may go on in a neighbour. */
    enum Order {
        CONCEPTS,
        PREDICATES,
        CONCEPTS_FIRST,
        PREDICATES_FIRST,
        AROUND,
        /** Not understood, and nothing is read over it. */
        CLOSED
    }

    static Group closed(Link link) {
        return new Group(List.of(), List.of(), Order.CLOSED, link, Link.NONE);
    }

    /** Whether it has concepts and what happens to them. */
    boolean isWhole() {
        return switch (order) {
            case CONCEPTS_FIRST, PREDICATES_FIRST, AROUND -> true;
            case CONCEPTS, PREDICATES, CLOSED -> false;
        };
    }

    /** Whether it says that something is kept. */
    boolean protects() {
        return predicates.stream().anyMatch(Group::isProtection);
    }

    static boolean isProtection(Term term) {
        return term.is(Word.KEEP) || term.is(Word.KEPT) || isException(term);
    }

    static boolean isException(Term term) {
        return term.is(Word.EXCEPT) || term.is(Word.EXCEPTED);
    }

    /** This and the next one, said of the same or saying the same. */
    Group and(Group next) {
        return new Group(
                joined(concepts, next.concepts),
                joined(predicates, next.predicates),
                with(next.order),
                link,
                next.link);
    }

    private Order with(Order next) {
        return switch (order) {
            case CONCEPTS -> next == Order.CONCEPTS ? order : Order.CONCEPTS_FIRST;
            case PREDICATES -> next;
            case PREDICATES_FIRST -> next == Order.PREDICATES ? Order.AROUND : order;
            case CONCEPTS_FIRST, AROUND, CLOSED -> order;
        };
    }

    private static List<Term> joined(List<Term> some, List<Term> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }
}
