package photoset.api.jobstore;

import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.r2dbc.core.DatabaseClient;
import photoset.api.database.Columns;
import photoset.workflows.SetId;
import photoset.workflows.job.JobOutcome;
import photoset.workflows.job.JobState;
import photoset.workflows.jobstore.JobEnd;
import photoset.workflows.plan.Plan;
import reactor.core.publisher.Mono;

/** The job ends: what is open is canceled, the rest of the hold goes back, the retention begins, and so does its set. */
final class EndStep {
    private static final String SQL = """
            with job as (
                select id, user_id, status, item_credits, done_items, output_template, execution -> 'outputSet' as output_set,
                    case retries when 0 then '' else ':retry:' || retries end as attempt
                from jobs where id = :job and not ended and retries = coalesce(:retry, retries) for update),
            photo as (
                update job_items i set
                    status = 'canceled',
                    segmentation = case i.segmentation when 'running' then 'failed' else i.segmentation end
                from job where i.job_id = job.id and not i.ended
                returning i.idx),
            stopped as (select count(*) as n from photo),
            rest as (select case when job.status = 'created' then 0 else stopped.n * job.item_credits end as n
                from job, stopped),
            account as (
                update credit_accounts a set held = a.held - rest.n, available = a.available + rest.n
                from job, rest where a.user_id = job.user_id and rest.n > 0),
            billed as (
                insert into billing_events (user_id, job_id, kind, amount, cause)
                select user_id, id, 'release', n, 'release:' || id || ':rest' || attempt from job, rest where n > 0),
            ordered as (
                insert into job_sets (id, job_id, output_template, language, link_base, fingerprint)
                select :set, id, output_template, output_set ->> 'language', output_set ->> 'linkBase', 'execute'
                from job where :reason = 'finished' and done_items > 0 and output_template is not null
                on conflict (id) do update set
                    status = 'queued', progress = 0, error_code = null, error_message = null, updated_at = now()
                    where job_sets.ended
                returning id, output_template),
            sets as (select count(*) as n from ordered),
            moved as (
                update jobs j set
                    status = case when :reason <> 'finished' then 'canceled'
                                  when j.done_items > 0 then 'done' else 'failed' end,
                    end_reason = :reason,
                    segmentation = case j.segmentation when 'running' then 'failed' else j.segmentation end,
                    last_seq = j.last_seq + stopped.n + sets.n + 1, updated_at = now(),
                    expires_at = now() + make_interval(secs =>
                        cast(cast(:retention as jsonb) ->> j.plan as double precision))
                from job, stopped, sets where j.id = job.id
                returning j.id, j.status, j.last_seq, j.done_items, j.failed_items, j.item_credits, j.held_credits),
            told as (
                insert into job_events (job_id, seq, type, payload)
                select id, last_seq - 1 - sets.n - stopped.n + row_number() over (order by idx), 'item',
                    jsonb_build_object('idx', idx, 'status', 'canceled')
                from moved, stopped, sets, photo
                union all
                select moved.id, last_seq - 1, 'set', jsonb_build_object(
                    'set_id', ordered.id, 'output_template', output_template, 'status', 'queued', 'progress', 0)
                from moved, ordered
                union all
                select id, last_seq, 'status', jsonb_build_object('status', status, 'end_reason', cast(:reason as text))
                from moved)
            select coalesce(m.status, j.status) as status, coalesce(m.done_items, j.done_items) as done_items,
                coalesce(m.failed_items, j.failed_items) as failed_items,
                coalesce(m.held_credits, j.held_credits) as held_credits,
                coalesce(m.item_credits, j.item_credits) as item_credits
            from jobs j left join moved m using (id) where j.id = :job
            """;

    private static final String RETENTION_SECONDS = Arrays.stream(Plan.values())
            .map(plan ->
                    "\"%s\":%d".formatted(plan.id(), plan.limits().retention().toSeconds()))
            .collect(Collectors.joining(",", "{", "}"));

    /** A job that was removed because its workflow could not be started: there was nothing to settle. */
    private static final JobOutcome NEVER_WAS = new JobOutcome(JobState.CANCELED, 0, 0, 0);

    private final DatabaseClient sql;

    EndStep(DatabaseClient sql) {
        this.sql = sql;
    }

    Mono<JobOutcome> run(JobEnd end) {
        return sql.sql(SQL)
                .bind("job", end.job().value())
                .bind("retry", Parameters.in(R2dbcType.INTEGER, end.retry()))
                .bind("set", SetId.ofJob(end.job()).value())
                .bind("reason", end.reason().name().toLowerCase(Locale.ROOT))
                .bind("retention", RETENTION_SECONDS)
                .map(EndStep::outcome)
                .one()
                .defaultIfEmpty(NEVER_WAS);
    }

    private static JobOutcome outcome(Readable row) {
        var state = JobState.of(Columns.text(row, "status"));
        if (!state.isFinal()) {
            throw new PostgresJobStore.MovedOn();
        }
        int delivered = Columns.count(row, "done_items");
        long captured = delivered * Columns.number(row, "item_credits");
        return new JobOutcome(
                state, delivered, Columns.count(row, "failed_items"), Columns.number(row, "held_credits") - captured);
    }
}
