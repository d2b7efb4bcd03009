package photoset.api.limits;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import photoset.api.roles.InRole;
import photoset.api.roles.Role;
import reactor.core.publisher.Mono;

/**
 * Puts the connection of the client in the place of the proxy's: everything behind this sees the client's address and
 * whether it came by TLS. Only for requests whose peer is one of {@code photoset.limits.trusted-proxies}; the headers of
 * everybody else say nothing.
 */
@Component
@InRole(Role.WEB)
// Before everything that asks who calls, and how.
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
@EnableConfigurationProperties(LimitSettings.class)
final class OuterConnections implements WebFilter {
    private final List<CidrBlock> trusted;

    OuterConnections(LimitSettings settings) {
        this.trusted = settings.networks();
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var request = exchange.getRequest();
        @Nullable InetSocketAddress remote = request.getRemoteAddress();
        @Nullable InetAddress peer = remote == null ? null : remote.getAddress();
        return peer == null || !isTrusted(peer)
                ? chain.filter(exchange)
                : chain.filter(exchange.mutate().request(outer(request, peer)).build());
    }

    private ServerHttpRequest outer(ServerHttpRequest request, InetAddress peer) {
        var forwarded = new ForwardedHeaders(request.getHeaders());
        var outer = request.mutate()
                // Nobody tells the client's port, and nothing asks for it.
                .remoteAddress(new InetSocketAddress(forwarded.client(peer, this::isTrusted), 0));
        return forwarded.tls() ? outer.uri(secure(request.getURI())).build() : outer.build();
    }

    private static URI secure(URI address) {
        return "http".equals(address.getScheme())
                ? URI.create("https" + address.toString().substring("http".length()))
                : address;
    }

    private boolean isTrusted(InetAddress address) {
        return trusted.stream().anyMatch(network -> network.has(address));
    }
}
