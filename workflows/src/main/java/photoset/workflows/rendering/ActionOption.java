package photoset.workflows.rendering;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One option of an action, as the annotations at its component in {@link Action} state it. The check of rules, the API
 * document, the renderer's defaults and the page about rules all follow from here, so a range or a default stands once.
 */
public final class ActionOption {
    /** What a number may be; both ends belong to it. */
    @Documented
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.RECORD_COMPONENT)
    public @interface Range {
        double min();

        double max();
    }

    /** What an absent option counts as, as it is written in JSON. */
    @Documented
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.RECORD_COMPONENT)
    public @interface Default {
        String value();
    }

    /** A {@link Range} as a value. */
    public record Interval(double min, double max) {
        public boolean holds(double value) {
            return value >= min && value <= max;
        }

        /** As people read it: {@code 0.5 to 2}. */
        @Override
        public String toString() {
            return plain(min) + " to " + plain(max);
        }

        private static String plain(double number) {
            return number == Math.rint(number) ? String.valueOf((long) number) : String.valueOf(number);
        }
    }

    private final RecordComponent component;

    private ActionOption(RecordComponent component) {
        this.component = component;
    }

    /** All options of a kind of action, in their order. */
    public static List<ActionOption> of(Class<? extends Action> action) {
        return Arrays.stream(action.getRecordComponents())
                .map(ActionOption::new)
                .toList();
    }

    /** The same action with its default for every option that is absent and has one. */
    public static <A extends Action> A completed(A action) {
        try {
            var components = action.getClass().getRecordComponents();
            var types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            var values = of(action.getClass()).stream()
                    .map(option -> option.orDefault(action))
                    .toArray();
            @SuppressWarnings("unchecked")
            var type = (Class<A>) action.getClass();
            return type.getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("The options of " + action.getClass() + " cannot be filled in.", e);
        }
    }

    private @Nullable Object orDefault(Action action) {
        @Nullable Object said = value(action);
        return said == null ? initial().orElse(null) : said;
    }

    /** Its name in JSON. */
    public String name() {
        return Objects.requireNonNull(component.getAccessor().getAnnotation(JsonProperty.class), component.getName())
                .value();
    }

    /** What it may be, if it is a number. */
    public Optional<Interval> interval() {
        return Optional.ofNullable(component.getAnnotation(Range.class))
                .map(range -> new Interval(range.min(), range.max()));
    }

    /** Its default as it is written in JSON; empty if it is needed, or if its absence has a meaning of its own. */
    public Optional<String> word() {
        return Optional.ofNullable(component.getAnnotation(Default.class)).map(Default::value);
    }

    /** Its default: a {@link Double} or a constant of an enum. */
    public Optional<Object> initial() {
        return word().map(word -> component.getType().isEnum() ? constant(word) : Double.valueOf(word));
    }

    private Object constant(String word) {
        try {
            for (var field : component.getType().getFields()) {
                @Nullable JsonProperty name = field.getAnnotation(JsonProperty.class);
                if (name != null && name.value().equals(word)) {
                    return Objects.requireNonNull(field.get(null));
                }
            }
        } catch (IllegalAccessException e) {
            throw new LinkageError("The words of " + component + " cannot be read.", e);
        }
        throw new IllegalStateException("The default " + word + " is no word of " + component + ".");
    }

    /** What an action says for it. */
    public @Nullable Object value(Action action) {
        try {
            return component.getAccessor().invoke(action);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("The option " + component + " cannot be read.", e);
        }
    }
}
