package photoset.api.jobstore;

import io.r2dbc.spi.Parameter;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import photoset.api.database.Columns;
import photoset.workflows.credits.Hold;
import photoset.workflows.credits.HoldStatus;
import photoset.workflows.jobstore.ExecutionRecord;
import photoset.workflows.jobstore.StartRecord;
import photoset.workflows.sets.OrderedSet;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** The job gets its rule, or its variants and the credits for them, then its workers. */
final class StartSteps {
    private static final String QUEUED = """
            with job as (
                select id, user_id, (total_items - failed_items) * (:pictures - 1) as further
                from jobs where id = :job and status = 'uploaded' for update),
            account as (
                update credit_accounts a set available = a.available - job.further, held = a.held + job.further
                from job where a.user_id = job.user_id and job.further > 0 and a.available >= job.further
                returning a.user_id),
            billed as (
                insert into billing_events (user_id, job_id, kind, amount, cause)
                select user_id, id, 'hold', further, 'hold:' || id || ':variants' from job join account using (user_id)),
            moved as (
                update jobs j set
                    status = 'queued', variants = cast(:variants as json), execution = cast(:execution as json),
                    queued_at = now(), queued_items = j.total_items - j.failed_items,
                    item_credits = :pictures,
                    held_credits = j.held_credits + job.further, output_template = :template,
                    last_seq = j.last_seq + 1, updated_at = now()
                from job where j.id = job.id and (job.further = 0 or exists (select from account))
                returning j.id, j.last_seq),
            told as (
                insert into job_events (job_id, seq, type, payload)
                select id, last_seq, 'status', jsonb_build_object('status', 'queued') from moved)
            select coalesce(job.further, 0) as needed, a.available,
                job.id is not null as open, exists (select from moved) as moved
            from jobs j join credit_accounts a using (user_id) left join job on job.id = j.id where j.id = :job
            """;

    private static final String RUNNING = """
            with job as (select id from jobs where id = :job and status = 'queued' and retries = :retry for update),
            photo as (
                update job_items i set status = 'running', began_at = now()
                from job where i.job_id = job.id and i.idx = any(:items) and i.status = 'pending'
                returning i.idx),
            started as (select count(*) as n from photo),
            moved as (
                update jobs j set status = 'running', last_seq = j.last_seq + 1 + started.n, updated_at = now()
                from job, started where j.id = job.id
                returning j.id, j.last_seq)
            insert into job_events (job_id, seq, type, payload)
            select id, last_seq - n, 'status', jsonb_build_object('status', 'running') from moved, started
            union all
            select id, last_seq - n + row_number() over (order by idx), 'item',
                jsonb_build_object('idx', idx, 'status', 'running')
            from moved, started, photo
            """;

    /** The job is past this step, or gone. */
    private static final Hold NOTHING = new Hold(HoldStatus.ALREADY_HELD, 0, 0);

    private final DatabaseClient sql;
    private final JsonMapper json;

    StartSteps(DatabaseClient sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    Mono<Hold> queue(ExecutionRecord record) {
        var execution = record.execution();
        var variants = StoredVariant.of(execution);
        @Nullable OrderedSet set = execution.outputSet();
        return sql.sql(QUEUED)
                .bind("variants", json.writeValueAsString(variants))
                .bind("execution", json.writeValueAsString(execution))
                .bind("pictures", variants.size())
                .bind("template", orNull(set == null ? null : set.template().id()))
                .bind("job", record.job().value())
                .map(StartSteps::answer)
                .one()
                .defaultIfEmpty(NOTHING);
    }

    private static Hold answer(Readable row) {
        long needed = Columns.number(row, "needed");
        long available = Columns.number(row, "available");
        if (Columns.flag(row, "moved")) {
            return new Hold(HoldStatus.HELD, needed, available);
        }
        return Columns.flag(row, "open") ? new Hold(HoldStatus.INSUFFICIENT_CREDITS, needed, available) : NOTHING;
    }

    Mono<Long> start(StartRecord start) {
        return sql.sql(RUNNING)
                .bind("job", start.job().value())
                .bind("retry", start.retry())
                .bind("items", start.items().toArray(Integer[]::new))
                .fetch()
                .rowsUpdated();
    }

    private static Parameter orNull(@Nullable String value) {
        return Parameters.in(R2dbcType.VARCHAR, value);
    }
}
