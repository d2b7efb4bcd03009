package photoset.cpu;

import com.fasterxml.jackson.databind.DeserializationFeature;
import io.temporal.common.converter.DataConverter;
import io.temporal.common.converter.DefaultDataConverter;
import io.temporal.common.converter.JacksonJsonPayloadConverter;
import io.temporal.spring.boot.TemporalOptionsCustomizer;
import io.temporal.worker.WorkerFactory;
import io.temporal.worker.WorkerOptions;
import java.time.Duration;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import photoset.activities.Heartbeats;
import photoset.cpu.codec.ImageCodec;
import photoset.cpu.decoding.DecodingSettings;
import photoset.cpu.decoding.KillableCodec;
import photoset.objects.ObjectStore;
import photoset.objects.StoreSettings;

@Configuration(proxyBeanMethods = false)
class WorkerWiring {
    /** A canceled job is heard of at the next heartbeat that is sent; the default waits for 80 % of the time-out. */
    private static final Duration HEARTBEAT_THROTTLE = Duration.ofMillis(500);

    /** Matting and packing 50 MP take a minute of one core, and as many photos as there are cores may share them. */
    private static final Duration STEP_MAX = Duration.ofMinutes(5);

    @Bean
    Heartbeats heartbeats() {
        return new Heartbeats(STEP_MAX);
    }

    @Bean
    ObjectStore store(StoreSettings settings) {
        return new ObjectStore(settings);
    }

    @Bean
    ImageCodec codec(VipsSettings vips, DecodingSettings decoding) {
        return KillableCodec.find(vips.path(), decoding);
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
    TemporalOptionsCustomizer<WorkerOptions.Builder> slots(WorkerSettings settings) {
        return options -> options.setMaxConcurrentActivityExecutionSize(settings.slotsOrCores())
                .setUsingVirtualThreadsOnActivityWorker(false)
                .setDefaultHeartbeatThrottleInterval(HEARTBEAT_THROTTLE)
                .setMaxHeartbeatThrottleInterval(HEARTBEAT_THROTTLE)
                .setAllowActivityHeartbeatDuringShutdown(true);
    }

    @Bean
    SmartLifecycle drain(WorkerFactory workers, WorkerSettings settings) {
        return new Drain(workers, settings.drain());
    }
}
