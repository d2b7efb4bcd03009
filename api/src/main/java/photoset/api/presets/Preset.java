package photoset.api.presets;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import photoset.api.language.LocalizedText;
import photoset.workflows.rendering.SurfaceKind;
import photoset.workflows.segmentation.Concept;

/**
 * A domain, as its file in {@code presets/} describes it.
 *
 * @param concepts what a rule may paint or protect, in the order of the list
 * @param removeOnly small things that a rule may take out or protect and not paint
 * @param protectOnly what a rule may protect and not paint
 * @param protectDefaults what is protected when a request does not say
 * @param outputTemplates the sets that can be delivered
 * @param open whether any other name is a concept too, its words being the prompt; a setting opens them all
 */
public record Preset(
        @JsonProperty("id") String id,
        @JsonProperty("name") LocalizedText name,
        @JsonProperty("concepts") List<Entry> concepts,
        @JsonProperty("remove_only") List<Entry> removeOnly,
        @JsonProperty("protect_only") List<Entry> protectOnly,
        @JsonProperty("protect_defaults") List<String> protectDefaults,
        @JsonProperty("output_templates") List<OutputTemplate> outputTemplates,
        @JsonProperty("open") boolean open) {
    /** Names of concepts are parts of keys and addresses; the words between the underscores are read by the model. */
    public static final String CONCEPT = "[A-Za-z][A-Za-z0-9]*(_[A-Za-z0-9]+)*";

    private static final Pattern NAME = Pattern.compile(CONCEPT);

    /** More words than a model reads well; also keeps keys short. */
    public static final int CONCEPT_CHARS_MAX = 64;

    /** A concept with what a person and a model call it, whether it is counted, how its surface lies and what it contains. */
    public record Entry(
            @JsonProperty("id") String id,
            @JsonProperty("name") LocalizedText name,
            @JsonProperty("prompt") String prompt,
            @JsonProperty("kind") Concept.Kind kind,
            @JsonProperty("surface") SurfaceKind surface,
            @JsonProperty("description") LocalizedText description) {
        Concept concept() {
            return new Concept(id, prompt, kind);
        }
    }

    /** A set that can be delivered. */
    public record OutputTemplate(
            @JsonProperty("id") String id,
            @JsonProperty("name") LocalizedText name,
            @JsonProperty("description") LocalizedText description) {}

    public Preset {
        concepts = List.copyOf(concepts);
        removeOnly = List.copyOf(removeOnly);
        protectOnly = List.copyOf(protectOnly);
        protectDefaults = List.copyOf(protectDefaults);
        outputTemplates = List.copyOf(outputTemplates);
        Set<String> ids = new LinkedHashSet<>();
        Stream.of(concepts, removeOnly, protectOnly)
                .flatMap(List::stream)
                .forEach(entry -> check(ids.add(entry.id()), "has two concepts " + entry.id()));
        check(!concepts.isEmpty(), "has no concepts");
        protectDefaults.forEach(wanted -> check(ids.contains(wanted), "protects " + wanted + ", which it lacks"));
    }

    /** Everything that can be found, what only can be protected last. */
    public List<Entry> all() {
        return Stream.of(concepts, removeOnly, protectOnly)
                .flatMap(List::stream)
                .toList();
    }

    /** The same, open to other names. */
    Preset opened() {
        return new Preset(id, name, concepts, removeOnly, protectOnly, protectDefaults, outputTemplates, true);
    }

    /** The concept that a rule may paint or protect under this id; exact spelling. */
    public Optional<Concept> concept(String wanted) {
        return all().stream()
                .filter(entry -> entry.id().equals(wanted))
                .findFirst()
                .map(Entry::concept)
                .or(() -> inItsOwnWords(wanted));
    }

    /** A surface: all that is found is painted alike, so nothing has to be told apart. */
    private Optional<Concept> inItsOwnWords(String wanted) {
        return open
                        && wanted.length() <= CONCEPT_CHARS_MAX
                        && NAME.matcher(wanted).matches()
                ? Optional.of(
                        new Concept(wanted, wanted.replace('_', ' ').toLowerCase(Locale.ROOT), Concept.Kind.STUFF))
                : Optional.empty();
    }

    /** How the surface of this concept lies; what the list lacks stands upright. */
    public SurfaceKind surface(String wanted) {
        return all().stream()
                .filter(entry -> entry.id().equals(wanted))
                .map(Entry::surface)
                .findFirst()
                .orElse(SurfaceKind.WALL);
    }

    /** Whether a rule may paint this. */
    public boolean paints(String wanted) {
        return concept(wanted).isPresent()
                && Stream.concat(removeOnly.stream(), protectOnly.stream())
                        .noneMatch(entry -> entry.id().equals(wanted));
    }

    /** Whether a rule may take it out of a photo: a thing, not a surface of which nothing would be left to fill it from. */
    public boolean removes(String wanted) {
        return onlyRemoves(wanted) || (paints(wanted) && !isStuff(wanted));
    }

    private boolean isStuff(String wanted) {
        return concepts.stream().anyMatch(entry -> entry.id().equals(wanted) && entry.kind() == Concept.Kind.STUFF);
    }

    /** Whether it is a small thing that a rule may take out and not paint. */
    public boolean onlyRemoves(String wanted) {
        return removeOnly.stream().anyMatch(entry -> entry.id().equals(wanted));
    }

    /** The ids that a rule may take out. */
    public List<String> removable() {
        return all().stream().map(Entry::id).filter(this::removes).toList();
    }

    /** The ids that a rule may paint. */
    public List<String> paintable() {
        return concepts.stream().map(Entry::id).toList();
    }

    /** The ids that a rule may protect. */
    public List<String> protectable() {
        return all().stream().map(Entry::id).toList();
    }

    /** The ids of the sets that can be delivered. */
    public List<String> templates() {
        return outputTemplates.stream().map(OutputTemplate::id).toList();
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
