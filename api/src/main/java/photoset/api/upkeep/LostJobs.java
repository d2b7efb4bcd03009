package photoset.api.upkeep;

import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowNotFoundException;
import java.util.List;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import photoset.api.records.PostgresJournal;
import photoset.api.roles.InRole;
import photoset.api.roles.Role;
import photoset.workflows.JobId;
import photoset.workflows.journal.JobEnd;

/**
 * Ends jobs that are open in the records and closed, or unknown, in Temporal: an operator terminated the workflow, or it
 * was lost. Their credits go back.
 */
@Component
@InRole(Role.JOBS)
@EnableConfigurationProperties(UpkeepSettings.class)
class LostJobs {
    private static final Logger log = LoggerFactory.getLogger(LostJobs.class);

    /** Marks the jobs as asked about, so that every process takes others and every job has its turn. */
    private static final String CLAIM = """
            update jobs set reconciled_at = now() where id in (
                select id from jobs
                where status in ('created', 'uploaded', 'queued', 'running')
                    and greatest(reconciled_at, updated_at) < now() - make_interval(secs => :untouched_s)
                order by reconciled_at limit :n for update skip locked)
            returning id
            """;

    private final DatabaseClient sql;
    private final WorkflowClient temporal;
    private final PostgresJournal journal;
    private final UpkeepSettings settings;

    LostJobs(DatabaseClient sql, WorkflowClient temporal, PostgresJournal journal, UpkeepSettings settings) {
        this.sql = sql;
        this.temporal = temporal;
        this.journal = journal;
        this.settings = settings;
    }

    /** One round; blocks. A Temporal that is away ends it without harm. */
    void settle() {
        for (JobId job : claimed()) {
            if (isLost(job)) {
                var outcome = journal.ended(new JobEnd(job, JobEnd.Reason.CANCELED_BY_OPERATOR));
                log.warn("Job {} had no open workflow; settled: {}", job, outcome);
            }
        }
    }

    private List<JobId> claimed() {
        return Objects.requireNonNullElse(
                sql.sql(CLAIM)
                        .bind("untouched_s", settings.jobUntouched().toMillis() / 1000.0)
                        .bind("n", settings.jobsMax())
                        .map(row -> new JobId(Objects.requireNonNull(row.get("id", String.class))))
                        .all()
                        .collectList()
                        .block(Upkeep.STATEMENT_MAX),
                List.of());
    }

    private boolean isLost(JobId job) {
        try {
            return temporal.newUntypedWorkflowStub(job.workflowId()).describe().getStatus()
                    != WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_RUNNING;
        } catch (WorkflowNotFoundException unknown) {
            return true;
        }
    }
}
