package photoset.api.jobstore;

import io.r2dbc.spi.Readable;
import io.temporal.failure.ApplicationFailure;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import photoset.api.database.Columns;
import photoset.workflows.JobId;
import photoset.workflows.credits.Hold;
import photoset.workflows.credits.HoldStatus;
import photoset.workflows.job.JobRefusal;
import photoset.workflows.job.JobState;
import photoset.workflows.jobstore.UploadRecord;
import photoset.workflows.photos.Inspection;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** The album is confirmed: hold a credit for every photo, keep the verdicts, give back what broken photos cost. */
final class UploadStep {
    private static final String SQL = """
            with verdict as (
                select * from jsonb_to_recordset(cast(:verdicts as jsonb)) as v(
                    idx int, input_key text, input_bytes bigint, sha256 text, white text, width int, height int, code text, message text)),
            broken as (select count(*) as n from verdict where code is not null),
            job as (select id, user_id, total_items from jobs where id = :job and status = 'created' for update),
            account as (
                update credit_accounts a
                set available = a.available - job.total_items + broken.n, held = a.held + job.total_items - broken.n
                from job, broken where a.user_id = job.user_id and a.available >= job.total_items
                returning a.user_id),
            billed as (
                insert into billing_events (user_id, job_id, kind, amount, cause)
                select user_id, id, 'hold', total_items, 'hold:' || id from job join account using (user_id)
                union all
                select user_id, id, 'release', 1, 'release:' || id || ':' || idx
                from job join account using (user_id), verdict where code is not null),
            photo as (
                update job_items i set
                    status = case when v.code is null then i.status else 'failed' end,
                    input_key = v.input_key, input_bytes = v.input_bytes, sha256 = v.sha256, white = v.white, width = v.width, height = v.height,
                    error_code = v.code, error_message = v.message
                from verdict v, account where i.job_id = :job and i.idx = v.idx),
            moved as (
                update jobs j set
                    status = 'uploaded', held_credits = j.total_items, failed_items = broken.n,
                    last_seq = j.last_seq + broken.n + 1, updated_at = now(), expires_at = now() + j.execute_window
                from broken, account where j.id = :job
                returning j.last_seq),
            told as (
                insert into job_events (job_id, seq, type, payload)
                select :job, last_seq - 1 - broken.n + row_number() over (order by idx), 'item', jsonb_build_object(
                    'idx', idx, 'status', 'failed', 'error', jsonb_build_object('code', code, 'message', message))
                from moved, broken, verdict where code is not null
                union all
                select :job, last_seq, 'status', jsonb_build_object('status', 'uploaded') from moved)
            select j.status, j.total_items, a.available,
                exists (select from job) as open, exists (select from moved) as held
            from jobs j join credit_accounts a using (user_id) where j.id = :job
            """;

    private static final String CHECK = """
            select j.status, j.total_items, a.available, j.status = 'created' as open,
                j.status = 'created' and a.available >= j.total_items as held
            from jobs j join credit_accounts a using (user_id) where j.id = :job
            """;

    private final DatabaseClient sql;
    private final JsonMapper json;

    UploadStep(DatabaseClient sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    Mono<Hold> run(UploadRecord album) {
        List<Verdict> verdicts =
                album.verdicts().stream().map(UploadStep::verdict).toList();
        return sql.sql(SQL)
                .bind("verdicts", json.writeValueAsString(verdicts))
                .bind("job", album.job().value())
                .map(UploadStep::answer)
                .one()
                .switchIfEmpty(Mono.error(UploadStep::gone));
    }

    /** What {@link #run} would answer now. */
    Mono<Hold> check(JobId job) {
        return sql.sql(CHECK)
                .bind("job", job.value())
                .map(UploadStep::answer)
                .one()
                .switchIfEmpty(Mono.error(UploadStep::gone));
    }

    private static Hold answer(Readable row) {
        long needed = Columns.number(row, "total_items");
        long available = Columns.number(row, "available");
        if (Columns.flag(row, "held")) {
            return new Hold(HoldStatus.HELD, needed, available);
        }
        if (Columns.flag(row, "open")) {
            return new Hold(HoldStatus.INSUFFICIENT_CREDITS, needed, available);
        }
        return switch (JobState.of(Columns.text(row, "status"))) {
            case CREATED -> throw new PostgresJobStore.MovedOn();
            case UPLOADED, QUEUED, RUNNING -> new Hold(HoldStatus.ALREADY_HELD, needed, available);
            case DONE, FAILED, CANCELED -> throw gone();
        };
    }

    private static ApplicationFailure gone() {
        return ApplicationFailure.newNonRetryableFailure(
                "The job has ended already.", JobRefusal.ALREADY_CANCELED.name());
    }

    private static Verdict verdict(Inspection inspection) {
        return switch (inspection) {
            case Inspection.Accepted(var photo) ->
                new Verdict(
                        photo.idx(),
                        photo.key(),
                        photo.bytes(),
                        photo.sha256(),
                        photo.white(),
                        photo.width(),
                        photo.height(),
                        null,
                        null);
            case Inspection.Broken(int idx, var fault) ->
                new Verdict(
                        idx, null, null, null, null, null, null, fault.code().name(), fault.message());
            case Inspection.Changed _, Inspection.Missing _ ->
                throw new IllegalArgumentException("Photo " + inspection.idx() + " has no verdict.");
        };
    }

    /** One row of {@code verdict}; the names are its columns. */
    record Verdict(
            int idx,
            @Nullable String input_key,
            @Nullable Long input_bytes,
            @Nullable String sha256,
            @Nullable String white,
            @Nullable Integer width,
            @Nullable Integer height,
            @Nullable String code,
            @Nullable String message) {}
}
