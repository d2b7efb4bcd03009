package photoset.api.uploads;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import photoset.api.health.Dependency;
import photoset.objects.ObjectStore;
import photoset.objects.StoreSettings;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** The web role lends links, the jobs role deletes what is over. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(StoreSettings.class)
class StoreWiring {
    /** Nothing lies here; a store that says so is there and takes this process's key. */
    private static final String NO_OBJECT = "uploads/none";

    @Bean
    ObjectStore store(StoreSettings settings) {
        return new ObjectStore(settings);
    }

    @Bean
    Dependency objects(ObjectStore store) {
        return new Dependency(
                "store", Mono.fromCallable(() -> store.size(NO_OBJECT)).subscribeOn(Schedulers.boundedElastic()));
    }
}
