package photoset.api.jobstore;

import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import org.springframework.r2dbc.core.DatabaseClient;
import photoset.workflows.jobstore.PhotoSegmentation;
import photoset.workflows.jobstore.SegmentationEnd;
import photoset.workflows.jobstore.SegmentationStart;
import photoset.workflows.photos.PhotoError;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** A run of segmentation before the rule: it begins, each photo ends, it ends. */
final class SegmentationSteps {
    private static final String START = """
            with job as (
                select id from jobs
                where id = :job and status = 'uploaded' and segmentation_runs < :run for update),
            photo as (
                update job_items i set
                    segmentation = 'running', segmentation_error_code = null, segmentation_error_message = null
                from job where i.job_id = job.id and not i.ended),
            sought as (
                insert into job_concepts select id, unnest(:concepts) from job on conflict do nothing),
            moved as (
                update jobs j set
                    segmentation = 'running', segmentation_runs = :run, last_seq = j.last_seq + 1, updated_at = now()
                from job where j.id = job.id
                returning j.id, j.last_seq)
            insert into job_events (job_id, seq, type, payload)
            select id, last_seq, 'segmentation', jsonb_build_object('status', 'running', 'run', :run) from moved
            """;

    private static final String RUNNING = """
            with job as (
                select id from jobs
                where id = :job and segmentation = 'running' and segmentation_runs = :run for update),
            """;

    private static final String PHOTO = RUNNING + """
            photo as (
                update job_items i set
                    segmentation = case when :code::text is null then 'done' else 'failed' end,
                    segmentation_error_code = :code, segmentation_error_message = :message
                from job where i.job_id = job.id and i.idx = :idx and i.segmentation = 'running'
                returning i.idx, i.segmentation),
            """ + FoundRows.KEEP + """
            moved as (
                update jobs j set last_seq = j.last_seq + 1, updated_at = now()
                from job, photo where j.id = job.id
                returning j.id, j.last_seq)
            insert into job_events (job_id, seq, type, payload)
            select id, last_seq, 'segmentation', jsonb_strip_nulls(jsonb_build_object(
                'idx', idx, 'status', segmentation, 'error', case when segmentation = 'failed'
                    then jsonb_build_object('code', :code::text, 'message', :message::text) end))
            from moved, photo
            """;

    /** Photos that the run did not reach failed; the job's segmentation failed when none is done. */
    private static final String END = RUNNING + """
            photo as (
                update job_items i set
                    segmentation = 'failed', segmentation_error_code = :code,
                    segmentation_error_message = 'The run ended before this photo. Call segment again.'
                from job where i.job_id = job.id and i.segmentation = 'running'),
            moved as (
                update jobs j set
                    segmentation = case when exists (
                        select from job_items i where i.job_id = j.id and i.segmentation = 'done')
                        then 'done' else 'failed' end,
                    last_seq = j.last_seq + 1, updated_at = now()
                from job where j.id = job.id
                returning j.id, j.last_seq, j.segmentation)
            insert into job_events (job_id, seq, type, payload)
            select id, last_seq, 'segmentation', jsonb_build_object('status', segmentation) from moved
            """;

    private final DatabaseClient sql;
    private final JsonMapper json;

    SegmentationSteps(DatabaseClient sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    Mono<Long> started(SegmentationStart start) {
        return sql.sql(START)
                .bind("job", start.job().value())
                .bind("run", start.run())
                .bind("concepts", start.concepts().toArray(String[]::new))
                .fetch()
                .rowsUpdated();
    }

    Mono<Long> photo(PhotoSegmentation photo) {
        var fault = photo.fault();
        return sql.sql(PHOTO)
                .bind("job", photo.job().value())
                .bind("run", photo.run())
                .bind("idx", photo.idx())
                .bind("found", FoundRows.json(json, photo.found()))
                .bind(
                        "code",
                        Parameters.in(
                                R2dbcType.VARCHAR,
                                fault == null ? null : fault.code().name()))
                .bind("message", Parameters.in(R2dbcType.VARCHAR, fault == null ? null : fault.message()))
                .fetch()
                .rowsUpdated();
    }

    Mono<Long> ended(SegmentationEnd end) {
        return sql.sql(END)
                .bind("job", end.job().value())
                .bind("run", end.run())
                .bind("code", PhotoError.SEGMENTATION_FAILED.name())
                .fetch()
                .rowsUpdated();
    }
}
