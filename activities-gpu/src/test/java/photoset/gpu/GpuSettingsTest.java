package photoset.gpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import photoset.gpu.torch.Processor.Device;

class GpuSettingsTest {
    private final ApplicationContextRunner context =
            new ApplicationContextRunner().withUserConfiguration(Settings.class);

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(GpuSettings.class)
    static class Settings {}

    @Test
    void runsOnAllCoresOfTheCpuByDefault() {
        context.run(started -> assertThat(started.getBean(GpuSettings.class))
                .isEqualTo(new GpuSettings(Device.CPU, 0, 2, null, Duration.ofSeconds(30)))
                .satisfies(settings -> assertThat(settings.processor().threads())
                        .isEqualTo(Runtime.getRuntime().availableProcessors())));
    }

    @Test
    void takesEveryProperty(@TempDir Path folder) {
        context.withPropertyValues(
                        "photoset.gpu.device=cuda",
                        "photoset.gpu.threads=3",
                        "photoset.gpu.slots=4",
                        "photoset.gpu.model-dir=" + folder,
                        "photoset.gpu.drain=5s")
                .run(started -> assertThat(started.getBean(GpuSettings.class))
                        .isEqualTo(new GpuSettings(Device.CUDA, 3, 4, folder, Duration.ofSeconds(5))));
    }

    @Test
    void stopsTheStartAtAMisspeltProperty() {
        context.withPropertyValues("photoset.gpu.slot=4")
                .run(started -> assertThat(started).hasFailed());
    }

    @Test
    void refusesNonsense() {
        for (var nonsense : Map.of("slots", "0", "threads", "-1", "model-dir", "/nowhere", "device", "tpu")
                .entrySet()) {
            context.withPropertyValues("photoset.gpu." + nonsense.getKey() + "=" + nonsense.getValue())
                    .run(started -> assertThat(started).as(nonsense.getKey()).hasFailed());
        }
    }

    @Test
    void knowsItsSegmenters() {
        Segmenter.check(choice(Map.of()));
        Segmenter.check(choice(Map.of("photoset.segmenter", "sam3")));
        assertThatThrownBy(() -> Segmenter.check(choice(Map.of("photoset.segmenter", "stubb"))))
                .hasMessageContaining("photoset.segmenter is \"stubb\"", "lite, sam3, stub or remote");
    }

    private static StandardEnvironment choice(Map<String, Object> properties) {
        var environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("choice", properties));
        return environment;
    }
}
