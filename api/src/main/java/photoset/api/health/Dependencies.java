package photoset.api.health;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.ReactiveHealthIndicator;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The states of everything that the process needs, each {@code up} or {@code away}. */
@Component
final class Dependencies implements ReactiveHealthIndicator {
    static final String UP = "up";
    static final String AWAY = "away";

    private static final Logger log = LoggerFactory.getLogger(Dependencies.class);

    /** All are asked at the same time, and a probe of Kubernetes waits for three seconds. */
    private static final Duration ANSWER_MAX = Duration.ofSeconds(2);

    /** Anybody may ask, so one round of questions serves all who come within this time. */
    private static final Duration FRESH_FOR = Duration.ofSeconds(1);

    private final Mono<Map<String, String>> states;

    Dependencies(List<Dependency> all) {
        this.states = Flux.fromIterable(all)
                .flatMap(Dependencies::state)
                .collectMap(Map.Entry::getKey, Map.Entry::getValue)
                .<Map<String, String>>map(TreeMap::new)
                .cache(FRESH_FOR);
    }

    private static Mono<Map.Entry<String, String>> state(Dependency dependency) {
        return dependency
                .question()
                .timeout(ANSWER_MAX)
                .thenReturn(UP)
                .onErrorResume(failure -> {
                    log.warn(
                            "dependency.away name={} failure={}",
                            dependency.name(),
                            failure.getClass().getSimpleName());
                    return Mono.just(AWAY);
                })
                .map(state -> Map.entry(dependency.name(), state));
    }

    /** By name, in the order of names; at most some seconds old. */
    Mono<Map<String, String>> states() {
        return states;
    }

    @Override
    public Mono<Health> health() {
        return states.map(all -> (all.containsValue(AWAY) ? Health.down() : Health.up())
                .withDetails(all)
                .build());
    }
}
