package photoset.api.docs;

import io.swagger.v3.oas.models.media.Schema;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import photoset.workflows.JobId;
import photoset.workflows.plan.Plan;

/**
 * The limits of fields that mean the same in every schema. A field that has limits of its own, from its annotation or from
 * {@link SchemaFacts}, keeps them.
 */
final class CommonFields {
    /** Every id here: of users, jobs, rules, presets, concepts, materials, templates and variants. */
    static final String ID_PATTERN = "^" + JobId.PATTERN + "$";

    /** A signed JWT. */
    private static final String TOKEN_PATTERN = "^[A-Za-z0-9_-]+([.][A-Za-z0-9_-]+){2}$";

    /** The longest sentence of the product's own files, several times. */
    private static final int PROSE_CHARS_MAX = 1000;

    private static final Set<String> IDS = Set.of(
            "id",
            "job_id",
            "user_id",
            "rule_id",
            "source_job_id",
            "preset",
            "preset_id",
            "output_template",
            "variant",
            "concept",
            "concepts",
            "protect",
            "protect_defaults");

    private static final Set<String> PROSE = Set.of("name", "display_name", "description", "prompt", "en", "ko");

    /** Of credits, photos, rules, jobs and days. */
    private static final Set<String> COUNTS = Set.of(
            "credits",
            "held_credits",
            "rule_slots",
            "max_rule_slots",
            "concurrent_jobs",
            "max_concurrent_jobs",
            "max_items_per_job",
            "items",
            "total_items",
            "done_items",
            "failed_items",
            "held",
            "captured",
            "released",
            "total",
            "done",
            "failed",
            "concept_count",
            "needed",
            "available",
            "retention_days",
            "area",
            "version",
            "runs",
            "retries",
            "variants",
            "seconds",
            "queue_position",
            "eta_seconds",
            "at");

    private static final Map<String, Consumer<Schema<?>>> LIMITS = all();

    private CommonFields() {}

    static void limit(Map<String, Schema<?>> schemas) {
        for (Schema<?> schema : schemas.values()) {
            @SuppressWarnings("rawtypes") // What the library declares.
            @Nullable
            Map<String, Schema> fields = schema.getProperties();
            if (fields != null) {
                fields.forEach(CommonFields::limit);
            }
        }
    }

    private static void limit(String name, Schema<?> field) {
        @Nullable Consumer<Schema<?>> limit = LIMITS.get(name);
        Schema<?> limited = field.getItems() == null ? field : field.getItems();
        if (limit != null && limited.getTypes() != null && isOpen(limited)) {
            limit.accept(limited);
        }
    }

    private static boolean isOpen(Schema<?> schema) {
        return Stream.of(schema.getPattern(), schema.getMaxLength(), schema.getEnum(), schema.getMinimum())
                .allMatch(limit -> limit == null);
    }

    private static Map<String, Consumer<Schema<?>>> all() {
        return Stream.of(
                        each(IDS, field -> field.setPattern(ID_PATTERN)),
                        each(PROSE, field -> field.setMaxLength(PROSE_CHARS_MAX)),
                        each(COUNTS, field -> field.setMinimum(BigDecimal.ZERO)),
                        each(Set.of("token"), field -> field.setPattern(TOKEN_PATTERN)),
                        each(
                                Set.of("idx"),
                                field -> Schemas.range(
                                        field, 0, Plan.PRO.limits().photosPerJobMax() - 1)))
                .flatMap(group -> group.entrySet().stream())
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Map<String, Consumer<Schema<?>>> each(Set<String> names, Consumer<Schema<?>> limit) {
        return names.stream().collect(Collectors.toUnmodifiableMap(name -> name, _ -> limit));
    }
}
