package photoset.cpu;

import com.fasterxml.jackson.databind.DeserializationFeature;
import io.temporal.common.converter.DataConverter;
import io.temporal.common.converter.DefaultDataConverter;
import io.temporal.common.converter.JacksonJsonPayloadConverter;
import io.temporal.spring.boot.TemporalOptionsCustomizer;
import io.temporal.worker.WorkerFactory;
import io.temporal.worker.WorkerOptions;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import photoset.activities.Attempts;
import photoset.activities.Surroundings;
import photoset.activities.SuspendablePolling;
import photoset.cpu.decoding.DecoderUnavailable;
import photoset.cpu.decoding.DecodingSettings;
import photoset.cpu.decoding.IsolatedCodec;
import photoset.objects.ObjectStore;
import photoset.objects.StoreSettings;
import photoset.objects.StoreUnavailable;

@Configuration(proxyBeanMethods = false)
class WorkerWiring {
    /** A canceled job is heard of at the next heartbeat that is sent; the default waits for 80 % of the time-out. */
    private static final Duration HEARTBEAT_THROTTLE = Duration.ofMillis(500);

    /** Matting and packing 50 MP take a minute of one core, and as many photos as there are cores may share them. */
    private static final Duration STEP_MAX = Duration.ofMinutes(5);

    /** A check that a child can be started takes a second, and only when one could not be. */
    private static final Duration CHECK_EVERY = Duration.ofSeconds(2);

    @Bean
    Attempts attempts() {
        return new Attempts(
                STEP_MAX,
                new Surroundings(Map.of(
                        StoreUnavailable.class, "The object store",
                        UncheckedIOException.class, "The object store",
                        DecoderUnavailable.class, "A process that reads photos")));
    }

    @Bean
    SuspendablePolling polling(WorkerFactory workers, IsolatedCodec codec) {
        return new SuspendablePolling(workers, codec::trouble, CHECK_EVERY);
    }

    @Bean
    HealthIndicator pollingHealthIndicator(SuspendablePolling polling) {
        return () -> polling.trouble()
                .map(trouble -> Health.down().withDetail("trouble", trouble).build())
                .orElseGet(() -> Health.up().build());
    }

    @Bean
    ObjectStore store(StoreSettings settings) {
        return new ObjectStore(settings);
    }

    @Bean
    IsolatedCodec codec(VipsSettings vips, DecodingSettings decoding) {
        return IsolatedCodec.find(vips.path(), decoding);
    }

    /** Reads messages of a newer version, so that a deployment can be rolled back. */
    @Bean
    DataConverter messages() {
        var json = JacksonJsonPayloadConverter.newDefaultObjectMapper()
                .configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false);
        return DefaultDataConverter.newDefaultInstance()
                .withPayloadConverterOverrides(new JacksonJsonPayloadConverter(json));
    }

    /** Platform threads: native code and pixel loops would hold a virtual thread's carrier anyway. */
    @Bean
    TemporalOptionsCustomizer<WorkerOptions.Builder> slots(CpuWorkerSettings settings) {
        return options -> options.setMaxConcurrentActivityExecutionSize(settings.slotsOrCores())
                .setUsingVirtualThreadsOnActivityWorker(false)
                .setDefaultHeartbeatThrottleInterval(HEARTBEAT_THROTTLE)
                .setMaxHeartbeatThrottleInterval(HEARTBEAT_THROTTLE)
                .setAllowActivityHeartbeatDuringShutdown(true);
    }

    @Bean
    SmartLifecycle drain(WorkerFactory workers, CpuWorkerSettings settings) {
        return new Drain(workers, settings.drain());
    }
}
