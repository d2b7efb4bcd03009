package photoset.api.ruleparser;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import photoset.api.materials.Material;
import photoset.api.ruleparser.ActionChoice.Changed;
import photoset.api.ruleparser.ActionChoice.Kept;
import photoset.api.ruleparser.ActionChoice.Refused;
import photoset.api.ruleparser.Wishes.Slot;
import photoset.api.ruleparser.Wishes.Wish;
import photoset.api.terms.Item.Term;
import photoset.api.vocabulary.Meaning.ConceptName;
import photoset.workflows.rendering.Action;
import photoset.workflows.rendering.Finish;

/** Makes one action of all that is said of one concept. */
final class ActionChooser {
    private final ConceptName concept;
    private final List<Term> said;
    private final Wishes wishes;
    private final Map<Term, String> meanings = new LinkedHashMap<>();

    private ActionChooser(ConceptName concept, List<Term> said) {
        this.concept = concept;
        this.said = said;
        this.wishes = new Wishes(said, concept.backdrop());
    }

    static ActionChoice choose(ConceptName concept, List<Term> said) {
        if (said.isEmpty()) {
            return new Refused(Reason.NO_ACTION);
        }
        if (said.stream().anyMatch(Group::isProtection)) {
            return said.stream().allMatch(Group::isProtection) ? new Kept() : new Refused(Reason.CONTRADICTION);
        }
        return new ActionChooser(concept, said).changed();
    }

    private ActionChoice changed() {
        if (wishes.contradict()) {
            return new Refused(Reason.CONTRADICTION);
        }
        Optional<Action> action = action();
        if (action.isEmpty()) {
            return new Refused(Reason.NOT_POSSIBLE);
        }
        var left = said.stream().filter(term -> !meanings.containsKey(term)).toList();
        return new Changed(action.get(), meanings, left);
    }

    private Optional<Action> action() {
        if (taken(Slot.REMOVE) != null) {
            return concept.removable() ? Optional.of(new Action.Remove()) : Optional.empty();
        }
        if (!concept.paintable()) {
            return Optional.empty();
        }
        @Nullable Wish value = taken(Slot.VALUE);
        if (value != null) {
            return concept.backdrop()
                    ? Optional.of(new Action.Background(value.text(), number(Slot.SHADOW)))
                    : surface(value);
        }
        @Nullable Double strength = number(Slot.STRENGTH);
        return strength == null ? tone() : Optional.of(new Action.Blur(strength));
    }

    /** Paint is painted; so is metal, which is on handles and lamps, too small for a pattern. All else is laid. */
    private Optional<Action> surface(Wish value) {
        if (value.text().equals(Wishes.TRANSPARENT)) {
            return Optional.empty();
        }
        Material.@Nullable Kind kind = value.kind();
        if (kind == null || kind == Material.Kind.PAINT || kind == Material.Kind.METAL) {
            @Nullable Wish finish = taken(Slot.FINISH);
            return Optional.of(new Action.Recolor(
                    value.text(), null, finish == null ? null : (Finish) finish.value(), null, null, null));
        }
        return Optional.of(new Action.Texture(value.text(), null, null, null, null));
    }

    private Optional<Action> tone() {
        @Nullable Double gloss = number(Slot.GLOSS);
        var tone = new Action.Tone(
                number(Slot.EXPOSURE),
                number(Slot.CONTRAST),
                number(Slot.TEMPERATURE),
                null,
                number(Slot.SATURATION),
                gloss == null ? sheen() : gloss);
        return meanings.isEmpty() ? Optional.empty() : Optional.of(tone);
    }

    /** A finish without a color changes how the surface shines now; half a sheen is nothing that {@code tone} can say. */
    private @Nullable Double sheen() {
        var finish = wishes.first(Slot.FINISH);
        if (finish.isEmpty() || finish.get().value() == Finish.SATIN) {
            return null;
        }
        boolean isMatte = finish.get().value() == Finish.MATTE;
        double sheen = switch (finish.get().term().strength()) {
            case SLIGHTLY -> isMatte ? -.5 : .25;
            case PLAIN -> isMatte ? -1 : .5;
            case STRONGLY -> isMatte ? -1 : 1;
        };
        meanings.put(finish.get().term(), Wishes.meaning(Slot.GLOSS, sheen));
        return sheen;
    }

    private @Nullable Double number(Slot slot) {
        @Nullable Wish wish = taken(slot);
        return wish == null ? null : (Double) wish.value();
    }

    /** The wish for the slot, which from now on is understood. */
    private @Nullable Wish taken(Slot slot) {
        wishes.all(slot).forEach(wish -> meanings.put(wish.term(), wish.meaning()));
        return wishes.first(slot).orElse(null);
    }
}
