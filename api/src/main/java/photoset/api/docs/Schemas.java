package photoset.api.docs;

import io.swagger.v3.oas.models.media.Schema;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The schemas of the document, by the simple name of their record. */
public final class Schemas {
    private final Map<String, Schema<?>> all;

    Schemas(Map<String, Schema<?>> all) {
        this.all = all;
    }

    /** A record's. */
    public Schema<?> of(String name) {
        return Objects.requireNonNull(all.get(name), name);
    }

    /** Puts another one in its place. */
    public void replace(String name, Schema<?> schema) {
        all.put(name, schema);
    }

    /** A field's. */
    public Schema<?> field(String name, String field) {
        return Objects.requireNonNull(of(name).getProperties().get(field), name + "." + field);
    }

    /** Holds a field to these words. */
    @SuppressWarnings("unchecked")
    public void allow(String name, String field, Collection<String> words) {
        ((Schema<Object>) field(name, field)).setEnum(List.copyOf(words));
    }

    public static Schema<Object> typed(String type) {
        var schema = new Schema<>();
        schema.setTypes(Set.of(type));
        return schema;
    }

    /** An id, whatever of. */
    public static Schema<Object> id() {
        return text(CommonFields.ID_PATTERN);
    }

    /** A string that matches. */
    public static Schema<Object> text(String pattern) {
        var text = typed("string");
        text.setPattern(pattern);
        return text;
    }

    /** Holds a number of a field to a range, both ends included. */
    public void range(String name, String field, double min, double max) {
        range(field(name, field), min, max);
    }

    /** Holds a number to a range, both ends included. */
    public static void range(Schema<?> number, double min, double max) {
        number.setMinimum(BigDecimal.valueOf(min));
        number.setMaximum(BigDecimal.valueOf(max));
    }

    /** One of these words. */
    public static Schema<Object> word(Collection<String> words) {
        var schema = typed("string");
        schema.setEnum(List.copyOf(words));
        return schema;
    }

    public static Schema<Object> reference(String name) {
        var schema = new Schema<>();
        schema.set$ref("#/components/schemas/" + name);
        return schema;
    }

    /** An object in which this field is there and not null, and those are absent or null. */
    public static Schema<Object> having(String field, String... without) {
        var schema = new Schema<>();
        var present = new Schema<>();
        present.setNot(typed("null"));
        schema.addProperty(field, present);
        for (String other : without) {
            schema.addProperty(other, typed("null"));
        }
        schema.setRequired(List.of(field));
        return schema;
    }

    /** The same that takes null too, as every optional field of a body does. */
    static Schema<?> orNull(Schema<?> schema) {
        @Nullable Set<String> types = schema.getTypes();
        if (schema.get$ref() != null || types == null || schema.getEnum() != null) {
            var either = new Schema<>();
            either.setAnyOf(List.of(schema, typed("null")));
            return either;
        }
        schema.setTypes(Set.of(types.iterator().next(), "null"));
        return schema;
    }
}
