package photoset.api.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class LimitSettingsTest {
    private final ApplicationContextRunner app = new ApplicationContextRunner().withUserConfiguration(Settings.class);

    @Test
    void defaults() {
        app.run(context -> assertThat(context.getBean(LimitSettings.class))
                .isEqualTo(new LimitSettings(1200, 60, 60, 600, 10, List.of())));
    }

    @Test
    void everyPropertyIsMapped() {
        app.withPropertyValues(
                        "photoset.limits.user-per-minute=5",
                        "photoset.limits.preview-per-minute=9",
                        "photoset.limits.sign-up-per-minute=6",
                        "photoset.limits.sign-up-total-per-minute=7",
                        "photoset.limits.refresh-per-hour=8",
                        "photoset.limits.trusted-proxies=10.0.0.0/8,fd00::/8,192.0.2.7")
                .run(context -> assertThat(context.getBean(LimitSettings.class))
                        .isEqualTo(new LimitSettings(5, 9, 6, 7, 8, List.of("10.0.0.0/8", "fd00::/8", "192.0.2.7"))));
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

    @Test
    void noProxyIsAnEmptyList() {
        app.withPropertyValues("photoset.limits.trusted-proxies=")
                .run(context -> assertThat(context.getBean(LimitSettings.class).networks())
                        .isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"10.0.0.0/33", "10.0.0.0/0", "::/0", "proxy.example.org", "10.0.0.0/-1", "10.0.0.0/a", "/8"})
    void whatIsNoNetworkStopsTheStart(String text) {
        app.withPropertyValues("photoset.limits.trusted-proxies=10.0.0.1," + text)
                .run(context -> assertThat(context)
                        .getFailure()
                        .hasStackTraceContaining("photoset.limits.trusted-proxies: '" + text + "' is no network"));
    }

    @EnableConfigurationProperties(LimitSettings.class)
    static class Settings {}
}
