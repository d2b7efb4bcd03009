package photoset.gpu;

import com.fasterxml.jackson.databind.DeserializationFeature;
import io.temporal.client.WorkflowClient;
import io.temporal.common.converter.DataConverter;
import io.temporal.common.converter.DefaultDataConverter;
import io.temporal.common.converter.JacksonJsonPayloadConverter;
import java.io.IOException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;
import photoset.gpu.lite.LiteModel;
import photoset.gpu.lite.LiteSegmentation;
import photoset.gpu.remote.RemoteSegmentation;
import photoset.gpu.remote.RemoteSettings;
import photoset.gpu.segmentation.Bucket;
import photoset.gpu.segmentation.Heartbeats;
import photoset.gpu.segmentation.StubSegmentation;
import photoset.objects.ObjectStore;
import photoset.objects.StoreSettings;
import photoset.workflows.segmentation.Segmentation;

/** Puts the process together around the chosen segmenter. */
@Configuration(proxyBeanMethods = false)
class GpuWiring {
    /** The provider's settings are demanded only where a provider is chosen. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty(name = Segmenter.PROPERTY, havingValue = "remote")
    @EnableConfigurationProperties(RemoteSettings.class)
    static class Remote {}

    @Bean
    ObjectStore objectStore(StoreSettings settings) {
        return new ObjectStore(settings);
    }

    @Bean
    Heartbeats heartbeats() {
        return new Heartbeats();
    }

    /** Loading takes a second or two and happens only where it is used. */
    @Bean
    @Lazy
    LiteModel liteModel(GpuSettings settings) throws IOException {
        return settings.modelDir() == null
                ? LiteModel.bundled(settings.processor())
                : LiteModel.open(settings.modelDir(), settings.processor());
    }

    @Bean
    Segmentation segmentation(
            Environment environment,
            ObjectStore store,
            Heartbeats heartbeats,
            ObjectProvider<LiteModel> lite,
            ObjectProvider<RemoteSettings> remote) {
        return switch (Segmenter.chosen(environment)) {
            case LITE -> new LiteSegmentation(lite.getObject(), Bucket.of(store), heartbeats);
            case STUB -> new StubSegmentation(Bucket.of(store));
            case REMOTE -> new RemoteSegmentation(remote.getObject(), store);
        };
    }

    @Bean
    GpuQueue gpuQueue(WorkflowClient client, GpuSettings settings, Segmentation segmentation) {
        return new GpuQueue(client, settings, segmentation);
    }

    @Bean
    HealthIndicator queueHealthIndicator(GpuQueue queue) {
        return () -> queue.isRunning()
                ? Health.up().build()
                : Health.down().withDetail("queue", "not polled").build();
    }

    /** A model that hangs or fails again and again needs a new process; the liveness probe asks for one. */
    @Bean
    HealthIndicator modelHealthIndicator(Environment environment, ObjectProvider<LiteModel> lite) {
        return Segmenter.chosen(environment) == Segmenter.LITE
                ? () -> health(lite.getObject())
                : () -> Health.up().build();
    }

    private static Health health(LiteModel model) {
        return model.trouble()
                .map(trouble -> Health.down().withDetail("trouble", trouble).build())
                .orElseGet(() -> Health.up().withDetail("model", model.label()).build());
    }

    /** A field that a newer api adds must not fail a worker that is rolled back. */
    @Bean
    DataConverter dataConverter() {
        var mapper = JacksonJsonPayloadConverter.newDefaultObjectMapper()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        return DefaultDataConverter.newDefaultInstance()
                .withPayloadConverterOverrides(new JacksonJsonPayloadConverter(mapper));
    }
}
