package photoset.api.problem;

import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Gives every request an id, the caller's when it is sane, and writes it on every answer. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class RequestIds implements WebFilter {
    private static final String HEADER = "X-Request-Id";

    // What cannot break a log line, a header or a search for it.
    static final String PATTERN = "[A-Za-z0-9._-]{1,64}";

    private static final Pattern SANE = Pattern.compile(PATTERN);

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        @Nullable String asked = exchange.getRequest().getHeaders().getFirst(HEADER);
        var id = asked != null && SANE.matcher(asked).matches()
                ? asked
                : UUID.randomUUID().toString();
        exchange.getAttributes().put(Envelope.REQUEST_ID, id);
        exchange.getResponse().getHeaders().set(HEADER, id);
        return chain.filter(exchange);
    }
}
