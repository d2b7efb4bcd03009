package photoset.api.docs;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JavaType;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Marks as required what a record does not mark as {@link Nullable}, so that generated clients need not guess. Two records
 * under one name would silently become one: the document is not made then.
 */
final class RequiredFields implements ModelConverter {
    private final Map<String, JavaType> named = new ConcurrentHashMap<>();

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        if (!chain.hasNext()) {
            return null;
        }
        @Nullable Schema<?> schema = chain.next().resolve(type, context, chain);
        JavaType java = Json31.mapper().constructType(type.getType());
        if (schema != null && java.getRawClass().isRecord()) {
            var defined = defined(schema, context);
            refuseSecond(defined.getName(), java);
            mark(defined, java.getRawClass());
        }
        return schema;
    }

    private void refuseSecond(@Nullable String name, JavaType type) {
        // What is a string in JSON has none.
        @Nullable JavaType first = name == null ? null : named.putIfAbsent(name, type);
        if (first != null && !first.equals(type)) {
            throw new IllegalStateException(
                    "The schema %s would be that of %s and of %s; give one another name with @Schema(name = ...)."
                            .formatted(name, first.toCanonical(), type.toCanonical()));
        }
    }

    /** The schema itself, when the answer is a reference to it. */
    private static Schema<?> defined(Schema<?> schema, ModelConverterContext context) {
        @Nullable String reference = schema.get$ref();
        @Nullable
        Schema<?> defined = reference == null
                ? null
                : context.getDefinedModels().get(reference.substring(reference.lastIndexOf('/') + 1));
        return defined == null ? schema : defined;
    }

    private static void mark(Schema<?> schema, Class<?> record) {
        if (schema.getProperties() == null) {
            return;
        }
        Set<String> required = new LinkedHashSet<>();
        if (schema.getRequired() != null) {
            required.addAll(schema.getRequired());
        }
        Arrays.stream(record.getRecordComponents())
                .filter(component -> !isNullable(component))
                .map(RequiredFields::name)
                .filter(schema.getProperties()::containsKey)
                .forEach(required::add);
        schema.setRequired(required.isEmpty() ? null : List.copyOf(required));
    }

    private static boolean isNullable(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static String name(RecordComponent component) {
        @Nullable JsonProperty property = component.getAccessor().getAnnotation(JsonProperty.class);
        return property == null ? component.getName() : property.value();
    }
}
