package photoset.cpu;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ConfigurableApplicationContext;
import photoset.cpu.decoding.DecodingSettings;
import photoset.cpu.inspection.ViewSettings;
import photoset.cpu.rendering.ViewCacheSettings;
import photoset.objects.StoreSettings;

/** The process that polls {@link photoset.workflows.TaskQueues#CPU}; scaled by starting more of it. */
@SpringBootApplication
@EnableConfigurationProperties({
    StoreSettings.class,
    CpuWorkerSettings.class,
    HeifSettings.class,
    VipsSettings.class,
    DecodingSettings.class,
    ViewSettings.class,
    ViewCacheSettings.class
})
public class CpuWorker {
    public static void main(String[] args) {
        start(args);
    }

    /** Starts the worker; closing the context drains it. */
    public static ConfigurableApplicationContext start(String... args) {
        return new SpringApplicationBuilder(CpuWorker.class)
                .properties("spring.config.name=cpu")
                .run(args);
    }
}
