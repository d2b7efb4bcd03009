package photoset.api.sets;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import photoset.api.database.Columns;
import photoset.api.jobstore.StoredVariant;
import photoset.api.roles.InRole;
import photoset.api.roles.Role;
import photoset.workflows.ObjectKeys;
import photoset.workflows.job.ItemState;
import photoset.workflows.plan.Plan;
import photoset.workflows.sets.SetInput;
import photoset.workflows.sets.SetLanguage;
import photoset.workflows.sets.SetRequest;
import photoset.workflows.sets.SetTemplate;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Gathers what a set is composed from: from rows alone, the same every time. */
@Component
@InRole(Role.JOBS)
class SetInputs {
    private static final String READ = """
            select j.plan, j.preset, j.variants, s.*,
                (select json_agg(json_build_object(
                        'idx', idx, 'status', status, 'input', input_key, 'error', error_message) order by idx)
                    from job_items where job_id = j.id) as photos,
                (select json_agg(json_build_object(
                        'idx', idx, 'variant', variant, 'output', output_key, 'manifest', manifest_key)
                        order by idx, place)
                    from job_pictures where job_id = j.id and missing_since is null) as pictures,
                (select json_agg(json_build_object('idx', idx, 'concept', concept, 'key', mask_key))
                    from current_masks where job_id = j.id) as masks,
                (select json_agg(concept order by concept) from job_concepts where job_id = j.id) as concepts
            from job_sets s join jobs j on j.id = s.job_id where s.id = :set and j.id = :job
            """;

    private final DatabaseClient sql;
    private final SetPalettes palettes;
    private final JsonMapper json;

    SetInputs(DatabaseClient sql, SetPalettes palettes, JsonMapper json) {
        this.sql = sql;
        this.palettes = palettes;
        this.json = json;
    }

    /** A row of {@code job_items}. */
    record PhotoRow(
            int idx,
            ItemState status,
            @Nullable String input,
            @Nullable String error) {}

    /** A row of {@code job_pictures}. */
    record PictureRow(int idx, String variant, String output, String manifest) {}

    /** The newest own mask of a concept. */
    record MaskInUse(int idx, String concept, String key) {}

    Mono<SetInput> of(SetRequest request) {
        return sql.sql(READ)
                .bind("set", request.set().value())
                .bind("job", request.job().value())
                .map(row -> input(request, row))
                .one();
    }

    private SetInput input(SetRequest request, Readable row) {
        var variants = list(row, "variants", StoredVariant[].class);
        var language = SetLanguage.of(Columns.text(row, "language"));
        var template = SetTemplate.of(Columns.text(row, "output_template"));
        var preset = Columns.text(row, "preset");
        return new SetInput(
                template,
                Columns.text(row, "title"),
                LocalDate.ofInstant(Columns.time(row, "created_at"), ZoneOffset.UTC),
                language,
                Plan.of(Columns.text(row, "plan")).watermarked(),
                row.get("label", String.class),
                variants.stream()
                        .map(variant -> new SetInput.Design(
                                variant.id(),
                                Objects.requireNonNullElse(variant.name(), ""),
                                palettes.of(preset, variant.rule(), language)))
                        .toList(),
                photos(new ObjectKeys(request.user(), request.job()), row, variants, template));
    }

    private List<SetInput.Photo> photos(
            ObjectKeys keys, Readable row, List<StoredVariant> variants, SetTemplate template) {
        Map<Integer, List<SetInput.Result>> results = new TreeMap<>();
        list(row, "pictures", PictureRow[].class)
                .forEach(picture -> results.computeIfAbsent(picture.idx(), _ -> new ArrayList<>())
                        .add(new SetInput.Result(picture.variant(), picture.output(), picture.manifest())));
        Map<Integer, Map<String, String>> own = new TreeMap<>();
        list(row, "masks", MaskInUse[].class)
                .forEach(mask ->
                        own.computeIfAbsent(mask.idx(), _ -> new TreeMap<>()).put(mask.concept(), mask.key()));
        var concepts = concepts(row, variants);
        Map<String, String> names =
                json.readValue(Columns.text(row, "names"), Names.class).byIdx();
        var link = template == SetTemplate.DISCLOSURE
                ? Columns.text(row, "link_base") + "/originals/" + Columns.text(row, "link_key") + "/"
                : null;
        return list(row, "photos", PhotoRow[].class).stream()
                .map(photo -> {
                    Map<String, String> masks = new TreeMap<>();
                    concepts.forEach(concept -> masks.put(concept, keys.mask(photo.idx(), concept)));
                    masks.putAll(own.getOrDefault(photo.idx(), Map.of()));
                    var delivered = results.getOrDefault(photo.idx(), List.of());
                    return new SetInput.Photo(
                            photo.idx(),
                            names.getOrDefault(String.valueOf(photo.idx()), ""),
                            photo.input(),
                            delivered,
                            masks,
                            link == null ? null : link + photo.idx(),
                            delivered.isEmpty() ? failure(photo, SetLanguage.of(Columns.text(row, "language"))) : null);
                })
                .toList();
    }

    /** Captions by idx. */
    record Names(@JsonValue Map<String, String> byIdx) {
        @JsonCreator
        Names {}
    }

    /** All that was looked for in the photos. */
    private Set<String> concepts(Readable row, List<StoredVariant> variants) {
        Set<String> concepts = new LinkedHashSet<>(list(row, "concepts", String[].class));
        variants.forEach(variant -> {
            concepts.addAll(variant.rule().concepts().keySet());
            concepts.addAll(variant.rule().protect());
        });
        return concepts;
    }

    private static String failure(PhotoRow photo, SetLanguage language) {
        return switch (photo.status()) {
            case FAILED -> Objects.requireNonNullElse(photo.error(), missing(language));
            case PENDING, RUNNING, CANCELED ->
                switch (language) {
                    case EN -> "The job was canceled before this photo.";
                    case KO -> "이 사진을 처리하기 전에 작업이 취소되었습니다.";
                };
            case DONE -> missing(language);
        };
    }

    private static String missing(SetLanguage language) {
        return switch (language) {
            case EN -> "Its picture is not there any more.";
            case KO -> "결과 사진이 더 이상 없습니다.";
        };
    }

    private <T> List<T> list(Readable row, String column, Class<T[]> type) {
        @Nullable String text = row.get(column, String.class);
        return text == null ? List.of() : List.of(json.readValue(text, type));
    }
}
