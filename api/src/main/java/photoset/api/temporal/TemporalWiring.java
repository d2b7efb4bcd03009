package photoset.api.temporal;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import photoset.activities.PayloadConfiguration;
import photoset.api.health.Dependency;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

@Configuration(proxyBeanMethods = false)
@Import(PayloadConfiguration.class)
class TemporalWiring {
    @Bean
    Dependency temporal(WorkflowLookup lookup) {
        return new Dependency(
                "temporal", Mono.fromRunnable(lookup::demandNamespace).subscribeOn(Schedulers.boundedElastic()));
    }
}
