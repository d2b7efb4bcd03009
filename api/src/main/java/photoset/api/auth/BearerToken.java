package photoset.api.auth;

import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.security.web.server.authentication.ServerAuthenticationConverter;
import org.springframework.web.server.ServerWebExchange;
import photoset.api.problem.ApiException;
import photoset.api.problem.Problem;
import reactor.core.publisher.Mono;

/** Takes the token out of the one Authorization header. Of two headers the framework would believe the first. */
final class BearerToken implements ServerAuthenticationConverter {
    private static final String SCHEME = "Bearer ";

    @Override
    public Mono<Authentication> convert(ServerWebExchange exchange) {
        List<String> values = exchange.getRequest().getHeaders().getOrEmpty(HttpHeaders.AUTHORIZATION);
        if (values.size() > 1) {
            return Mono.error(ApiException.because(Problem.TOKEN_INVALID, "Send one Authorization header."));
        }
        return Mono.justOrEmpty(values.stream()
                .filter(value -> value.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
                .findFirst()
                .map(value -> new BearerTokenAuthenticationToken(
                        value.substring(SCHEME.length()).strip())));
    }
}
