package photoset.api.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class AuthSettingsTest {
    private static final String SECRET = "0123456789abcdef0123456789abcdef";

    private static final String OTHER = "fedcba9876543210fedcba9876543210";

    private final ApplicationContextRunner app = new ApplicationContextRunner().withUserConfiguration(Settings.class);

    @Test
    void defaults() {
        app.withPropertyValues("photoset.auth.secret=" + SECRET)
                .run(context -> assertThat(context.getBean(AuthSettings.class))
                        .isEqualTo(new AuthSettings(SECRET, null, "photoset", "photoset-api", Duration.ofDays(30))));
    }

    @Test
    void everyPropertyIsMapped() {
        app.withPropertyValues(
                        "photoset.auth.secret=" + SECRET,
                        "photoset.auth.previous-secret=" + OTHER,
                        "photoset.auth.issuer=i",
                        "photoset.auth.audience=a",
                        "photoset.auth.lifetime=2h")
                .run(context -> assertThat(context.getBean(AuthSettings.class))
                        .isEqualTo(new AuthSettings(SECRET, OTHER, "i", "a", Duration.ofHours(2))));
    }

    @Test
    void aMisspeltPropertyStopsTheStart() {
        app.withPropertyValues("photoset.auth.secret=" + SECRET, "photoset.auth.isuer=i")
                .run(context -> assertThat(context).hasFailed());
    }

    @Test
    void noSecretStopsTheStart() {
        app.run(context -> assertThat(context)
                .getFailure()
                .hasStackTraceContaining("photoset.auth.secret must have at least 32 bytes, has 0"));
    }

    @Test
    void aShortSecretStopsTheStartAndIsNotShown() {
        app.withPropertyValues("photoset.auth.secret=" + SECRET.substring(1))
                .run(context -> assertThat(context)
                        .getFailure()
                        .hasStackTraceContaining("photoset.auth.secret must have at least 32 bytes, has 31")
                        .rootCause()
                        .hasMessageNotContaining(SECRET.substring(1)));
    }

    @Test
    void aPreviousSecretThatMakesNoSenseStopsTheStart() {
        app.withPropertyValues("photoset.auth.secret=" + SECRET, "photoset.auth.previous-secret=short")
                .run(context -> assertThat(context)
                        .getFailure()
                        .hasStackTraceContaining("photoset.auth.previous-secret must have at least 32 bytes, has 5"));
        app.withPropertyValues("photoset.auth.secret=" + SECRET, "photoset.auth.previous-secret=" + SECRET)
                .run(context -> assertThat(context).getFailure().hasStackTraceContaining("must be another one"));
        app.withPropertyValues("photoset.auth.secret=" + SECRET, "photoset.auth.previous-secret=")
                .run(context -> assertThat(context.getBean(AuthSettings.class).previousSecret())
                        .isNull());
    }

    @Test
    void theSecretIsNotPrinted() {
        assertThat(new AuthSettings(SECRET, OTHER, "i", "a", Duration.ofDays(1)).toString())
                .doesNotContain(SECRET, OTHER);
    }

    @EnableConfigurationProperties(AuthSettings.class)
    static class Settings {}
}
