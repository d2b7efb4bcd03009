package photoset.api.ruleparser;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import photoset.api.materials.Material;
import photoset.api.terms.Item.Term;
import photoset.api.vocabulary.Meaning;
import photoset.api.vocabulary.Meaning.ToneChange;
import photoset.api.vocabulary.Meaning.Word;

/** All that is said of one concept, sorted by what of an action it would be. */
final class Wishes {
    /** One of these has one value. */
    enum Slot {
        VALUE,
        FINISH,
        EXPOSURE,
        CONTRAST,
        TEMPERATURE,
        SATURATION,
        GLOSS,
        STRENGTH,
        SHADOW,
        REMOVE
    }

    /** A value for a slot; the kind is that of a material. */
    record Wish(Slot slot, Object value, Material.@Nullable Kind kind, Term term) {
        String text() {
            return value.toString();
        }

        String meaning() {
            return slot == Slot.VALUE || slot == Slot.REMOVE ? text() : Wishes.meaning(slot, value);
        }
    }

    static final String TRANSPARENT = "transparent";

    /** The default of {@code blur}. */
    private static final double STRENGTH = .5;

    private static final String REMOVED = "remove";

    private final boolean isBackdrop;
    private final List<Wish> wishes = new ArrayList<>();
    private final Map<Slot, Set<Object>> values = new EnumMap<>(Slot.class);

    /**
     * Sorts what is said.
     *
     * @param isBackdrop whether it is said of what lies behind the product
     */
    Wishes(List<Term> said, boolean isBackdrop) {
        this.isBackdrop = isBackdrop;
        said.forEach(this::add);
    }

    /** Whether one slot is given two values, or blur or remove comes with anything else. */
    boolean contradict() {
        return values.values().stream().anyMatch(some -> some.size() > 1)
                || ((values.containsKey(Slot.STRENGTH) || values.containsKey(Slot.REMOVE)) && values.size() > 1);
    }

    List<Wish> all(Slot slot) {
        return wishes.stream().filter(wish -> wish.slot() == slot).toList();
    }

    Optional<Wish> first(Slot slot) {
        return all(slot).stream().findFirst();
    }

    /** As in "exposure 0.5": the option and its value. */
    static String meaning(Slot slot, Object value) {
        var number = value instanceof Double exact && exact == Math.rint(exact) ? (Object) exact.longValue() : value;
        return (slot.name() + " " + number).toLowerCase(Locale.ROOT);
    }

    private void add(Term term) {
        switch (term.meaning()) {
            case Meaning.ColorName color -> add(Slot.VALUE, color.hex(), null, term);
            case Meaning.MaterialName material -> add(Slot.VALUE, material.id(), material.kind(), term);
            case Meaning.FinishName finish -> add(Slot.FINISH, finish.finish(), null, term);
            case ToneChange tone -> add(Slot.valueOf(tone.option().name()), amount(tone, term), null, term);
            case Word word -> add(word, term);
            case Meaning.ConceptName _, Meaning.PartOfMaterials _, Meaning.MaterialKind _ ->
                throw new IllegalStateException("Nothing happens by " + term.meaning());
        }
    }

    private void add(Word word, Term term) {
        switch (word) {
            case BLUR -> add(Slot.STRENGTH, strength(term), null, term);
            case TRANSPARENT -> add(Slot.VALUE, TRANSPARENT, null, term);
            // What lies behind a product leaves nothing behind.
            case REMOVE -> add(isBackdrop ? Slot.VALUE : Slot.REMOVE, isBackdrop ? TRANSPARENT : REMOVED, null, term);
            case NO_SHADOW -> add(Slot.SHADOW, 0.0, null, term);
            case FILLER, AND, BUT, OR, NOT, KEEP, KEPT, EXCEPT, EXCEPTED, SHADE, SLIGHTLY, STRONGLY ->
                throw new IllegalStateException("Nothing happens by " + word);
        }
    }

    private void add(Slot slot, Object value, Material.@Nullable Kind kind, Term term) {
        wishes.add(new Wish(slot, value, kind, term));
        values.computeIfAbsent(slot, unseen -> new LinkedHashSet<>()).add(value);
    }

    private static double amount(ToneChange tone, Term term) {
        return switch (term.strength()) {
            case SLIGHTLY -> tone.slightly();
            case PLAIN -> tone.plain();
            case STRONGLY -> tone.strongly();
        };
    }

    private static double strength(Term term) {
        return switch (term.strength()) {
            case SLIGHTLY -> STRENGTH / 2;
            case PLAIN -> STRENGTH;
            case STRONGLY -> 1;
        };
    }
}
