package photoset.api.temporal;

import io.temporal.client.WorkflowClient;
import io.temporal.worker.WorkerFactory;
import io.temporal.worker.WorkerFactoryOptions;
import io.temporal.worker.WorkerOptions;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import photoset.api.jobstore.PostgresJobStore;
import photoset.api.retention.StoreRetention;
import photoset.api.roles.InRole;
import photoset.api.roles.Role;
import photoset.workflows.TaskQueues;
import photoset.workflows.durable.JobWorkflowRun;
import photoset.workflows.durable.RetentionWorkflowRun;

/**
 * Runs the workflows, with the journal beside them as local activities, and the steps of retention. Starts after everything else and stops first:
 * what it has begun is finished before the database is closed.
 */
@Component
@InRole(Role.JOBS)
@EnableConfigurationProperties(JobsWorkerSettings.class)
class JobsWorker implements SmartLifecycle {
    /** A machine under load starves threads longer than the one second of the default, and that is no deadlock. */
    private static final long DEADLOCK_MS = 10_000;

    /** One retention workflow takes one step at a time; the second is for one whose process was thought lost. */
    private static final int RETENTION_STEPS_MAX = 2;

    private final WorkerFactory factory;
    private final JobsWorkerSettings settings;
    private volatile Thread starting = new Thread();

    JobsWorker(WorkflowClient client, PostgresJobStore journal, StoreRetention retention, JobsWorkerSettings settings) {
        this.settings = settings;
        this.factory = WorkerFactory.newInstance(
                client,
                WorkerFactoryOptions.newBuilder()
                        .setUsingVirtualWorkflowThreads(true)
                        .setWorkflowCacheSize(settings.cachedMax())
                        .setMaxWorkflowThreadCount(settings.cachedMax() + settings.tasksMax())
                        .build());
        var worker = factory.newWorker(
                TaskQueues.JOBS,
                WorkerOptions.newBuilder()
                        .setMaxConcurrentWorkflowTaskPollers(settings.pollers())
                        .setMaxConcurrentWorkflowTaskExecutionSize(settings.tasksMax())
                        .setMaxConcurrentLocalActivityExecutionSize(settings.stepsMax())
                        .setMaxConcurrentActivityExecutionSize(RETENTION_STEPS_MAX)
                        .setMaxConcurrentActivityTaskPollers(1)
                        .setUsingVirtualThreadsOnWorkflowWorker(true)
                        .setUsingVirtualThreadsOnLocalActivityWorker(true)
                        .setDefaultDeadlockDetectionTimeout(DEADLOCK_MS)
                        .build());
        worker.registerWorkflowImplementationTypes(JobWorkflowRun.class, RetentionWorkflowRun.class);
        worker.registerActivitiesImplementations(journal, retention);
    }

    @Override
    public void start() {
        starting = RetryUntilConnected.start("jobs-worker", factory::start);
    }

    @Override
    public void stop() {
        starting.interrupt();
        factory.shutdown();
        factory.awaitTermination(settings.drainMax().toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public boolean isRunning() {
        return starting.isAlive() || (factory.isStarted() && !factory.isShutdown());
    }
}
