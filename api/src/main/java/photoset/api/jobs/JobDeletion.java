package photoset.api.jobs;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import photoset.api.database.Columns;
import photoset.api.problem.ApiException;
import photoset.api.problem.Problem;
import photoset.api.roles.InRole;
import photoset.api.roles.Role;
import photoset.api.temporal.RetentionRuns;
import photoset.api.temporal.TemporalCalls;
import photoset.workflows.JobId;
import photoset.workflows.UserId;
import photoset.workflows.job.JobState;
import reactor.core.publisher.Mono;

/** Takes a job's pictures away before their days are over. The row decides; the objects follow. */
@Component
@InRole(Role.WEB)
class JobDeletion {
    private static final Logger log = LoggerFactory.getLogger(JobDeletion.class);

    /** The caller waits for it in vain: the next round comes within minutes anyway. */
    private static final Duration WAKE_MAX = Duration.ofSeconds(2);

    private static final String DELETE = """
            with job as (select id, status, ended, pictures from jobs where id = :job and user_id = :user for update),
            gone as (
                update jobs j set pictures = 'deleted', last_seq = j.last_seq + 1, updated_at = now()
                from job where j.id = job.id and job.ended
                    and job.pictures <> 'deleted'
                returning j.id, j.last_seq, j.status),
            told as (
                insert into job_events (job_id, seq, type, payload)
                select id, last_seq, 'status', jsonb_build_object('status', status, 'pictures', 'deleted') from gone)
            select status from job
            """;

    private final DatabaseClient sql;
    private final TemporalCalls calls;
    private final RetentionRuns retention;

    JobDeletion(DatabaseClient sql, TemporalCalls calls, RetentionRuns retention) {
        this.sql = sql;
        this.calls = calls;
        this.retention = retention;
    }

    /**
     * Deletes the pictures of an ended job; may be repeated.
     *
     * <p>Refuses with {@link Problem#JOB_NOT_FOUND}, or {@link Problem#INVALID_TRANSITION} for a job that has not ended.
     */
    Mono<Void> delete(UserId user, JobId job) {
        return sql.sql(DELETE)
                .bind("job", job.value())
                .bind("user", user.value())
                .map(row -> JobState.of(Columns.text(row, "status")))
                .one()
                .switchIfEmpty(Mono.error(() -> ApiException.because(Problem.JOB_NOT_FOUND)))
                .flatMap(state -> state.isFinal() ? wake(job) : Mono.error(open(state)))
                .then();
    }

    private static ApiException open(JobState state) {
        return ApiException.because(
                Problem.INVALID_TRANSITION,
                "The job has not ended, it is " + state.id() + ". Cancel it first, then delete it.");
    }

    private Mono<JobId> wake(JobId job) {
        return calls.within(WAKE_MAX, () -> {
                    retention.wake();
                    return job;
                })
                .doOnError(late -> log.warn("job.deletion_waits job={} reason={}", job, late.toString()))
                .onErrorReturn(job);
    }
}
