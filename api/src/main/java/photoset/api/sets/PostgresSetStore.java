package photoset.api.sets;

import io.r2dbc.spi.Parameter;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.temporal.spring.boot.ActivityImpl;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import photoset.api.database.Columns;
import photoset.api.roles.InRole;
import photoset.api.roles.Role;
import photoset.objects.ObjectStore;
import photoset.workflows.ObjectKeys;
import photoset.workflows.TaskQueues;
import photoset.workflows.sets.SetContent;
import photoset.workflows.sets.SetEnd;
import photoset.workflows.sets.SetFault;
import photoset.workflows.sets.SetProgress;
import photoset.workflows.sets.SetRequest;
import photoset.workflows.sets.SetState;
import photoset.workflows.sets.SetStore;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sets in PostgreSQL. Every step is one statement and therefore one transaction: it locks the job's row first, changes the
 * set by what the rows say, and writes the event under the job's next number. A step that finds the set past it changes
 * nothing.
 */
@Component
@InRole(Role.JOBS)
@ActivityImpl(taskQueues = TaskQueues.JOBS)
class PostgresSetStore implements SetStore {
    /** Below the ten seconds that the workflow gives a step, so that the reason arrives and not a time-out. */
    private static final Duration ANSWER_MAX = Duration.ofSeconds(8);

    private static final String LOCK = """
            with job as (
                select id, pictures = 'kept' and expires_at > now() as kept from jobs where id = :job for update),
            """;

    private static final String TELL = """
            moved as (
                update jobs j set last_seq = j.last_seq + 1, updated_at = now()
                from changed where j.id = changed.job_id
                returning j.id, j.last_seq),
            told as (
                insert into job_events (job_id, seq, type, payload)
                select moved.id, last_seq, 'set', jsonb_strip_nulls(jsonb_build_object(
                    'set_id', changed.id, 'output_template', output_template, 'status', status, 'progress', progress,
                    'error', case when error_code is not null
                        then jsonb_build_object('code', error_code, 'message', error_message) end))
                from moved, changed)
            """;

    private static final String CHANGED = """
                returning s.id, s.job_id, s.output_template, s.status, s.progress, s.error_code, s.error_message),
            """;

    private static final String START = LOCK + """
            changed as (
                update job_sets s set status = 'running', updated_at = now()
                from job where s.id = :set and s.job_id = job.id and s.status = 'queued' and job.kept
            """ + CHANGED + TELL + """
            select job.kept and not s.ended as open from job join job_sets s on s.job_id = job.id where s.id = :set
            """;

    private static final String PROGRESS = LOCK + """
            changed as (
                update job_sets s set progress = :percent, updated_at = now()
                from job where s.id = :set and s.job_id = job.id and s.status = 'running' and s.progress < :percent
            """ + CHANGED + TELL + "select count(*) as n from changed";

    private static final String END = LOCK + """
            changed as (
                update job_sets s set
                    status = case when :zip::text is null or not job.kept then 'failed' else 'done' end,
                    progress = case when :zip::text is null or not job.kept then s.progress else 100 end,
                    zip = :zip, files = cast(:files::text as json),
                    error_code = case when :zip::text is null then :code when not job.kept then 'PICTURES_GONE' end,
                    error_message = case when :zip::text is null then :message when not job.kept
                        then 'The pictures of the job were deleted before the set was composed.' end,
                    updated_at = now()
                from job where s.id = :set and s.job_id = job.id and not s.ended
            """ + CHANGED + TELL + """
            select coalesce((select status from changed), s.status) as status from job_sets s where s.id = :set
            """;

    private final DatabaseClient sql;
    private final ObjectStore store;
    private final SetInputs inputs;
    private final JsonMapper json;

    PostgresSetStore(DatabaseClient sql, ObjectStore store, SetInputs inputs, JsonMapper json) {
        this.sql = sql;
        this.store = store;
        this.inputs = inputs;
        this.json = json;
    }

    @Override
    public boolean recordSetStart(SetRequest request) {
        boolean open = now(bound(START, request)
                .map(row -> Columns.flag(row, "open"))
                .one()
                .defaultIfEmpty(false));
        if (open) {
            byte[] input = json.writeValueAsBytes(now(inputs.of(request)));
            store.put(new ObjectKeys(request.user(), request.job()).setInput(request.set()), input, "application/json");
        }
        return open;
    }

    @Override
    public void recordSetProgress(SetProgress progress) {
        now(bound(PROGRESS, progress.request())
                .bind("percent", progress.percent())
                .fetch()
                .first());
    }

    @Override
    public SetState recordSetEnd(SetEnd end) {
        @Nullable SetContent content = end.content();
        @Nullable SetFault fault = end.fault();
        return now(bound(END, end.request())
                .bind("zip", text(content == null ? null : content.zip()))
                .bind("files", text(content == null ? null : json.writeValueAsString(content.files())))
                .bind("code", text(fault == null ? null : fault.code().name()))
                .bind("message", text(fault == null ? null : fault.message()))
                .map(row -> SetState.of(Columns.text(row, "status")))
                .one()
                // The job was removed with all that it had.
                .defaultIfEmpty(SetState.FAILED));
    }

    private DatabaseClient.GenericExecuteSpec bound(String statement, SetRequest request) {
        return sql.sql(statement)
                .bind("job", request.job().value())
                .bind("set", request.set().value());
    }

    private static Parameter text(@Nullable String value) {
        return Parameters.in(R2dbcType.VARCHAR, value);
    }

    private static <T> T now(Mono<T> step) {
        return step.blockOptional(ANSWER_MAX)
                .orElseThrow(() -> new IllegalStateException("A step of a set gave no answer."));
    }
}
