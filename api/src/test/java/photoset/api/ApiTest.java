package photoset.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestConstructor;
import org.springframework.test.context.TestConstructor.AutowireMode;

/**
 * A test of the REST edge over HTTP: a real server on a free port, a real database, the settings of {@code api.yaml}. All
 * such tests share one server; each takes its own users.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = RestEdge.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.config.name=api",
            "management.server.port=0",
            "photoset.roles=web",
            "photoset.auth.secret=" + ApiTest.SECRET,
            "photoset.body.time-max=2s",
            "photoset.limits.sign-up-per-minute=1000",
            "photoset.limits.sign-up-total-per-minute=1000",
            "photoset.limits.trusted-proxies=127.0.0.1,10.0.0.0/8",
            // In a cluster Spring believes forwarded headers of anybody, unless told otherwise.
            "spring.main.cloud-platform=kubernetes",
            // Links are made without asking the store; nothing listens here.
            "photoset.store.endpoint=http://127.0.0.1:9",
            "photoset.store.public-endpoint=https://pictures.example.org:8443/",
            "photoset.store.access-key=tester",
            "photoset.store.secret-key=tester-secret"
        })
@ContextConfiguration(initializers = ApiTest.FreshDatabase.class)
@TestConstructor(autowireMode = AutowireMode.ALL)
public @interface ApiTest {
    String SECRET = "a secret of the tests, 32 bytes or more";

    /** Gives the server a database of its own. */
    class FreshDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {
        @Override
        public void initialize(ConfigurableApplicationContext context) {
            TestPostgres.fresh().properties().applyTo(context);
        }
    }
}
