package photoset.api.retention;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Objects;
import java.util.function.ToLongFunction;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import photoset.api.database.Columns;
import photoset.api.roles.InRole;
import photoset.api.roles.Role;

/** What the records say of retention, for operators; the same in every process, whichever did the work. */
@Component
@InRole(Role.JOBS)
public final class RetentionGauges {
    private static final Duration STATEMENT_MAX = Duration.ofSeconds(10);

    private static final String COUNTS = """
            select orphans_removed, orphans_left,
                (select count(*) from jobs where pictures <> 'kept' and pictures_deleted_at is null) as waiting,
                (select count(*) from job_pictures where missing_since is not null) as missing
            from retention_findings
            """;

    private final DatabaseClient sql;
    private volatile Counts counts = new Counts(0, 0, 0, 0);

    RetentionGauges(DatabaseClient sql, MeterRegistry meters) {
        this.sql = sql;
        gauge(meters, "jobs.waiting", "Jobs whose pictures are to be deleted and are not yet", Counts::waiting);
        gauge(meters, "pictures.missing", "Delivered pictures without an object; must be 0", Counts::missing);
        gauge(meters, "orphans.removed", "Objects without a row that were deleted so far", Counts::orphansRemoved);
        gauge(
                meters,
                "orphans.left",
                "Objects without a row that are too many to be deleted; must be 0",
                Counts::orphansLeft);
    }

    private record Counts(long waiting, long missing, long orphansRemoved, long orphansLeft) {}

    private void gauge(MeterRegistry meters, String name, String meaning, ToLongFunction<Counts> count) {
        Gauge.builder("photoset.retention." + name, this, gauges -> count.applyAsLong(gauges.counts))
                .description(meaning)
                .register(meters);
    }

    /** Reads them anew; blocks. */
    public void look() {
        counts = Objects.requireNonNull(sql.sql(COUNTS)
                .map(row -> new Counts(
                        Columns.number(row, "waiting"),
                        Columns.number(row, "missing"),
                        Columns.number(row, "orphans_removed"),
                        Columns.number(row, "orphans_left")))
                .one()
                .block(STATEMENT_MAX));
    }
}
