package photoset.api;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.security.autoconfigure.ReactiveUserDetailsServiceAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import photoset.api.auth.OfflineTokens;

/** The process that answers HTTP, runs the workflows and writes the records. */
@SpringBootApplication(exclude = ReactiveUserDetailsServiceAutoConfiguration.class)
public class PhotosetApi {
    /** Serves; or, as {@code token --admin NAME} or {@code token --user ID}, prints a token and ends. */
    public static void main(String[] args) {
        if (!OfflineTokens.asked(args)) {
            start(args);
            return;
        }
        try {
            System.out.println(OfflineTokens.run(args));
        } catch (IllegalArgumentException wrong) {
            System.err.println(wrong.getMessage());
            System.exit(2);
        }
    }

    /** Starts the process with the settings of {@code api.yaml}; ready to serve when it returns. */
    public static ConfigurableApplicationContext start(String... args) {
        return new SpringApplicationBuilder(PhotosetApi.class)
                .properties("spring.config.name=api")
                .run(args);
    }
}
