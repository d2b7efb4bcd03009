package photoset.api.cors;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.reactive.CorsWebFilter;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import photoset.api.roles.InRole;
import photoset.api.roles.Role;

/** Before everything else: a preflight carries no token, and refusals are for the page to read too. */
@Configuration(proxyBeanMethods = false)
@InRole(Role.WEB)
@EnableConfigurationProperties(CorsSettings.class)
class CorsWiring {
    /** The longest that browsers keep the answer of a preflight (Chromium: two hours). */
    private static final Duration PREFLIGHT_KEPT = Duration.ofHours(2);

    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    WebFilter corsFilter(CorsSettings settings) {
        var rules = rules(settings);
        return new CorsWebFilter(exchange -> isListed(settings, exchange) ? rules : null);
    }

    /**
     * An origin that is not listed gets no permission, which the browser enforces. It is not refused here: behind a proxy
     * that ends TLS the studio's own origin looks like a stranger's.
     */
    private static boolean isListed(CorsSettings settings, ServerWebExchange exchange) {
        @Nullable String origin = exchange.getRequest().getHeaders().getOrigin();
        return origin != null && settings.allowedOrigins().contains(origin);
    }

    private static CorsConfiguration rules(CorsSettings settings) {
        var rules = new CorsConfiguration();
        rules.setAllowedOrigins(settings.allowedOrigins());
        for (var method : List.of(
                HttpMethod.GET,
                HttpMethod.HEAD,
                HttpMethod.POST,
                HttpMethod.PUT,
                HttpMethod.PATCH,
                HttpMethod.DELETE)) {
            rules.addAllowedMethod(method);
        }
        rules.setAllowedHeaders(List.of(
                HttpHeaders.AUTHORIZATION,
                HttpHeaders.CONTENT_TYPE,
                HttpHeaders.IF_NONE_MATCH,
                "Idempotency-Key",
                "Last-Event-ID",
                "X-Request-Id"));
        rules.setExposedHeaders(
                List.of(HttpHeaders.ETAG, HttpHeaders.RETRY_AFTER, "Idempotency-Replayed", "X-Request-Id"));
        // Tokens travel in a header that the page sets itself; there are no cookies to lend.
        rules.setAllowCredentials(false);
        rules.setMaxAge(PREFLIGHT_KEPT);
        return rules;
    }
}
