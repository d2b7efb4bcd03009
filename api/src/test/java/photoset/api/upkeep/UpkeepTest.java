package photoset.api.upkeep;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import photoset.api.Api;
import photoset.api.Records;
import photoset.api.RunningApi;
import photoset.workflows.plan.Plan;

class UpkeepTest {
    private static final RunningApi RUNNING = RunningApi.shared();
    private static final UpkeepSettings AT_ONCE = new UpkeepSettings(Duration.ofMinutes(1), 200, Duration.ZERO, 2);

    private final Api api = RUNNING.free();
    private final String job = api.job(3);

    private static void settle(Duration untouched) {
        var settings = new UpkeepSettings(Duration.ofMinutes(1), 200, untouched, 2);
        new LostJobs(RUNNING.records.sql, RUNNING.workers.client(), RUNNING.records.journal, settings).settle();
    }

    @Test
    void settlesAJobWhoseWorkflowAnOperatorTerminated() {
        api.post("/jobs/" + job + "/confirm-upload", null);
        assertThat(api.credits()).isEqualTo("7 3");
        RUNNING.workers.client().newUntypedWorkflowStub("job/" + job).terminate("by a test");

        settle(Duration.ofHours(1));
        assertThat(status()).as("not before its time").isEqualTo("uploaded");
        settle(Duration.ZERO);

        assertThat(status()).isEqualTo("canceled");
        assertThat(api.get("/jobs/" + job).text("$.data.job.end_reason")).isEqualTo("canceled_by_operator");
        assertThat(api.credits()).isEqualTo("10 0");
    }

    @Test
    void leavesAJobAloneThatHasItsWorkflow() {
        settle(Duration.ZERO);

        assertThat(status()).isEqualTo("created");
    }

    @Test
    void findsTheAccountThatDoesNotAddUp() {
        try (var records = new Records()) {
            var meters = new SimpleMeterRegistry();
            var audit = new LedgerAudit(records.sql, AT_ONCE, meters);
            for (int user = 0; user < 5; user++) {
                records.user("user" + user, Plan.FREE, 10);
            }
            records.job(records.user("empty", Plan.FREE, 0), "job1", 1);
            round(audit);
            assertThat(gauge(meters, "photoset.ledger.mismatched.accounts")).isZero();
            assertThat(gauge(meters, "photoset.jobs.open")).isEqualTo(1);

            records.run("update credit_accounts set available = 11 where user_id = 'user3'");
            round(audit);
            assertThat(gauge(meters, "photoset.ledger.mismatched.accounts")).isEqualTo(1);

            records.run("update credit_accounts set available = 10 where user_id = 'user3'");
            round(audit);
            assertThat(gauge(meters, "photoset.ledger.mismatched.accounts")).isZero();
        }
    }

    /** Two accounts at a time, six accounts, and the look that finds the end. */
    private static void round(LedgerAudit audit) {
        for (int look = 0; look < 4; look++) {
            audit.look();
        }
    }

    private static double gauge(SimpleMeterRegistry meters, String name) {
        return meters.get(name).gauge().value();
    }

    private String status() {
        return api.get("/jobs/" + job).text("$.data.job.status");
    }
}
