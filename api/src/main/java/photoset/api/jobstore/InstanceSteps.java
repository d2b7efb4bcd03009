package photoset.api.jobstore;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.r2dbc.core.DatabaseClient;
import photoset.workflows.ObjectKeys;
import photoset.workflows.segmentation.MatchTask;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.json.JsonMapper;

/** The rows of a job's instances. */
final class InstanceSteps {
    /** 200 photos with 100 instances each take 3 MB; what is larger was not written by a worker, run-lengths or not. */
    private static final long FILE_BYTES_MAX = 16L << 20;

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

    private final DatabaseClient sql;
    private final JsonMapper json;
    private final StoredFiles files;

    InstanceSteps(DatabaseClient sql, JsonMapper json, StoredFiles files) {
        this.sql = sql;
        this.json = json;
        this.files = files;
    }

    /** Replaces the rows by what the file says; without one they stay. */
    Mono<Long> found(MatchTask task) {
        return Mono.fromSupplier(() -> listed(task))
                .subscribeOn(Schedulers.boundedElastic())
                .flatMap(Mono::justOrEmpty)
                .flatMap(list -> sql.sql(REPLACE)
                        .bind("instances", list)
                        .bind("job", task.job().value())
                        .fetch()
                        .rowsUpdated())
                .defaultIfEmpty(0L);
    }

    private Optional<String> listed(MatchTask task) {
        var keys = new ObjectKeys(task.user(), task.job());
        if (task.photos().size() != 1) {
            return files.find(keys.albumInstances(), FILE_BYTES_MAX)
                    .map(file -> new String(file, StandardCharsets.UTF_8));
        }
        int idx = task.photos().getFirst();
        return files.find(keys.instances(idx), FILE_BYTES_MAX)
                .map(file -> json.writeValueAsString(
                        LoneInstances.of(idx, json.readValue(file, LoneInstances.Found[].class), task.surfaces())));
    }
}
