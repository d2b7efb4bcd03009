package photoset.gpu;

import java.io.IOException;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import photoset.activities.Attempts;
import photoset.gpu.lite.LiteModel;
import photoset.gpu.lite.LiteSegmentation;
import photoset.gpu.remote.RemoteSegmentation;
import photoset.gpu.remote.RemoteSettings;
import photoset.gpu.sam3.Sam3Model;
import photoset.gpu.sam3.Sam3Segmentation;
import photoset.gpu.sam3.Sam3Settings;
import photoset.gpu.segmentation.Bucket;
import photoset.gpu.segmentation.StubSegmentation;
import photoset.objects.ObjectStore;
import photoset.workflows.segmentation.SegmenterDescription;

/** One segmenter with what only it needs; see {@link Segmenter}. */
@Configuration(proxyBeanMethods = false)
class SegmenterWiring {
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty(name = Segmenter.PROPERTY, havingValue = "lite", matchIfMissing = true)
    static class Lite {
        @Bean
        LiteModel model(GpuSettings settings) throws IOException {
            return settings.modelDir() == null
                    ? LiteModel.bundled(settings.processor())
                    : LiteModel.open(settings.modelDir(), settings.processor());
        }

        @Bean
        LiteSegmentation segmentation(LiteModel model, ObjectStore store, Attempts attempts) {
            return new LiteSegmentation(model, Bucket.of(store), attempts);
        }

        @Bean
        SegmenterDescription description(LiteModel model) {
            return LiteSegmentation.describe(model);
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty(name = Segmenter.PROPERTY, havingValue = "sam3")
    @EnableConfigurationProperties(Sam3Settings.class)
    static class Sam3 {
        @Bean
        Sam3Model model(GpuSettings settings) throws IOException {
            if (settings.modelDir() == null) {
                throw new IllegalArgumentException("photoset.gpu.model-dir must name the model package that"
                        + " export_sam3.py made: the weights of SAM 3 are not part of this program.");
            }
            return Sam3Model.open(settings.modelDir(), settings.processor());
        }

        @Bean
        Sam3Segmentation segmentation(Sam3Model model, Sam3Settings settings, ObjectStore store, Attempts attempts) {
            return new Sam3Segmentation(model, settings, Bucket.of(store), attempts);
        }

        @Bean
        SegmenterDescription description(Sam3Model model) {
            return Sam3Segmentation.describe(model);
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty(name = Segmenter.PROPERTY, havingValue = "stub")
    static class Stub {
        @Bean
        StubSegmentation segmentation(ObjectStore store, Attempts attempts) {
            return new StubSegmentation(Bucket.of(store), attempts);
        }

        @Bean
        SegmenterDescription description() {
            return SegmenterDescription.open(StubSegmentation.MODEL);
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty(name = Segmenter.PROPERTY, havingValue = "remote")
    @EnableConfigurationProperties(RemoteSettings.class)
    static class Remote {
        @Bean
        RemoteSegmentation segmentation(RemoteSettings settings, ObjectStore store, Attempts attempts) {
            return new RemoteSegmentation(settings, store, attempts);
        }

        @Bean
        SegmenterDescription description(RemoteSettings settings) {
            return SegmenterDescription.open(settings.model());
        }
    }
}
