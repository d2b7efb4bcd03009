package photoset.api.records;

import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import photoset.workflows.journal.ExecutionRecord;
import photoset.workflows.journal.StartRecord;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** The job gets its rule, then its workers. */
final class StartSteps {
    private static final String QUEUED = """
            with moved as (
                update jobs set
                    status = 'queued', rule = cast(:rule as json), rule_id = nullif(:rule_id, ''),
                    output_template = nullif(:template, ''), last_seq = last_seq + 1, updated_at = now()
                where id = :job and status = 'uploaded'
                returning id, last_seq)
            insert into job_events (job_id, seq, type, payload)
            select id, last_seq, 'status', jsonb_build_object('status', 'queued') from moved
            """;

    private static final String RUNNING = """
            with job as (select id from jobs where id = :job and status = 'queued' for update),
            photo as (
                update job_items i set status = 'running'
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

    private final DatabaseClient sql;
    private final JsonMapper json;

    StartSteps(DatabaseClient sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    Mono<Long> queued(ExecutionRecord record) {
        var wish = record.execution();
        return sql.sql(QUEUED)
                .bind("rule", json.writeValueAsString(wish.rule()))
                .bind("rule_id", orEmpty(wish.ruleId()))
                .bind("template", orEmpty(wish.outputTemplate()))
                .bind("job", record.job().value())
                .fetch()
                .rowsUpdated();
    }

    Mono<Long> running(StartRecord start) {
        return sql.sql(RUNNING)
                .bind("job", start.job().value())
                .bind("items", start.items().toArray(Integer[]::new))
                .fetch()
                .rowsUpdated();
    }

    private static String orEmpty(@Nullable String value) {
        return value == null ? "" : value;
    }
}
