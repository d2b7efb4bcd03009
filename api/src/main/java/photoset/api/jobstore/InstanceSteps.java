package photoset.api.jobstore;

import io.r2dbc.spi.Readable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.r2dbc.core.DatabaseClient;
import photoset.api.database.Columns;
import photoset.api.ownmasks.CurrentMasks;
import photoset.workflows.JobId;
import photoset.workflows.ObjectKeys;
import photoset.workflows.UserId;
import photoset.workflows.job.Execution;
import photoset.workflows.jobstore.ExecutionReceipt.PhotoChoice;
import photoset.workflows.segmentation.InstanceRef;
import photoset.workflows.segmentation.MaskRef;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** The rows of a job's instances, and what users chose among them. */
final class InstanceSteps {
    /** 200 photos with 100 instances each take 3 MB; what is larger was not written by a worker. */
    private static final long FILE_BYTES_MAX = 16L << 20;

    private static final String OWNER = "select user_id from jobs where id = :job";

    private static final String REPLACE = """
            with job as (select id from jobs where id = :job for update),
            given as (
                select * from jsonb_to_recordset(cast(:instances as jsonb)) as g(
                    idx int, concept text, label int, instance_id text, score double precision, box int[], area bigint)),
            gone as (
                delete from job_instances i using job
                where i.job_id = job.id and i.version = 0
                    and not exists (select from given g where (g.idx, g.concept, g.label) = (i.idx, i.concept, i.label)))
            insert into job_instances (
                job_id, idx, concept, label, instance_id, score, box_x, box_y, box_w, box_h, area)
            select job.id, g.idx, g.concept, g.label, g.instance_id, g.score, box[1], box[2], box[3], box[4], g.area
            from job, given g
            on conflict (job_id, idx, concept, version, label) do update set
                instance_id = excluded.instance_id, score = excluded.score, box_x = excluded.box_x,
                box_y = excluded.box_y, box_w = excluded.box_w, box_h = excluded.box_h, area = excluded.area
            """;

    private static final String CHOSEN = """
            select idx, concept, label, instance_id from current_instances
            where job_id = :job and instance_id = any(:ids) order by idx, concept, label
            """;

    private final DatabaseClient sql;
    private final CurrentMasks masks;
    private final StoredFiles files;

    InstanceSteps(DatabaseClient sql, StoredFiles files) {
        this.sql = sql;
        this.masks = new CurrentMasks(sql);
        this.files = files;
    }

    /** Replaces the rows by what the album's file says; without a file they stay. */
    Mono<Long> found(JobId job) {
        return sql.sql(OWNER)
                .bind("job", job.value())
                .map(row -> new ObjectKeys(new UserId(Columns.text(row, "user_id")), job).albumInstances())
                .one()
                .publishOn(Schedulers.boundedElastic())
                .flatMap(key -> Mono.justOrEmpty(files.find(key, FILE_BYTES_MAX)))
                .flatMap(file -> sql.sql(REPLACE)
                        .bind("instances", new String(file, StandardCharsets.UTF_8))
                        .bind("job", job.value())
                        .fetch()
                        .rowsUpdated())
                .defaultIfEmpty(0L);
    }

    /** What a user chose for single photos of the job, by idx. */
    Mono<List<PhotoChoice>> choices(JobId job, Execution execution) {
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
        return Mono.zip(masks.of(job), instances, InstanceSteps::byPhoto);
    }

    private static List<PhotoChoice> byPhoto(
            Map<Integer, List<MaskRef>> masks, List<Map.Entry<Integer, InstanceRef>> instances) {
        Map<Integer, PhotoChoice> photos = new TreeMap<>();
        masks.forEach((idx, own) -> choice(photos, idx).ownMasks().addAll(own));
        instances.forEach(one -> choice(photos, one.getKey()).instances().add(one.getValue()));
        return List.copyOf(photos.values());
    }

    private static PhotoChoice choice(Map<Integer, PhotoChoice> photos, int idx) {
        return photos.computeIfAbsent(idx, _ -> new PhotoChoice(idx, new ArrayList<>(), new ArrayList<>()));
    }

    private static InstanceRef chosen(Readable row) {
        return new InstanceRef(
                Columns.text(row, "instance_id"), Columns.text(row, "concept"), Columns.count(row, "label"));
    }
}
