package photoset.api.maintenance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.temporal.client.WorkflowClient;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import photoset.api.Api;
import photoset.api.Records;
import photoset.api.RunningApi;
import photoset.api.probe.Wire;
import photoset.api.temporal.WorkflowLookup;
import photoset.workflows.plan.Plan;

class MaintenanceTest {
    private static final RunningApi RUNNING = RunningApi.shared();
    private static final MaintenanceSettings AT_ONCE = settings(Duration.ZERO, 0.5);

    private final Api api = RUNNING.free();
    private final String job = api.job(3);

    private static MaintenanceSettings settings(Duration untouched, double unknownShareMax) {
        return new MaintenanceSettings(Duration.ofMinutes(1), 200, untouched, unknownShareMax, 2);
    }

    private static void settle(Duration untouched) {
        var workflows = new WorkflowLookup(RUNNING.workers.client());
        new OrphanedJobReconciler(
                        RUNNING.records.sql,
                        workflows,
                        RUNNING.records.jobStore,
                        settings(untouched, 1),
                        new SimpleMeterRegistry())
                .look();
    }

    private static OrphanedJobReconciler lostJobs(Records records, double unknownShareMax, SimpleMeterRegistry meters) {
        return new OrphanedJobReconciler(
                records.sql,
                new WorkflowLookup(onTheWire()),
                records.jobStore,
                settings(Duration.ZERO, unknownShareMax),
                meters);
    }

    private static WorkflowClient onTheWire() {
        var options = WorkflowServiceStubsOptions.newBuilder()
                .setTarget(RUNNING.workers
                        .client()
                        .getWorkflowServiceStubs()
                        .getOptions()
                        .getTarget());
        return WorkflowClient.newInstance(WorkflowServiceStubs.newServiceStubs(
                new Wire().customize(options).build()));
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
    void leavesEveryJobAloneWhenMostSeemLost() {
        try (var records = new Records()) {
            var meters = new SimpleMeterRegistry();
            var user = records.user("user", Plan.PRO, 200);
            for (int job = 0; job < 12; job++) {
                records.job(user, "unknown-" + job, 1);
            }
            lostJobs(records, 0.5, meters).look();
            assertThat(open(records)).isEqualTo("12");
            assertThat(gauge(meters, "photoset.jobs.lost.suspected")).isEqualTo(12);
            assertThat(meters.get("photoset.jobs.lost.rounds.stopped").counter().count())
                    .isEqualTo(1);

            var afterwards = new SimpleMeterRegistry();
            lostJobs(records, 1, afterwards).look();
            assertThat(open(records)).isEqualTo("0");
            assertThat(afterwards.get("photoset.jobs.lost.settled").counter().count())
                    .isEqualTo(12);
        }
    }

    @Test
    void settlesNothingWithoutTheNamespace() throws Exception {
        try (var records = new Records()) {
            records.job(records.user("user", Plan.FREE, 10), "alone", 1);
            for (String call : List.of("DescribeNamespace", "DescribeWorkflowExecution")) {
                try (var _ = Wire.lacksNamespace(call, "")) {
                    var round = lostJobs(records, 1, new SimpleMeterRegistry());
                    assertThatThrownBy(round::look).as(call).hasMessageContaining("Namespace missing");
                    assertThat(open(records)).as(call).isEqualTo("1");
                }
            }
            lostJobs(records, 0, new SimpleMeterRegistry()).look();
            assertThat(open(records)).as("a few may be lost").isEqualTo("0");
        }
    }

    @Test
    void aCancelIsNotSettledByTheRecordsWithoutTheNamespace() throws Exception {
        try (var _ = Wire.lacksNamespace("UpdateWorkflowExecution", job)) {
            var refused = api.post("/jobs/" + job + "/cancel", null);
            assertThat(refused.status() + " " + refused.code()).isEqualTo("503 UNAVAILABLE");
        }
        assertThat(status()).isEqualTo("created");
        assertThat(api.post("/jobs/" + job + "/cancel", null).status()).isEqualTo(200);
    }

    private static String open(Records records) {
        return records.line("select count(*) from jobs where status = 'created'");
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
