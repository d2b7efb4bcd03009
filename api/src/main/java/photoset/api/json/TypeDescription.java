package photoset.api.json;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import photoset.api.problem.Envelope.Detail;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JacksonException.Reference;
import tools.jackson.databind.exc.InvalidTypeIdException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Says in a person's words what a field should have been. */
final class TypeDescription {
    private TypeDescription() {}

    static Detail missedBy(JacksonException fault) {
        var field = field(fault.getPath());
        return switch (fault) {
            case UnrecognizedPropertyException unknown ->
                Detail.field(field, "is not a known field; known: " + known(unknown));
            case InvalidTypeIdException type -> {
                var base = type.getBaseType().getRawClass();
                yield Detail.field(field + "." + discriminator(base), "must be one of " + names(base));
            }
            case MismatchedInputException mismatch -> Detail.field(field, "must be " + words(mismatch.getTargetType()));
            case JacksonException _ -> Detail.field(field, "does not fit");
        };
    }

    /** {@code items[3].size}. */
    private static String field(List<Reference> path) {
        var field = new StringBuilder();
        for (Reference step : path) {
            @Nullable String name = step.getPropertyName();
            if (name == null) {
                field.append('[').append(step.getIndex()).append(']');
            } else {
                field.append(field.isEmpty() ? "" : ".").append(name);
            }
        }
        return field.toString();
    }

    private static String known(UnrecognizedPropertyException unknown) {
        @Nullable Collection<Object> known = unknown.getKnownPropertyIds();
        return known == null
                ? "none"
                : known.stream().map(String::valueOf).sorted().collect(Collectors.joining(", "));
    }

    private static String discriminator(Class<?> base) {
        @Nullable JsonTypeInfo info = base.getAnnotation(JsonTypeInfo.class);
        return info == null || info.property().isEmpty() ? "type" : info.property();
    }

    private static String names(Class<?> base) {
        @Nullable JsonSubTypes types = base.getAnnotation(JsonSubTypes.class);
        return types == null
                ? "the known names"
                : Arrays.stream(types.value()).map(JsonSubTypes.Type::name).collect(Collectors.joining(", "));
    }

    private static String words(@Nullable Class<?> type) {
        if (type == null) {
            return "something else";
        }
        if (type.isEnum()) {
            return "one of "
                    + Arrays.stream(type.getEnumConstants())
                            .map(constant -> String.valueOf(constant).toLowerCase(Locale.ROOT))
                            .collect(Collectors.joining(", "));
        }
        if (CharSequence.class.isAssignableFrom(type)) {
            return "a text";
        }
        if (type == Boolean.class || type == boolean.class) {
            return "true or false";
        }
        if (type == Double.class || type == double.class) {
            return "a number";
        }
        if (Number.class.isAssignableFrom(type) || type.isPrimitive()) {
            return "a whole number";
        }
        if (Collection.class.isAssignableFrom(type) || type.isArray()) {
            return "a list";
        }
        @Nullable JsonFormat format = type.getAnnotation(JsonFormat.class);
        if (format != null && format.shape() == JsonFormat.Shape.ARRAY && type.isRecord()) {
            return Arrays.stream(type.getRecordComponents())
                    .map(RecordComponent::getName)
                    .collect(Collectors.joining(", ", "a list [", "]"));
        }
        return type == Instant.class ? "a time like 2026-01-31T12:00:00Z" : "an object";
    }
}
