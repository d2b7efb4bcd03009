package photoset.api.auth;

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

/** Forgets ended tokens now and then; several processes may do it at once. */
@Component
@InRole(Role.WEB)
final class TokenSweep implements DisposableBean {
    private static final Logger log = LoggerFactory.getLogger(TokenSweep.class);

    /** Often enough that a bite of 10,000 keeps up with eleven tokens a second. */
    private static final Duration EVERY = Duration.ofMinutes(15);

    private final Disposable running;

    TokenSweep(EndedTokens tokens) {
        this.running = Flux.interval(EVERY)
                .onBackpressureDrop()
                .concatMap(_ -> tokens.sweep().onErrorResume(failure -> {
                    log.warn("tokens.sweep_failed", failure);
                    return Mono.empty();
                }))
                .subscribe();
    }

    @Override
    public void destroy() {
        running.dispose();
    }
}
