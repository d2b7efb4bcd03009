package photoset.api.temporal;

import com.fasterxml.jackson.databind.DeserializationFeature;
import io.temporal.common.converter.DataConverter;
import io.temporal.common.converter.DefaultDataConverter;
import io.temporal.common.converter.JacksonJsonPayloadConverter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import photoset.api.health.Dependency;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

@Configuration(proxyBeanMethods = false)
class TemporalWiring {
    @Bean
    Dependency temporal(WorkflowLookup lookup) {
        return new Dependency(
                "temporal", Mono.fromRunnable(lookup::demandNamespace).subscribeOn(Schedulers.boundedElastic()));
    }

    /** A worker of the release before reads what a newer one wrote: fields that it does not know are passed over. */
    @Bean
    DataConverter payloads() {
        var json = JacksonJsonPayloadConverter.newDefaultObjectMapper()
                .configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false);
        return DefaultDataConverter.newDefaultInstance()
                .withPayloadConverterOverrides(new JacksonJsonPayloadConverter(json));
    }
}
