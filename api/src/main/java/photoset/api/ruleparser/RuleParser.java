package photoset.api.ruleparser;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import photoset.api.presets.Preset;
import photoset.api.ruleparser.ActionChoice.Changed;
import photoset.api.ruleparser.ActionChoice.Kept;
import photoset.api.ruleparser.ActionChoice.Refused;
import photoset.api.ruleparser.ParsedRule.RuleContent;
import photoset.api.terms.Item.Term;
import photoset.api.terms.SourceText;
import photoset.api.terms.TermReader;
import photoset.api.vocabulary.Meaning.ConceptName;
import photoset.api.vocabulary.Vocabularies;
import photoset.workflows.rendering.Action;

/**
 * Turns a line of words into a rule: the same line is always the same rule. Words, then statements, then what is said of
 * which concept, then one action for each; what cannot be read in exactly one way is told and not read.
 */
@Component
final class RuleParser {
    private static final String PROTECT = "protect";

    private final Vocabularies vocabularies;

    RuleParser(Vocabularies vocabularies) {
        this.vocabularies = vocabularies;
    }

    ParsedRule parse(Preset preset, String line) {
        var vocabulary = vocabularies.of(preset.id());
        var text = SourceText.of(line);
        var findings = new WordFindings();
        var statements = StatementReader.statements(text, TermReader.items(text, vocabulary), findings);
        var groups = new GroupReader(text, vocabulary.materials(), findings).groups(statements);
        var linked = GroupLinker.linked(groups, findings);
        var rule = rule(preset, withoutDoubtfulExceptions(linked, statements, findings), findings);
        return new ParsedRule(rule, findings.understood(text), findings.unknown(text));
    }

    /** "Keep everything except the walls" does not keep the walls. */
    private static List<Group> withoutDoubtfulExceptions(
            List<Group> groups, List<Statement> statements, WordFindings findings) {
        boolean keeps = statements.stream()
                .flatMap(statement -> statement.terms().stream())
                .anyMatch(term -> Group.isProtection(term) && !Group.isException(term));
        var doubtful = groups.stream()
                .filter(group -> keeps && group.predicates().stream().anyMatch(Group::isException))
                .toList();
        doubtful.forEach(group -> {
            findings.refused(group.concepts(), Reason.AMBIGUOUS);
            findings.refused(group.predicates(), Reason.AMBIGUOUS);
        });
        return groups.stream().filter(group -> !doubtful.contains(group)).toList();
    }

    private static RuleContent rule(Preset preset, List<Group> groups, WordFindings findings) {
        Map<ConceptName, List<Term>> names = new LinkedHashMap<>();
        Map<ConceptName, List<Term>> said = new LinkedHashMap<>();
        for (var group : groups) {
            for (var name : group.concepts()) {
                var concept = (ConceptName) name.meaning();
                names.computeIfAbsent(concept, unseen -> new ArrayList<>()).add(name);
                said.computeIfAbsent(concept, unseen -> new ArrayList<>()).addAll(group.predicates());
            }
        }
        Map<String, Action> concepts = new LinkedHashMap<>();
        Set<String> kept = new LinkedHashSet<>();
        said.forEach((concept, predicates) -> {
            var named = names.getOrDefault(concept, List.of());
            switch (ActionChooser.choose(concept, predicates)) {
                case Changed changed -> {
                    concepts.put(concept.id(), changed.action());
                    changed.meanings().forEach(findings::understood);
                    findings.refused(changed.left(), Reason.NOT_COMBINABLE);
                    named.forEach(name -> findings.understood(name, concept.id()));
                }
                case Kept _ -> {
                    kept.add(concept.id());
                    predicates.forEach(term -> findings.understood(term, PROTECT));
                    named.forEach(name -> findings.understood(name, concept.id()));
                }
                case Refused refused -> {
                    findings.refused(predicates, refused.reason());
                    findings.refused(named, refused.reason());
                }
            }
        });
        return new RuleContent(concepts, protect(preset, concepts.keySet(), kept));
    }

    /** What a rule without a list protects, unless it is to be changed, and what was said. */
    private static List<String> protect(Preset preset, Set<String> changed, Set<String> kept) {
        return Stream.concat(
                        preset.protectDefaults().stream().filter(concept -> !changed.contains(concept)), kept.stream())
                .distinct()
                .toList();
    }
}
