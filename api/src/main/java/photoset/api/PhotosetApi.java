package photoset.api;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The process that answers HTTP, runs the workflows and writes the records. */
@SpringBootApplication
public class PhotosetApi {
    public static void main(String[] args) {
        start(args);
    }

    /** Starts the process with the settings of {@code api.yaml}; ready to serve when it returns. */
    public static ConfigurableApplicationContext start(String... args) {
        return new SpringApplicationBuilder(PhotosetApi.class)
                .properties("spring.config.name=api")
                .run(args);
    }
}
