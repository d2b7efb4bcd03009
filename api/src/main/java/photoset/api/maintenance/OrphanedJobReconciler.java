package photoset.api.maintenance;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import photoset.api.database.Columns;
import photoset.api.jobstore.PostgresJobStore;
import photoset.api.roles.InRole;
import photoset.api.roles.Role;
import photoset.api.temporal.WorkflowLookup;
import photoset.api.temporal.WorkflowLookup.Presence;
import photoset.workflows.JobId;
import photoset.workflows.jobstore.JobEnd;

/**
 * Ends jobs that are open in the records and closed, or unknown, in Temporal: an operator terminated the workflow, or it
 * was lost. Their credits go back. When most jobs seem unknown, it is Temporal that is wrong, and they are left alone.
 */
@Component
@InRole(Role.JOBS)
@EnableConfigurationProperties(MaintenanceSettings.class)
class OrphanedJobReconciler implements Round {
    private static final Logger log = LoggerFactory.getLogger(OrphanedJobReconciler.class);

    /** So many unknown jobs say nothing about Temporal: a create that crashed leaves one, a small installation has few. */
    private static final int FEW = 5;

    /** Marks the jobs as asked about, so that every process takes others and every job has its turn. */
    private static final String CLAIM = """
            update jobs set reconciled_at = now() where id in (
                select id from jobs
                where not ended
                    and greatest(reconciled_at, updated_at) < now() - make_interval(secs => :untouched_s)
                order by reconciled_at limit :n for update skip locked)
            returning id
            """;

    private final DatabaseClient sql;
    private final WorkflowLookup workflows;
    private final PostgresJobStore jobStore;
    private final MaintenanceSettings settings;
    private final Counter settled;
    private final Counter stopped;
    private final AtomicInteger suspected = new AtomicInteger();

    OrphanedJobReconciler(
            DatabaseClient sql,
            WorkflowLookup workflows,
            PostgresJobStore jobStore,
            MaintenanceSettings settings,
            MeterRegistry meters) {
        this.sql = sql;
        this.workflows = workflows;
        this.jobStore = jobStore;
        this.settings = settings;
        this.settled = Counter.builder("photoset.jobs.lost.settled")
                .description("Open jobs without an open workflow that were ended")
                .register(meters);
        this.stopped = Counter.builder("photoset.jobs.lost.rounds.stopped")
                .description("Rounds that ended no unknown job, because too many were unknown")
                .register(meters);
        Gauge.builder("photoset.jobs.lost.suspected", suspected, AtomicInteger::get)
                .description("Unknown jobs that the last round left alone; must be 0")
                .register(meters);
    }

    /** One round; blocks. A Temporal that is away, or lacks the namespace, ends it without harm. */
    @Override
    public void look() {
        workflows.demandNamespace();
        var claimed = claimed();
        var found = claimed.stream()
                .collect(Collectors.groupingBy(
                        workflows::presence, () -> new EnumMap<>(Presence.class), Collectors.toList()));
        found.getOrDefault(Presence.CLOSED, List.of()).forEach(this::settle);
        var unknown = found.getOrDefault(Presence.UNKNOWN, List.of());
        if (unknown.size() > FEW && unknown.size() > settings.unknownShareMax() * claimed.size()) {
            leaveAlone(unknown.size(), claimed.size());
        } else {
            suspected.set(0);
            unknown.forEach(this::settle);
        }
    }

    private void settle(JobId job) {
        var outcome = jobStore.recordEnd(new JobEnd(job, JobEnd.Reason.CANCELED_BY_OPERATOR));
        settled.increment();
        log.warn("job.orphan_settled job={} outcome={}", job, outcome);
    }

    private void leaveAlone(int unknown, int asked) {
        suspected.set(unknown);
        stopped.increment();
        log.error(
                "jobs.lost_suspected unknown={} asked={} remedy={}",
                unknown,
                asked,
                "none is settled: correct Temporal's address and namespace; only if its data are lost permanently, set"
                        + " photoset.maintenance.unknown-share-max=1");
    }

    private List<JobId> claimed() {
        return Objects.requireNonNullElse(
                sql.sql(CLAIM)
                        .bind("untouched_s", settings.jobUntouched().toMillis() / 1000.0)
                        .bind("n", settings.jobsMax())
                        .map(row -> new JobId(Columns.text(row, "id")))
                        .all()
                        .collectList()
                        .block(Maintenance.STATEMENT_MAX),
                List.of());
    }
}
