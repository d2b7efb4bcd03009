package photoset.api.presets;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import photoset.api.language.Words;
import photoset.workflows.segmentation.Concept;

/**
 * A domain, as its file in {@code presets/} describes it.
 *
 * @param concepts what a rule may paint or protect, in the order of the list
 * @param protectOnly what a rule may protect and not paint
 * @param protectDefaults what is protected when a request does not say
 * @param outputTemplates the sets that can be delivered
 */
public record Preset(
        @JsonProperty("id") String id,
        @JsonProperty("name") Words name,
        @JsonProperty("concepts") List<Entry> concepts,
        @JsonProperty("protect_only") List<Entry> protectOnly,
        @JsonProperty("protect_defaults") List<String> protectDefaults,
        @JsonProperty("output_templates") List<OutputTemplate> outputTemplates) {

    /** A concept with what a person and a model call it. */
    public record Entry(
            @JsonProperty("id") String id,
            @JsonProperty("name") Words name,
            @JsonProperty("prompt") String prompt,
            @JsonProperty("kind") Concept.Kind kind) {
        Concept concept() {
            return new Concept(id, prompt, kind);
        }
    }

    /** A set that can be delivered. */
    public record OutputTemplate(
            @JsonProperty("id") String id,
            @JsonProperty("name") Words name,
            @JsonProperty("description") Words description) {}

    public Preset {
        concepts = List.copyOf(concepts);
        protectOnly = List.copyOf(protectOnly);
        protectDefaults = List.copyOf(protectDefaults);
        outputTemplates = List.copyOf(outputTemplates);
        Set<String> ids = new LinkedHashSet<>();
        Stream.concat(concepts.stream(), protectOnly.stream())
                .forEach(entry -> check(ids.add(entry.id()), "has two concepts " + entry.id()));
        check(!concepts.isEmpty(), "has no concepts");
        protectDefaults.forEach(wanted -> check(ids.contains(wanted), "protects " + wanted + ", which it lacks"));
    }

    /** Everything that can be found, what only can be protected last. */
    public List<Entry> all() {
        return Stream.concat(concepts.stream(), protectOnly.stream()).toList();
    }

    /** The concept that a rule may paint or protect under this id; exact spelling. */
    public Optional<Concept> concept(String wanted) {
        return all().stream()
                .filter(entry -> entry.id().equals(wanted))
                .findFirst()
                .map(Entry::concept);
    }

    /** The ids that a rule may paint. */
    public List<String> paintable() {
        return concepts.stream().map(Entry::id).toList();
    }

    /** The ids that a rule may protect. */
    public List<String> protectable() {
        return all().stream().map(Entry::id).toList();
    }

    /** Whether a job of this preset can deliver the set. */
    public boolean offers(String outputTemplate) {
        return outputTemplates.stream().anyMatch(template -> template.id().equals(outputTemplate));
    }

    private static void check(boolean kept, String broken) {
        if (!kept) {
            throw new IllegalArgumentException("The preset " + broken + ".");
        }
    }
}
