package photoset.api.ruleparser;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import photoset.api.ruleparser.ParsedRule.NotUnderstood;
import photoset.api.ruleparser.ParsedRule.Understood;
import photoset.api.terms.Item.Term;
import photoset.api.terms.SourceText;
import photoset.api.terms.Span;

/** What became of each word. What was understood once is understood, whatever else was tried with it. */
final class WordFindings {
    private record Refusal(Reason reason, List<String> choices) {}

    private final Map<Span, String> meanings = new LinkedHashMap<>();
    private final Map<Span, Refusal> refusals = new LinkedHashMap<>();

    void understood(Term term, String meaning) {
        meanings.putIfAbsent(term.span(), meaning);
    }

    void refused(Span span, Reason reason, List<String> choices) {
        refusals.putIfAbsent(span, new Refusal(reason, choices));
    }

    void refused(Term term, Reason reason) {
        refused(term.span(), reason, List.of());
    }

    void refused(Collection<Term> terms, Reason reason) {
        terms.forEach(term -> refused(term, reason));
    }

    List<Understood> understood(SourceText text) {
        return sorted(meanings).entrySet().stream()
                .map(found -> new Understood(text.original(found.getKey()), text.at(found.getKey()), found.getValue()))
                .toList();
    }

    List<NotUnderstood> unknown(SourceText text) {
        return sorted(refusals).entrySet().stream()
                .filter(found -> !meanings.containsKey(found.getKey()))
                .map(found -> new NotUnderstood(
                        text.original(found.getKey()),
                        text.at(found.getKey()),
                        found.getValue().reason(),
                        found.getValue().reason().message(),
                        found.getValue().choices()))
                .toList();
    }

    private static <T> Map<Span, T> sorted(Map<Span, T> found) {
        Map<Span, T> sorted = new TreeMap<>(Comparator.comparingInt(Span::from));
        sorted.putAll(found);
        return sorted;
    }
}
