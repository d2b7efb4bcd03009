package photoset.api.temporal;

import static org.assertj.core.api.Assertions.assertThat;

import io.temporal.worker.WorkerFactory;
import org.junit.jupiter.api.Test;
import photoset.activities.WorkerLifecycle;
import photoset.api.PhotosetApi;
import photoset.api.RunningApi;
import photoset.api.TestPostgres;
import photoset.api.uploads.Presigner;
import photoset.objects.FreePorts;

/** Each role alone, as it is deployed. The contexts stay open until the JVM ends, as {@link TemporalAwayTest} explains. */
class RolesTest {
    private static final TestPostgres.Database DATABASE = TestPostgres.fresh();
    private static final String NOWHERE = "127.0.0.1:" + FreePorts.any();

    @Test
    void theWebRoleRunsNoWorker() {
        var web = RunningApi.start(DATABASE, NOWHERE, "--photoset.roles=web");

        assertThat(web.getBeansOfType(WorkerLifecycle.class)).isEmpty();
        assertThat(web.getBean(WorkerFactory.class).isStarted()).isFalse();
        assertThat(web.getBeansOfType(JobWorkflowClient.class)).hasSize(1);
    }

    @Test
    void theJobsRoleNeedsNoSecretForTokens() {
        var jobs = PhotosetApi.start(
                "--photoset.roles=jobs",
                "--server.shutdown=immediate",
                "--photoset.worker.drain-max=1s",
                "--server.port=0",
                "--management.server.port=0",
                "--photoset.database.host=127.0.0.1",
                "--photoset.database.port=" + DATABASE.port(),
                "--photoset.database.name=" + DATABASE.name(),
                "--photoset.database.user=" + TestPostgres.APP,
                "--photoset.database.migration-user=" + TestPostgres.OWNER,
                "--photoset.store.endpoint=http://127.0.0.1:9",
                "--photoset.store.access-key=tester",
                "--photoset.store.secret-key=tester-secret",
                "--spring.temporal.connection.target=" + NOWHERE);

        assertThat(jobs.getBeansOfType(WorkerLifecycle.class)).hasSize(1);
        assertThat(jobs.getBeansOfType(JobWorkflowClient.class)).isEmpty();
        assertThat(jobs.getBeansOfType(Presigner.class)).isEmpty();
    }
}
