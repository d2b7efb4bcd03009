package photoset.gpu;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ConfigurableApplicationContext;
import photoset.objects.StoreSettings;

/** The process that polls {@link photoset.workflows.TaskQueues#GPU}; scaled by starting more of it, one per card. */
@SpringBootApplication
@EnableConfigurationProperties({StoreSettings.class, GpuSettings.class})
public class GpuWorker {
    public static void main(String[] args) {
        start(args).getBean(DeviceGuard.class).endBy(Runtime.getRuntime()::halt);
    }

    /**
     * Starts the worker and returns when its model is loaded, warmed up and its queue is polled; closing the context
     * drains it.
     */
    public static ConfigurableApplicationContext start(String... args) {
        return new SpringApplicationBuilder(GpuWorker.class)
                .properties("spring.config.name=gpu")
                .run(args);
    }
}
