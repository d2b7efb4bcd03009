package photoset.api.jobs;

import java.time.Duration;
import org.springframework.stereotype.Component;
import photoset.api.execution.ExecuteRequest;
import photoset.api.execution.Wishes;
import photoset.api.problem.Problem;
import photoset.api.problem.RequestRefused;
import photoset.api.records.PostgresJournal;
import photoset.api.roles.InRole;
import photoset.api.roles.Role;
import photoset.api.runs.JobRuns;
import photoset.api.runs.ToTheEnd;
import photoset.workflows.JobId;
import photoset.workflows.UserId;
import photoset.workflows.job.JobState;
import photoset.workflows.job.UploadReceipt;
import photoset.workflows.journal.JobEnd;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Confirm, execute, cancel: the row says whether the caller may, the workflow says whether the job can. When there is no
 * workflow, the row says why.
 */
@Component
@InRole(Role.WEB)
class JobSteering {
    private static final Duration REPAIR = Duration.ofMinutes(2);

    private final JobRows rows;
    private final JobRuns runs;
    private final Wishes wishes;
    private final PostgresJournal journal;

    JobSteering(JobRows rows, JobRuns runs, Wishes wishes, PostgresJournal journal) {
        this.rows = rows;
        this.runs = runs;
        this.wishes = wishes;
        this.journal = journal;
    }

    Mono<UploadReceipt> confirm(UserId user, JobId job) {
        return open(user, job)
                .flatMap(_ -> runs.confirm(job))
                .onErrorResume(JobRuns.NotRunning.class, _ -> confirmLost(user, job));
    }

    private Mono<UploadReceipt> confirmLost(UserId user, JobId job) {
        return open(user, job)
                .flatMap(row -> row.status() == JobState.CREATED
                        ? rows.request(user, job)
                                .flatMap(runs::startAndConfirm)
                                .onErrorMap(JobRuns.NotRunning.class, _ -> lost())
                        : Mono.error(lost()));
    }

    Mono<Void> execute(UserId user, JobId job, ExecuteRequest wish) {
        return open(user, job)
                .flatMap(row -> wishes.execution(user, row.preset(), row.plan(), wish))
                .flatMap(execution -> runs.execute(job, execution).thenReturn(job))
                .onErrorResume(JobRuns.NotRunning.class, _ -> open(user, job).flatMap(_ -> Mono.error(lost())))
                .then();
    }

    Mono<Void> cancel(UserId user, JobId job) {
        return open(user, job)
                .flatMap(_ -> runs.cancel(job).thenReturn(job))
                .onErrorResume(JobRuns.NotRunning.class, _ -> open(user, job).flatMap(_ -> settle(job)))
                .then();
    }

    /** Nobody else will: the workflow is gone. */
    private Mono<JobId> settle(JobId job) {
        var settled = Mono.fromCallable(() -> journal.ended(new JobEnd(job, JobEnd.Reason.CANCELED_BY_USER)))
                .subscribeOn(Schedulers.boundedElastic())
                .thenReturn(job);
        return ToTheEnd.of(settled);
    }

    private Mono<JobRow> open(UserId user, JobId job) {
        return rows.state(user, job).flatMap(row -> row.status().isFinal() ? Mono.error(row.ended()) : Mono.just(row));
    }

    private static RequestRefused lost() {
        return RequestRefused.forNow(
                Problem.UNAVAILABLE, "The job has lost its workflow and will be settled within minutes.", REPAIR);
    }
}
