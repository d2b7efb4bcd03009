package photoset.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import photoset.api.admission.JobSettings;
import photoset.api.temporal.JobsWorkerSettings;
import photoset.api.temporal.TemporalSettings;
import photoset.api.uploads.LinkSettings;

class SettingsTest {
    @EnableConfigurationProperties({
        JobSettings.class,
        LinkSettings.class,
        TemporalSettings.class,
        JobsWorkerSettings.class
    })
    static class All {}

    private final ApplicationContextRunner runner = new ApplicationContextRunner().withUserConfiguration(All.class);

    @Test
    void haveDefaults() {
        runner.run(context -> {
            assertThat(context.getBean(JobSettings.class))
                    .isEqualTo(new JobSettings(Duration.ofHours(1), Duration.ofDays(1)));
            assertThat(context.getBean(JobsWorkerSettings.class).pollers()).isEqualTo(5);
        });
    }

    @Test
    void areRead() {
        runner.withPropertyValues("photoset.jobs.upload-window=2h", "photoset.worker.pollers=7")
                .run(context -> {
                    assertThat(context.getBean(JobSettings.class).uploadWindow())
                            .isEqualTo(Duration.ofHours(2));
                    assertThat(context.getBean(JobsWorkerSettings.class).pollers())
                            .isEqualTo(7);
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "photoset.jobs.upload-windw=2h",
                "photoset.jobs.upload-window=0s",
                "photoset.links.download-lifetime=8d",
                "photoset.links.upload-lifetime=0s",
                "photoset.temporal-client.start-max=-1s",
                "photoset.temporal-client.stop-max=1s",
                "photoset.worker.pollers=1",
                "photoset.worker.drain-max=-1s"
            })
    void stopTheStartWhenTheyAreWrong(String wrong) {
        runner.withPropertyValues(wrong).run(context -> assertThat(context).hasFailed());
    }
}
