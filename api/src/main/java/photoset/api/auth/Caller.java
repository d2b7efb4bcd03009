package photoset.api.auth;

import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.server.ServerWebExchange;
import photoset.workflows.UserId;
import reactor.core.publisher.Mono;

/**
 * The user behind a checked token; controllers take it as a parameter.
 *
 * @param user the token's subject
 * @param admin whether the token has the scope {@code admin}
 */
public record Caller(UserId user, boolean admin) {
    /** The caller of a request; empty when the path needs no token. */
    public static Mono<Caller> of(ServerWebExchange exchange) {
        return exchange.getPrincipal().ofType(JwtAuthenticationToken.class).map(Caller::of);
    }

    private static Caller of(JwtAuthenticationToken token) {
        return new Caller(new UserId(token.getName()), isAdmin(token));
    }

    private static boolean isAdmin(Authentication token) {
        return token.getAuthorities().stream().anyMatch(one -> "SCOPE_admin".equals(one.getAuthority()));
    }
}
