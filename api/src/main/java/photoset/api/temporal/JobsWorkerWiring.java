package photoset.api.temporal;

import io.temporal.spring.boot.TemporalOptionsCustomizer;
import io.temporal.worker.WorkerFactoryOptions;
import io.temporal.worker.WorkerOptions;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import photoset.activities.WorkerConfiguration;
import photoset.activities.WorkerLimits;
import photoset.api.roles.InRole;
import photoset.api.roles.Role;

/** Runs the workflows, with the job store beside them as local activities, and the steps of retention. */
@Configuration(proxyBeanMethods = false)
@InRole(Role.JOBS)
@EnableConfigurationProperties(JobsWorkerSettings.class)
@Import(WorkerConfiguration.class)
class JobsWorkerWiring {
    /** A machine under load starves threads longer than the one second of the default, and that is no deadlock. */
    private static final long DEADLOCK_MS = 10_000;

    /** One retention workflow takes one step at a time; the second is for one whose process was thought lost. */
    private static final int RETENTION_STEPS_MAX = 2;

    @Bean
    WorkerLimits workerLimits(JobsWorkerSettings settings) {
        return new WorkerLimits(RETENTION_STEPS_MAX, settings.drainMax());
    }

    @Bean
    TemporalOptionsCustomizer<WorkerFactoryOptions.Builder> cacheOptions(JobsWorkerSettings settings) {
        return options -> options.setUsingVirtualWorkflowThreads(true)
                .setWorkflowCacheSize(settings.cachedMax())
                .setMaxWorkflowThreadCount(settings.cachedMax() + settings.tasksMax());
    }

    @Bean
    TemporalOptionsCustomizer<WorkerOptions.Builder> workflowOptions(JobsWorkerSettings settings) {
        return options -> options.setMaxConcurrentWorkflowTaskPollers(settings.pollers())
                .setMaxConcurrentWorkflowTaskExecutionSize(settings.tasksMax())
                .setMaxConcurrentLocalActivityExecutionSize(settings.stepsMax())
                .setUsingVirtualThreadsOnWorkflowWorker(true)
                .setUsingVirtualThreadsOnLocalActivityWorker(true)
                .setDefaultDeadlockDetectionTimeout(DEADLOCK_MS);
    }
}
