package photoset.api.json;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import photoset.api.problem.ApiException;
import photoset.api.problem.Problem;
import photoset.api.roles.InRole;
import photoset.api.roles.Role;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Refuses a body that does not end: it would hold its connection, and what was read of it, for as long as it likes. */
@Component
@InRole(Role.WEB)
// Behind the request's id, ahead of everything that reads a body.
@Order(Ordered.HIGHEST_PRECEDENCE + 2)
@EnableConfigurationProperties(BodySettings.class)
final class BodyTime implements WebFilter {
    private final BodySettings settings;

    BodyTime(BodySettings settings) {
        this.settings = settings;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return chain.filter(
                exchange.mutate().request(new Timed(exchange.getRequest())).build());
    }

    private final class Timed extends ServerHttpRequestDecorator {
        Timed(ServerHttpRequest request) {
            super(request);
        }

        @Override
        public Flux<DataBuffer> getBody() {
            return super.getBody()
                    .takeUntilOther(Mono.delay(settings.timeMax())
                            .then(Mono.error(() -> ApiException.because(Problem.REQUEST_TIMEOUT))));
        }
    }
}
