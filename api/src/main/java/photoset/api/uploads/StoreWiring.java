package photoset.api.uploads;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import photoset.objects.ObjectStore;
import photoset.objects.StoreSettings;

/** The web role lends links, the jobs role deletes what is over. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(StoreSettings.class)
class StoreWiring {
    @Bean
    ObjectStore store(StoreSettings settings) {
        return new ObjectStore(settings);
    }
}
