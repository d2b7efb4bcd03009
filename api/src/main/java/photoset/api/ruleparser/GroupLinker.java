package photoset.api.ruleparser;

import java.util.ArrayList;
import java.util.List;
import photoset.api.ruleparser.Group.Order;
import photoset.api.terms.Link;

/**
 * Gives the concepts and the predicates that stand alone to their neighbours: "walls, doors and ceiling white", "keep trim
 * and doors", "walls lighter and warmer". Between two neighbours the one that is joined more closely has it; between two
 * that are joined alike nobody.
 */
final class GroupLinker {
    private final List<Group> whole = new ArrayList<>();
    private final WordFindings findings;
    /** The last group as far as it can go on. */
    private Group before = Group.closed(Link.STOP);

    private GroupLinker(WordFindings findings) {
        this.findings = findings;
    }

    /** Groups that have concepts and predicates; the rest is refused. */
    static List<Group> linked(List<Group> groups, WordFindings findings) {
        var linker = new GroupLinker(findings);
        var runs = runs(groups);
        for (int i = 0; i < runs.size(); i++) {
            boolean isLast = i + 1 == runs.size() || runs.get(i + 1).link() == Link.STOP;
            var next = isLast ? Group.closed(Link.STOP) : runs.get(i + 1);
            if (linker.goesOn(runs.get(i), next)) {
                runs.set(i + 1, runs.get(i).and(next));
            }
        }
        return linker.whole;
    }

    /** Neighbours of one kind are a list: "walls, doors and ceiling". */
    private static List<Group> runs(List<Group> groups) {
        List<Group> runs = new ArrayList<>();
        for (var group : groups) {
            boolean isSame = !runs.isEmpty()
                    && group.link() != Link.STOP
                    && group.order() == runs.getLast().order()
                    && (group.order() == Order.CONCEPTS
                            || (group.order() == Order.PREDICATES
                                    && group.protects() == runs.getLast().protects()));
            runs.add(isSame ? runs.removeLast().and(group) : group);
        }
        return runs;
    }

    /** Keeps the group, or gives it to the one before it, or refuses it; or says that it belongs to the next. */
    private boolean goesOn(Group group, Group next) {
        if (group.link() == Link.STOP) {
            before = Group.closed(Link.STOP);
        }
        if (group.isWhole()) {
            whole.add(group);
            before = group;
            return false;
        }
        boolean back = goesBack(group);
        boolean forth = goesForth(group, next);
        if (back && (!forth || isCloserBack(group, next))) {
            before = before.and(group);
            whole.set(whole.size() - 1, before);
        } else if (forth && (!back || isCloserForth(group, next))) {
            return true;
        } else {
            refuse(group, back);
        }
        return false;
    }

    private boolean goesBack(Group group) {
        return switch (group.order()) {
            case CONCEPTS -> before.order() == Order.PREDICATES_FIRST;
            case PREDICATES -> before.isWhole() && before.protects() == group.protects();
            case CONCEPTS_FIRST, PREDICATES_FIRST, AROUND, CLOSED -> false;
        };
    }

    private static boolean goesForth(Group group, Group next) {
        return switch (group.order()) {
            case CONCEPTS ->
                next.order() == Order.PREDICATES
                        || (next.order() == Order.CONCEPTS_FIRST
                                // "Walls and ceiling, floor oak": the list had ended.
                                && !(group.last() == Link.AND && next.link() == Link.COMMA));
            case PREDICATES -> next.order() == Order.PREDICATES_FIRST && next.protects() == group.protects();
            case CONCEPTS_FIRST, PREDICATES_FIRST, AROUND, CLOSED -> false;
        };
    }

    private static boolean isCloserBack(Group group, Group next) {
        return next.link() != Link.AND && (group.link() == Link.AND || group.last() == Link.AND);
    }

    private static boolean isCloserForth(Group group, Group next) {
        return next.link() == Link.AND && group.link() != Link.AND;
    }

    private void refuse(Group group, boolean hasTwoNeighbours) {
        findings.refused(group.concepts(), hasTwoNeighbours ? Reason.AMBIGUOUS : Reason.NO_ACTION);
        findings.refused(group.predicates(), hasTwoNeighbours ? Reason.AMBIGUOUS : Reason.NO_CONCEPT);
        before = Group.closed(Link.STOP);
    }
}
