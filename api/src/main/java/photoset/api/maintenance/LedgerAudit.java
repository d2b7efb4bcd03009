package photoset.api.maintenance;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import photoset.api.database.Columns;
import photoset.api.roles.InRole;
import photoset.api.roles.Role;

/** Adds up the billing events of every account, some accounts a round, and counts open jobs, for the operators' gauges. */
@Component
@InRole(Role.JOBS)
class LedgerAudit implements Round {
    private static final Logger log = LoggerFactory.getLogger(LedgerAudit.class);

    /** The account and its events in one snapshot; they change in one transaction, so they always match. */
    private static final String SUMS = """
            select a.user_id, (a.available, a.held, a.spent) is distinct from (
                coalesce(e.granted - e.held + e.released, 0), coalesce(e.held - e.captured - e.released, 0),
                coalesce(e.captured, 0)) as wrong
            from (select * from credit_accounts where user_id > :after order by user_id limit :n) a
            left join lateral (
                select coalesce(sum(amount) filter (where kind = 'grant'), 0) as granted,
                    coalesce(sum(amount) filter (where kind = 'hold'), 0) as held,
                    coalesce(sum(amount) filter (where kind = 'capture'), 0) as captured,
                    coalesce(sum(amount) filter (where kind = 'release'), 0) as released
                from billing_events b where b.user_id = a.user_id) e on true
            order by a.user_id
            """;

    private static final String OPEN = "select count(*) as n from jobs where not ended";

    private final DatabaseClient sql;
    private final int accountsMax;
    private final Set<String> wrong = ConcurrentHashMap.newKeySet();
    private final AtomicLong open = new AtomicLong();
    private String after = "";

    LedgerAudit(DatabaseClient sql, MaintenanceSettings settings, MeterRegistry meters) {
        this.sql = sql;
        this.accountsMax = settings.accountsMax();
        Gauge.builder("photoset.ledger.mismatched.accounts", wrong, Set::size)
                .description("Accounts that are not the sum of their billing events; must be 0")
                .register(meters);
        Gauge.builder("photoset.jobs.open", open, AtomicLong::get)
                .description("Jobs that have not ended")
                .register(meters);
    }

    private record Sum(String user, boolean wrong) {}

    /** One round; blocks. After the last account it begins again with the first. */
    @Override
    public void look() {
        open.set(Objects.requireNonNull(
                sql.sql(OPEN).map(row -> Columns.number(row, "n")).one().block(Maintenance.STATEMENT_MAX)));
        var sums = sums();
        for (Sum sum : sums) {
            if (!sum.wrong()) {
                wrong.remove(sum.user());
            } else if (wrong.add(sum.user())) {
                log.error("ledger.mismatch user={}", sum.user());
            }
        }
        after = sums.size() < accountsMax ? "" : sums.getLast().user();
    }

    private List<Sum> sums() {
        return Objects.requireNonNull(sql.sql(SUMS)
                .bind("after", after)
                .bind("n", accountsMax)
                .map(row -> new Sum(Columns.text(row, "user_id"), Columns.flag(row, "wrong")))
                .all()
                .collectList()
                .block(Maintenance.STATEMENT_MAX));
    }
}
