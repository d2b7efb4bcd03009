package photoset.cpu;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import photoset.activities.Attempts;
import photoset.activities.Surroundings;
import photoset.activities.WorkCheck;
import photoset.activities.WorkerConfiguration;
import photoset.activities.WorkerLimits;
import photoset.cpu.decoding.DecoderUnavailable;
import photoset.cpu.decoding.DecodingSettings;
import photoset.cpu.decoding.IsolatedCodec;
import photoset.objects.ObjectStore;
import photoset.objects.StoreSettings;
import photoset.objects.StoreUnavailable;

@Configuration(proxyBeanMethods = false)
@Import(WorkerConfiguration.class)
class CpuWiring {
    /** Matting and packing 50 MP take a minute of one core, and as many photos as there are cores may share them. */
    private static final Duration STEP_MAX = Duration.ofMinutes(5);

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
    WorkerLimits workerLimits(CpuWorkerSettings settings) {
        return new WorkerLimits(settings.slotsOrCores(), settings.drain());
    }

    @Bean
    WorkCheck decodersCheck(IsolatedCodec codec) {
        return codec::trouble;
    }

    @Bean
    ObjectStore store(StoreSettings settings) {
        return new ObjectStore(settings);
    }

    @Bean
    IsolatedCodec codec(VipsSettings vips, HeifSettings heif, DecodingSettings decoding) {
        return IsolatedCodec.find(vips.path(), heif.path(), decoding);
    }
}
