package photoset.gpu;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.scheduling.annotation.EnableScheduling;
import photoset.activities.Attempts;
import photoset.activities.Surroundings;
import photoset.activities.WorkCheck;
import photoset.activities.WorkerConfiguration;
import photoset.activities.WorkerLimits;
import photoset.gpu.remote.ProviderUnavailable;
import photoset.gpu.remote.RemoteSegmentation;
import photoset.gpu.torch.DeviceFull;
import photoset.gpu.torch.DeviceLost;
import photoset.gpu.torch.LoadedModel;
import photoset.objects.ObjectStore;
import photoset.objects.StoreSettings;
import photoset.objects.StoreUnavailable;
import photoset.workflows.segmentation.SegmenterDescription;

/** Puts the process together around the chosen segmenter ({@link SegmenterWiring}). */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@Import(WorkerConfiguration.class)
class GpuWiring {
    private static final double NANOS = 1e9;

    /** A segmenter without a model has no long steps. */
    private static final Duration STEP_MAX = Duration.ofSeconds(60);

    /** Judges the choice first of all, since a misspelt name would only show as an activity that is missing. */
    GpuWiring(Environment environment) {
        Segmenter.check(environment);
    }

    @Bean
    ObjectStore objectStore(StoreSettings settings) {
        return new ObjectStore(settings);
    }

    @Bean
    Attempts attempts(ObjectProvider<LoadedModel> models) {
        return new Attempts(
                models.stream().map(LoadedModel::stepMax).findFirst().orElse(STEP_MAX),
                new Surroundings(Map.of(
                        StoreUnavailable.class, "The object store",
                        DeviceLost.class, "The device of the segmenter",
                        DeviceFull.class, "The memory of the segmenter's device",
                        ProviderUnavailable.class, RemoteSegmentation.PROVIDER)));
    }

    @Bean
    WorkerLimits workerLimits(GpuSettings settings) {
        return new WorkerLimits(settings.slots(), settings.drain());
    }

    @Bean
    WorkCheck modelCheck(ObjectProvider<LoadedModel> models) {
        return () -> models.stream().findFirst().flatMap(LoadedModel::trouble);
    }

    @Bean
    SegmenterPublisher segmenterPublisher(ObjectStore store, ObjectProvider<SegmenterDescription> description) {
        return new SegmenterPublisher(store, description.getObject());
    }

    /** Its rate is the share of the time in which the device has work. */
    @Bean
    MeterBinder deviceMeters(ObjectProvider<LoadedModel> models) {
        return registry -> models.forEach(
                model -> FunctionCounter.builder("photoset.gpu.busy", model, used -> used.busyNanos() / NANOS)
                        .description("how long the model's thread has computed")
                        .baseUnit("seconds")
                        .tag("model", model.label())
                        .register(registry));
    }

    @Bean
    DeviceGuard deviceGuard(ConfigurableApplicationContext context, ObjectProvider<LoadedModel> models) {
        return new DeviceGuard(context, models);
    }

    /** A model that hangs or fails again and again needs a new process; the liveness probe asks for one. */
    @Bean
    HealthIndicator modelHealthIndicator(ObjectProvider<LoadedModel> models) {
        return () -> models.stream()
                .map(GpuWiring::health)
                .findFirst()
                .orElseGet(() -> Health.up().build());
    }

    private static Health health(LoadedModel model) {
        return model.trouble()
                .map(trouble -> Health.down().withDetail("trouble", trouble).build())
                .orElseGet(() -> Health.up().withDetail("model", model.label()).build());
    }
}
