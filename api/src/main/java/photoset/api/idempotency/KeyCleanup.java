package photoset.api.idempotency;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import photoset.api.roles.InRole;
import photoset.api.roles.Role;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Deletes old keys now and then; several processes may do it at once. */
@Component
@InRole(Role.WEB)
final class KeyCleanup implements DisposableBean {
    private static final Logger log = LoggerFactory.getLogger(KeyCleanup.class);

    /** A key that has grown too old gives its place in its user's quota back after that long. */
    static final Duration EVERY = Duration.ofMinutes(30);

    private final Disposable running;

    KeyCleanup(IdempotencyKeys keys) {
        this.running = Flux.interval(EVERY)
                .onBackpressureDrop()
                .concatMap(_ -> keys.sweep().onErrorResume(failure -> {
                    log.warn("idempotency.cleanup_failed", failure);
                    return Mono.empty();
                }))
                .subscribe();
    }

    @Override
    public void destroy() {
        running.dispose();
    }
}
