package photoset.api.jobstore;

import io.r2dbc.spi.Readable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import photoset.api.database.Columns;
import photoset.api.ownmasks.CurrentMasks;
import photoset.workflows.JobId;
import photoset.workflows.job.Execution;
import photoset.workflows.job.Variant;
import photoset.workflows.jobstore.ExecutionReceipt.PhotoChoice;
import photoset.workflows.rendering.Rule;
import photoset.workflows.segmentation.Concept;
import photoset.workflows.segmentation.InstanceRef;
import photoset.workflows.segmentation.MaskRef;
import reactor.core.publisher.Mono;

/** What users chose for single photos: their own masks, and which instances a rule leaves out or locks. */
@Component
public final class PhotoChoices {
    private static final String CHOSEN = """
            select idx, concept, label, instance_id from current_instances
            where job_id = :job and instance_id = any(:ids) order by idx, concept, label
            """;

    private static final String PHOTOS = "select idx from job_items where job_id = :job";

    private final DatabaseClient sql;
    private final CurrentMasks masks;

    PhotoChoices(DatabaseClient sql) {
        this.sql = sql;
        this.masks = new CurrentMasks(sql);
    }

    /** What a user chose for single photos of the job, by idx. */
    public Mono<List<PhotoChoice>> of(JobId job, Execution execution) {
        Set<String> ids = new TreeSet<>();
        execution.variants().stream()
                .flatMap(variant ->
                        Stream.concat(variant.instances().exclude().stream(), variant.instances().lock().stream()))
                .forEach(ids::add);
        var instances = sql.sql(CHOSEN)
                .bind("job", job.value())
                .bind("ids", ids.toArray(String[]::new))
                .map(row -> Map.entry(Columns.count(row, "idx"), chosen(row)))
                .all()
                .collectList();
        return Mono.zip(masks.of(job), instances, PhotoChoices::byPhoto)
                .flatMap(photos -> withNowhere(job, photos, drawnOnly(execution)));
    }

    /** What rules name and nobody looks for is only where it was drawn. */
    private static List<String> drawnOnly(Execution execution) {
        var sought = execution.concepts().stream().map(Concept::id).toList();
        return Rule.wanted(execution.variants().stream().map(Variant::rule).toList()).stream()
                .filter(concept -> !sought.contains(concept))
                .toList();
    }

    private Mono<List<PhotoChoice>> withNowhere(JobId job, Map<Integer, PhotoChoice> photos, List<String> drawnOnly) {
        if (drawnOnly.isEmpty()) {
            return Mono.just(List.copyOf(photos.values()));
        }
        return sql.sql(PHOTOS)
                .bind("job", job.value())
                .map(row -> Columns.count(row, "idx"))
                .all()
                .collectList()
                .map(all -> {
                    all.forEach(idx -> addNowhere(choice(photos, idx).ownMasks(), drawnOnly));
                    return List.copyOf(photos.values());
                });
    }

    private static void addNowhere(List<MaskRef> own, List<String> drawnOnly) {
        var drawn = own.stream().map(MaskRef::concept).toList();
        drawnOnly.stream()
                .filter(concept -> !drawn.contains(concept))
                .map(MaskRef::nowhere)
                .forEach(own::add);
    }

    private static Map<Integer, PhotoChoice> byPhoto(
            Map<Integer, List<MaskRef>> masks, List<Map.Entry<Integer, InstanceRef>> instances) {
        Map<Integer, PhotoChoice> photos = new TreeMap<>();
        masks.forEach((idx, own) -> choice(photos, idx).ownMasks().addAll(own));
        instances.forEach(one -> choice(photos, one.getKey()).instances().add(one.getValue()));
        return photos;
    }

    private static PhotoChoice choice(Map<Integer, PhotoChoice> photos, int idx) {
        return photos.computeIfAbsent(idx, _ -> new PhotoChoice(idx, new ArrayList<>(), new ArrayList<>()));
    }

    private static InstanceRef chosen(Readable row) {
        return new InstanceRef(
                Columns.text(row, "instance_id"), Columns.text(row, "concept"), Columns.count(row, "label"));
    }
}
