package photoset.api.ruleparser;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import photoset.api.terms.Item;
import photoset.api.terms.Item.Joint;
import photoset.api.terms.Item.Stranger;
import photoset.api.terms.Item.Strength;
import photoset.api.terms.Item.Term;
import photoset.api.terms.Link;
import photoset.api.terms.SourceText;
import photoset.api.vocabulary.Meaning;
import photoset.api.vocabulary.Meaning.Word;

/** Parts a text into statements at its marks and at the words that part or join. */
final class StatementReader {
    private final List<Statement> statements = new ArrayList<>();
    private final List<Term> terms = new ArrayList<>();
    private final WordFindings findings;
    private final SourceText text;
    private boolean hasStranger;
    private boolean hasCompound;
    private Link link = Link.STOP;

    private StatementReader(SourceText text, WordFindings findings) {
        this.text = text;
        this.findings = findings;
    }

    static List<Statement> statements(SourceText text, List<Item> items, WordFindings findings) {
        var reader = new StatementReader(text, findings);
        items.forEach(reader::add);
        reader.end(Link.STOP);
        return reader.statements;
    }

    private void add(Item item) {
        switch (item) {
            case Joint joint -> end(joint.link());
            case Stranger stranger -> {
                findings.refused(stranger.span(), Reason.UNKNOWN_WORD, List.of());
                hasStranger = true;
                hasCompound |= !terms.isEmpty()
                        && terms.getLast().meaning() instanceof Meaning.ConceptName
                        && text.isBlankBetween(terms.getLast().span(), stranger.span());
            }
            case Term term -> {
                switch (term.meaning()) {
                    case Word word -> add(word, term);
                    case Meaning _ -> terms.add(term);
                }
            }
        }
    }

    private void add(Word word, Term term) {
        switch (word) {
            case FILLER -> {}
            case AND -> end(Link.AND);
            case BUT -> end(Link.COMMA);
            case OR -> end(Link.OR);
            case KEEP, EXCEPT -> {
                end(Link.COMMA);
                terms.add(term);
            }
            case EXCEPTED -> {
                terms.add(term);
                end(Link.COMMA);
            }
            case NOT, KEPT, REMOVE, BLUR, TRANSPARENT, NO_SHADOW, SHADE, SLIGHTLY, STRONGLY -> terms.add(term);
        }
    }

    private void end(Link next) {
        var said = withDegrees();
        if (said.isEmpty()) {
            // Nothing stands between two marks: "walls white, and floor oak".
            link = stronger(link, next);
        } else {
            statements.add(new Statement(link, said, hasStranger, hasCompound));
            link = next;
        }
        terms.clear();
        hasStranger = false;
        hasCompound = false;
    }

    private static Link stronger(Link one, Link other) {
        if (one == Link.STOP || other == Link.STOP) {
            return Link.STOP;
        }
        return one.compareTo(other) > 0 ? one : other;
    }

    private List<Term> withDegrees() {
        List<Term> drawn = new ArrayList<>();
        @Nullable Term degree = null;
        for (var term : terms) {
            boolean isDegree = strength(term) != Strength.PLAIN;
            if (isDegree && !drawn.isEmpty() && takesDegree(drawn.getLast()) && isLast(term)) {
                drawn.add(scaled(drawn.removeLast(), term));
            } else if (isDegree) {
                refuse(degree);
                degree = term;
            } else if (degree != null && takesDegree(term)) {
                drawn.add(scaled(term, degree));
                degree = null;
            } else {
                refuse(degree);
                degree = null;
                drawn.add(term);
            }
        }
        refuse(degree);
        return drawn;
    }

    private void refuse(@Nullable Term degree) {
        if (degree != null) {
            findings.refused(degree, Reason.UNKNOWN_WORD);
        }
    }

    /** "Lighter a bit": the degree may stand behind where nothing follows that it could belong to. */
    private boolean isLast(Term degree) {
        return terms.getLast().equals(degree);
    }

    private static boolean takesDegree(Term term) {
        return term.strength() == Strength.PLAIN
                && (term.meaning() instanceof Meaning.ToneChange
                        || term.meaning() instanceof Meaning.FinishName
                        || term.is(Word.BLUR));
    }

    private static Term scaled(Term term, Term degree) {
        return new Term(term.meaning(), strength(degree), term.span().and(degree.span()));
    }

    private static Strength strength(Term term) {
        return term.is(Word.SLIGHTLY) ? Strength.SLIGHTLY : term.is(Word.STRONGLY) ? Strength.STRONGLY : Strength.PLAIN;
    }
}
