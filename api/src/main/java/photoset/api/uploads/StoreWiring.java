package photoset.api.uploads;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import photoset.api.roles.InRole;
import photoset.api.roles.Role;
import photoset.objects.ObjectStore;
import photoset.objects.StoreSettings;

/** Only the web role lends links; the jobs role needs no keys of the store. */
@Configuration(proxyBeanMethods = false)
@InRole(Role.WEB)
@EnableConfigurationProperties(StoreSettings.class)
class StoreWiring {
    @Bean
    ObjectStore store(StoreSettings settings) {
        return new ObjectStore(settings);
    }
}
