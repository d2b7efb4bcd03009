package photoset.api.limits;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class LimitSettingsTest {
    private final ApplicationContextRunner app = new ApplicationContextRunner().withUserConfiguration(Settings.class);

    @Test
    void defaults() {
        app.run(context ->
                assertThat(context.getBean(LimitSettings.class)).isEqualTo(new LimitSettings(1200, 60, 600)));
    }

    @Test
    void everyPropertyIsMapped() {
        app.withPropertyValues(
                        "photoset.limits.user-per-minute=5",
                        "photoset.limits.sign-up-per-minute=6",
                        "photoset.limits.sign-up-total-per-minute=7")
                .run(context -> assertThat(context.getBean(LimitSettings.class)).isEqualTo(new LimitSettings(5, 6, 7)));
    }

    @Test
    void aMisspeltOrSenselessPropertyStopsTheStart() {
        app.withPropertyValues("photoset.limits.users-per-minute=5")
                .run(context -> assertThat(context).hasFailed());
        app.withPropertyValues("photoset.limits.user-per-minute=0")
                .run(context -> assertThat(context)
                        .getFailure()
                        .hasStackTraceContaining("photoset.limits.user-per-minute must be at least 1"));
    }

    @EnableConfigurationProperties(LimitSettings.class)
    static class Settings {}
}
