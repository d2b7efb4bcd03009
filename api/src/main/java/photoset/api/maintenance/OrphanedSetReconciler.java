package photoset.api.maintenance;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.r2dbc.spi.Readable;
import java.util.List;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import photoset.api.database.Columns;
import photoset.api.roles.InRole;
import photoset.api.roles.Role;
import photoset.api.temporal.WorkflowLookup;
import photoset.workflows.JobId;
import photoset.workflows.SetId;
import photoset.workflows.UserId;
import photoset.workflows.sets.SetEnd;
import photoset.workflows.sets.SetError;
import photoset.workflows.sets.SetFault;
import photoset.workflows.sets.SetLimits;
import photoset.workflows.sets.SetRequest;
import photoset.workflows.sets.SetStore;

/**
 * Ends sets that are open in the records while their workflow is closed in Temporal: an operator terminated it. Their owners
 * may ask for them again. One that Temporal does not know may not be started yet, and is given the time of the slowest.
 */
@Component
@InRole(Role.JOBS)
class OrphanedSetReconciler implements Round {
    private static final Logger log = LoggerFactory.getLogger(OrphanedSetReconciler.class);

    /** In no order, so that every set has its turn however many are open, and processes seldom ask about the same. */
    private static final String OPEN = """
            select j.user_id, s.job_id, s.id, s.updated_at < now() - make_interval(secs => :open_s) as overdue
            from job_sets s join jobs j on j.id = s.job_id
            where not s.ended and s.updated_at < now() - make_interval(secs => :untouched_s)
            order by random() limit :n
            """;

    private static final SetFault TERMINATED =
            new SetFault(SetError.CANCELED, "An operator canceled the set. Ask for it again.");

    private final DatabaseClient sql;
    private final WorkflowLookup workflows;
    private final SetStore sets;
    private final MaintenanceSettings settings;
    private final Counter settled;

    OrphanedSetReconciler(
            DatabaseClient sql,
            WorkflowLookup workflows,
            SetStore sets,
            MaintenanceSettings settings,
            MeterRegistry meters) {
        this.sql = sql;
        this.workflows = workflows;
        this.sets = sets;
        this.settings = settings;
        this.settled = Counter.builder("photoset.sets.lost.settled")
                .description("Open sets without an open workflow that were ended")
                .register(meters);
    }

    private record OpenSet(SetRequest request, boolean overdue) {
        static OpenSet of(Readable row) {
            return new OpenSet(
                    new SetRequest(
                            new UserId(Columns.text(row, "user_id")),
                            new JobId(Columns.text(row, "job_id")),
                            new SetId(Columns.text(row, "id"))),
                    Columns.flag(row, "overdue"));
        }
    }

    /** One round; blocks. A Temporal that is away, or lacks the namespace, ends it without harm. */
    @Override
    public void look() {
        workflows.demandNamespace();
        open().stream().filter(this::isLost).map(OpenSet::request).forEach(this::settle);
    }

    private boolean isLost(OpenSet set) {
        return switch (workflows.presence(set.request().set())) {
            case OPEN -> false;
            case CLOSED -> true;
            case UNKNOWN -> set.overdue();
        };
    }

    private void settle(SetRequest set) {
        var outcome = sets.recordSetEnd(new SetEnd(set, null, TERMINATED));
        settled.increment();
        log.warn("set.orphan_settled job={} set={} outcome={}", set.job(), set.set(), outcome);
    }

    private List<OpenSet> open() {
        return Objects.requireNonNullElse(
                sql.sql(OPEN)
                        .bind("open_s", (double) SetLimits.OPEN_MAX.toSeconds())
                        .bind("untouched_s", settings.jobUntouched().toMillis() / 1000.0)
                        .bind("n", settings.jobsMax())
                        .map(OpenSet::of)
                        .all()
                        .collectList()
                        .block(Maintenance.STATEMENT_MAX),
                List.of());
    }
}
