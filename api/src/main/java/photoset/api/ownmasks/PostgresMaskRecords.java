package photoset.api.ownmasks;

import static photoset.api.database.Columns.count;
import static photoset.api.database.Columns.flag;
import static photoset.api.database.Columns.text;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.r2dbc.spi.Readable;
import io.temporal.spring.boot.ActivityImpl;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import photoset.workflows.ObjectKeys;
import photoset.workflows.TaskQueues;
import photoset.workflows.ownmasks.MaskLimits;
import photoset.workflows.ownmasks.MaskOutcome;
import photoset.workflows.ownmasks.MaskOutcome.Status;
import photoset.workflows.ownmasks.MaskPart;
import photoset.workflows.ownmasks.MaskRecords;
import photoset.workflows.ownmasks.MaskRequest;
import photoset.workflows.ownmasks.TakenMask;
import photoset.workflows.segmentation.InstanceBox;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;
import tools.jackson.databind.json.JsonMapper;

/** The rows of own masks in PostgreSQL. Each step is one statement, locks the job first, and changes nothing once it is past. */
@Component
@ActivityImpl(taskQueues = TaskQueues.JOBS)
public final class PostgresMaskRecords implements MaskRecords {
    /** Below the ten seconds that the workflow gives a step, so that the reason arrives and not a time-out. */
    private static final Duration ANSWER_MAX = Duration.ofSeconds(8);

    /** A statement that waited for a lock judged by the rows of before. */
    private static final Retry ONCE_MORE = Retry.max(1)
            .filter(failure -> failure instanceof DataIntegrityViolationException
                    || failure instanceof ConcurrencyFailureException)
            .onRetryExhaustedThrow((_, last) -> last.failure());

    private static final String KNOWN = """
            select instance_id, box_x, box_y, box_w, box_h from current_instances
            where job_id = :job and idx = :idx and concept = :concept order by label
            """;

    private static final String GIVEN = """
            select distinct instance_id from job_instances
            where job_id = :job and idx = :idx and concept = :concept and version > 0
            """;

    private static final String TAKE = """
            with job as (select id from jobs where id = :job and status = 'uploaded' for update),
            mask as (
                insert into job_masks (job_id, idx, concept, version, mask_key, area, upload_etag)
                select id, :idx, :concept, :version, :key, :area, :etag from job
                where (
                    select count(*) from job_masks m
                    where m.job_id = id and m.idx = :idx and m.concept = :concept and m.removed_at is null) < :most
                on conflict do nothing
                returning job_id),
            instances as (
                insert into job_instances (
                    job_id, idx, concept, version, label, instance_id, score, box_x, box_y, box_w, box_h, area)
                select mask.job_id, :idx, :concept, :version, g.label, g.instance_id, 1,
                    g.box[1], g.box[2], g.box[3], g.box[4], g.area
                from mask, jsonb_to_recordset(cast(:instances as jsonb)) as g(
                    label int, instance_id text, box int[], area bigint))
            select exists (select from mask) or exists (
                select from job_masks m
                where m.job_id = :job and m.idx = :idx and m.concept = :concept and m.version = :version
                    and m.upload_etag = :etag) as taken
            """;

    private final DatabaseClient sql;
    private final JsonMapper json;

    public PostgresMaskRecords(DatabaseClient sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** A new row of an instance. */
    private record Row(
            @JsonProperty("label") int label,
            @JsonProperty("instance_id") String instanceId,
            @JsonProperty("box") InstanceBox box,
            @JsonProperty("area") long area) {}

    @Override
    public MaskOutcome take(TakenMask taken) {
        var request = taken.request();
        boolean isTaken = photo(sql.sql(KNOWN), request)
                .map(PostgresMaskRecords::known)
                .all()
                .collectList()
                .zipWith(photo(sql.sql(GIVEN), request)
                        .map(row -> text(row, "instance_id"))
                        .all()
                        .collectList())
                .map(read -> new InstanceIds(request, read.getT1(), read.getT2()))
                .flatMap(ids -> take(taken, ids))
                .retryWhen(ONCE_MORE)
                .blockOptional(ANSWER_MAX)
                .orElseThrow();
        return isTaken
                ? new MaskOutcome(Status.TAKEN, request.etag(), "")
                : new MaskOutcome(
                        Status.TOO_LATE,
                        request.etag(),
                        "The job moved on, or the photo got another mask of this concept in this moment.");
    }

    private Mono<Boolean> take(TakenMask taken, InstanceIds ids) {
        var request = taken.request();
        var concept = request.concept().id();
        var keys = new ObjectKeys(request.user(), request.job());
        List<Row> rows = new ArrayList<>();
        for (MaskPart part : taken.mask().parts()) {
            rows.add(new Row(part.label(), ids.next(part.box()), part.box(), part.area()));
        }
        return photo(sql.sql(TAKE), request)
                .bind("version", request.version())
                .bind("key", keys.ownMask(request.idx(), concept, request.version()))
                .bind("area", taken.mask().area())
                .bind("etag", request.etag())
                .bind("most", MaskLimits.VERSIONS_MAX)
                .bind("instances", json.writeValueAsString(rows))
                .map(row -> flag(row, "taken"))
                .one();
    }

    private static DatabaseClient.GenericExecuteSpec photo(
            DatabaseClient.GenericExecuteSpec statement, MaskRequest request) {
        return statement
                .bind("job", request.job().value())
                .bind("idx", request.idx())
                .bind("concept", request.concept().id());
    }

    private static InstanceIds.Known known(Readable row) {
        return new InstanceIds.Known(
                text(row, "instance_id"),
                new InstanceBox(count(row, "box_x"), count(row, "box_y"), count(row, "box_w"), count(row, "box_h")));
    }
}
