package photoset.api.docs;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Schema;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Says of everything that a body is made of what the reader of JSON holds: no unknown field, null for what is absent. An
 * answer may grow fields, and has null for what is absent.
 */
final class ClosedBodies {
    private final Map<String, Schema<?>> all;
    private final Set<String> closed = new HashSet<>();

    private ClosedBodies(Map<String, Schema<?>> all) {
        this.all = all;
    }

    static void close(OpenAPI document, Map<String, Schema<?>> all) {
        var bodies = new ClosedBodies(all);
        document.getPaths().values().stream()
                .flatMap(item -> item.readOperations().stream())
                .map(Operation::getRequestBody)
                .filter(Objects::nonNull)
                .flatMap(body -> body.getContent().values().stream())
                .forEach(content -> bodies.close(content.getSchema()));
        all.forEach((name, schema) -> {
            if (!bodies.closed.contains(name)) {
                nullable(schema);
            }
        });
    }

    // The library's model declares its maps of fields without a type.
    @SuppressWarnings("rawtypes")
    private void close(@Nullable Schema<?> schema) {
        if (schema == null) {
            return;
        }
        @Nullable String reference = schema.get$ref();
        if (reference != null) {
            var name = reference.substring(reference.lastIndexOf('/') + 1);
            if (closed.add(name)) {
                close(all.get(name));
            }
            return;
        }
        if (schema.getAdditionalProperties() instanceof Schema<?> values) {
            close(values);
        }
        close(schema.getItems());
        Stream.of(schema.getOneOf(), schema.getAnyOf())
                .filter(Objects::nonNull)
                .flatMap(List::stream)
                .filter(choice -> choice.get$ref() != null)
                .forEach(this::close);
        @Nullable Map<String, Schema> fields = schema.getProperties();
        if (fields != null && schema.getAdditionalProperties() == null) {
            fields.values().forEach(this::close);
            schema.setAdditionalProperties(false);
            nullable(schema);
        }
    }

    // As above.
    @SuppressWarnings("rawtypes")
    private static void nullable(Schema<?> schema) {
        @Nullable Map<String, Schema> fields = schema.getProperties();
        @Nullable List<String> required = schema.getRequired();
        if (fields != null) {
            fields.replaceAll(
                    (name, field) -> required != null && required.contains(name) ? field : Schemas.orNull(field));
        }
    }
}
