package photoset.api.maintenance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import photoset.api.Api;
import photoset.api.RunningApi;
import photoset.api.sets.SetSteps;
import photoset.api.temporal.WorkflowLookup;

/** Sets whose workflow an operator terminated. */
class OrphanedSetTest {
    private static final RunningApi RUNNING = RunningApi.shared();
    private static final String BOARDS = "{\"output_template\": \"before_after\"}";

    private final Api api = RUNNING.pro();
    private final CountDownLatch gate = new CountDownLatch(1);
    private final String job = api.uploadedJob(1);
    private String set = "";

    @BeforeEach
    void compose() {
        api.post("/jobs/" + job + "/execute", """
                {"concepts": {"Wall": {"action": "recolor", "value": "sage"}}, "protect": []}""");
        api.awaited(job, "done");
        RUNNING.workers.slowSets.put(job, gate);
        set = api.post("/jobs/" + job + "/sets", BOARDS).text("$.data.set_id");
        await().until(() -> state(set).equals("running"));
    }

    @AfterEach
    void letGo() {
        gate.countDown();
    }

    private static void look(Duration untouched) {
        new OrphanedSetReconciler(
                        RUNNING.records.sql,
                        new WorkflowLookup(RUNNING.workers.client()),
                        new SetSteps(RUNNING.records).store(),
                        new MaintenanceSettings(Duration.ofMinutes(1), 200, untouched, 0.5, 2),
                        new SimpleMeterRegistry())
                .look();
    }

    private static String state(String set) {
        return RUNNING.records.line("select status from job_sets where id = '" + set + "'");
    }

    @Test
    void failsAndIsComposedWhenItIsAskedForAgain() {
        RUNNING.workers.client().newUntypedWorkflowStub("set/" + set).terminate("by a test");

        look(Duration.ofHours(1));
        assertThat(state(set)).as("not before its time").isEqualTo("running");
        look(Duration.ZERO);

        var failed = api.get("/jobs/" + job + "/sets");
        assertThat(failed.text("$.data[0].status")).isEqualTo("failed");
        assertThat(failed.text("$.data[0].error.code")).isEqualTo("CANCELED");
        assertThat(RUNNING.records.line("select payload ->> 'status' from job_events where type = 'set' and job_id = '"
                        + job + "' order by seq desc limit 1"))
                .isEqualTo("failed");
        gate.countDown();
        var again = api.post("/jobs/" + job + "/sets", BOARDS).text("$.data.set_id");
        await().until(() -> state(again).equals("done"));
    }

    @Test
    void isLeftAloneWithItsWorkflow() {
        look(Duration.ZERO);

        assertThat(state(set)).isEqualTo("running");
    }

    @Test
    void isLeftAloneWhileItMayNotBeStartedYet() {
        var unknown = "set_unknown" + job;
        RUNNING.records.run("insert into job_sets (id, job_id, output_template, language, link_base, fingerprint)"
                + " values ('" + unknown + "', '" + job + "', 'before_after', 'en', '', 'x')");
        look(Duration.ZERO);
        assertThat(state(unknown)).isEqualTo("queued");

        RUNNING.records.run("update job_sets set updated_at = now() - interval '8 hours' where id = '" + unknown + "'");
        look(Duration.ZERO);

        assertThat(state(unknown)).isEqualTo("failed");
    }
}
