package photoset.api.ruleparser;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import photoset.api.ruleparser.Group.Order;
import photoset.api.terms.Item.Term;
import photoset.api.terms.Link;
import photoset.api.terms.SourceText;
import photoset.api.vocabulary.MaterialNames;
import photoset.api.vocabulary.Meaning;
import photoset.api.vocabulary.Meaning.ConceptName;
import photoset.api.vocabulary.Meaning.Word;

/** Puts each concept of a statement to what is said of it there. What can be read in two ways is not read. */
final class GroupReader {
    private final SourceText text;
    private final MaterialNames materials;
    private final WordFindings findings;

    GroupReader(SourceText text, MaterialNames materials, WordFindings findings) {
        this.text = text;
        this.materials = materials;
        this.findings = findings;
    }

    List<Group> groups(List<Statement> statements) {
        List<Group> groups = new ArrayList<>();
        var certain = withoutKeptChoices(statements);
        for (int i = 0; i < certain.size(); i++) {
            boolean isChoice = certain.get(i).link() == Link.OR
                    || (i + 1 < certain.size() && certain.get(i + 1).link() == Link.OR);
            groups.addAll(groups(certain.get(i), isChoice));
        }
        return groups;
    }

    /** "Do not touch the doors or windows" leaves no choice. */
    private static List<Statement> withoutKeptChoices(List<Statement> statements) {
        List<Statement> certain = new ArrayList<>();
        boolean keeps = false;
        for (var statement : statements) {
            boolean isList = statement.terms().stream().allMatch(term -> term.meaning() instanceof ConceptName);
            boolean goesOn = keeps && isList && statement.link() == Link.OR;
            certain.add(goesOn ? statement.joinedBy(Link.AND) : statement);
            keeps = statement.terms().stream().anyMatch(term -> term.is(Word.KEEP)) || (keeps && isList);
        }
        return certain;
    }

    private List<Group> groups(Statement statement, boolean isChoice) {
        if (statement.terms().stream().anyMatch(term -> term.is(Word.NOT))) {
            return refused(statement, Reason.NEGATION);
        }
        if (isChoice) {
            return refused(statement, Reason.AMBIGUOUS);
        }
        var runs = runs(statement.terms());
        return hasOneReading(statement, runs) ? paired(statement, runs) : refused(statement, Reason.AMBIGUOUS);
    }

    /** Two concepts side by side may be a list or one thing, such as wall tiles; in "walls white floor" both have white. */
    private static boolean hasOneReading(Statement statement, List<List<Term>> runs) {
        boolean areSides = runs.stream()
                .anyMatch(run -> run.stream()
                                .map(Term::meaning)
                                .filter(ConceptName.class::isInstance)
                                .distinct()
                                .count()
                        > 1);
        if (areSides || (statement.hasCompound() && runs.size() > 1)) {
            return false;
        }
        boolean isEven = runs.size() % 2 == 0;
        boolean isAround = runs.size() == 3 && !isConcept(runs.getFirst());
        // "Sofa white walls sage floor": an unknown word may own any of it.
        return runs.size() <= 2 || ((isEven || isAround) && !statement.hasStranger());
    }

    private List<Group> refused(Statement statement, Reason reason) {
        findings.refused(statement.terms(), reason);
        return List.of(Group.closed(statement.link()));
    }

    /** Concepts and what is no concept, by turns. */
    private static List<List<Term>> runs(List<Term> terms) {
        List<List<Term>> runs = new ArrayList<>();
        for (var term : terms) {
            if (runs.isEmpty() || isConcept(runs.getLast()) != isConcept(List.of(term))) {
                runs.add(new ArrayList<>());
            }
            runs.getLast().add(term);
        }
        return runs;
    }

    private static boolean isConcept(List<Term> run) {
        return run.getFirst().meaning() instanceof ConceptName;
    }

    private List<Group> paired(Statement statement, List<List<Term>> runs) {
        if (runs.size() == 1) {
            return List.of(open(statement, runs.getFirst()));
        }
        if (runs.size() == 3) {
            var around = Stream.concat(said(runs.get(0)).stream(), said(runs.get(2)).stream())
                    .toList();
            return List.of(new Group(runs.get(1), around, Order.AROUND, statement.link(), Link.NONE));
        }
        List<Group> groups = new ArrayList<>();
        for (int i = 0; i < runs.size(); i += 2) {
            var link = i == 0 ? statement.link() : Link.NONE;
            groups.add(
                    isConcept(runs.get(i))
                            ? new Group(runs.get(i), said(runs.get(i + 1)), Order.CONCEPTS_FIRST, link, Link.NONE)
                            : new Group(runs.get(i + 1), said(runs.get(i)), Order.PREDICATES_FIRST, link, Link.NONE));
        }
        return groups;
    }

    private Group open(Statement statement, List<Term> run) {
        boolean isConcept = isConcept(run);
        var said = isConcept ? run : said(run);
        if (statement.hasStranger()) {
            // The strange word may be what belongs to it: walls pruple, floor oak.
            findings.refused(said, isConcept ? Reason.NO_ACTION : Reason.NO_CONCEPT);
            return Group.closed(statement.link());
        }
        return isConcept
                ? new Group(run, List.of(), Order.CONCEPTS, statement.link(), Link.NONE)
                : new Group(List.of(), said, Order.PREDICATES, statement.link(), Link.NONE);
    }

    /** What is said, if all of the materials and colors in it are named wholly: "white subway" is not white. */
    private List<Term> said(List<Term> run) {
        var partial = run.stream().filter(term -> isPartial(term, run)).toList();
        var whole = run.stream()
                .filter(term -> !(term.meaning() instanceof Meaning.MaterialKind) && !partial.contains(term))
                .toList();
        if (partial.isEmpty()) {
            return whole;
        }
        var values = whole.stream().filter(GroupReader::isValue).toList();
        var choices = choices(partial, values);
        Stream.concat(partial.stream(), values.stream())
                .forEach(term -> findings.refused(term.span(), Reason.AMBIGUOUS, choices));
        return whole.stream().filter(term -> !values.contains(term)).toList();
    }

    private static boolean isPartial(Term term, List<Term> run) {
        return term.is(Word.SHADE)
                || term.meaning() instanceof Meaning.PartOfMaterials
                || (term.meaning() instanceof Meaning.MaterialKind made
                        && run.stream()
                                .noneMatch(other -> other.meaning() instanceof Meaning.MaterialName material
                                        && material.kind() == made.kind()));
    }

    private static boolean isValue(Term term) {
        return term.meaning() instanceof Meaning.ColorName || term.meaning() instanceof Meaning.MaterialName;
    }

    private List<String> choices(List<Term> partial, List<Term> values) {
        Set<String> ids = new LinkedHashSet<>();
        for (var term : partial) {
            switch (term.meaning()) {
                case Meaning.PartOfMaterials part -> ids.addAll(part.ids());
                case Meaning.MaterialKind made -> ids.addAll(materials.of(made.kind()));
                case Meaning _ -> {}
            }
        }
        var words = Stream.concat(partial.stream(), values.stream())
                .map(term -> text.original(term.span()))
                .toList();
        return materials.narrowed(List.copyOf(ids), words);
    }
}
