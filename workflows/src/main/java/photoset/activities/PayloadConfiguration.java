package photoset.activities;

import com.fasterxml.jackson.databind.DeserializationFeature;
import io.temporal.common.converter.DataConverter;
import io.temporal.common.converter.DefaultDataConverter;
import io.temporal.common.converter.JacksonJsonPayloadConverter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How every process writes what goes through Temporal. */
@Configuration(proxyBeanMethods = false)
public class PayloadConfiguration {
    /** A worker of the release before reads what a newer one wrote: fields that it does not know are passed over. */
    @Bean
    DataConverter dataConverter() {
        var json = JacksonJsonPayloadConverter.newDefaultObjectMapper()
                .configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false);
        return DefaultDataConverter.newDefaultInstance()
                .withPayloadConverterOverrides(new JacksonJsonPayloadConverter(json));
    }
}
