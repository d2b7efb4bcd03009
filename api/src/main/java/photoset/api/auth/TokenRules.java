package photoset.api.auth;

import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.jwt.JwtValidationException;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.header.ReferrerPolicyServerHttpHeadersWriter.ReferrerPolicy;
import org.springframework.security.web.server.savedrequest.NoOpServerRequestCache;
import photoset.api.problem.ApiException;
import photoset.api.problem.Problem;
import photoset.api.roles.InRole;
import photoset.api.roles.Role;
import photoset.objects.StoreSettings;
import reactor.core.publisher.Mono;

/**
 * Who may call what. One chain for what is open, which does not look at tokens, so that a stale one disturbs nobody; one
 * that takes expired ones, to renew them; one for everything else, which demands a good one. There are no cookies, so there is no forgery to guard against.
 */
@Configuration(proxyBeanMethods = false)
@InRole(Role.WEB)
@EnableConfigurationProperties({AuthSettings.class, StoreSettings.class})
class TokenRules {
    /** A year, the least that lists of such hosts take. */
    private static final Duration TLS_ONLY_FOR = Duration.ofDays(365);

    /** The page of the API document sets its styles inline; no script may. */
    private static final String DOCS_POLICY =
            "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; "
                    + "object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private final String studioPolicy;

    TokenRules(StoreSettings store) {
        this.studioPolicy = studioPolicy(store.linkOrigin());
    }

    @Bean
    TokenIssuer tokens(AuthSettings settings) {
        return new TokenIssuer(settings, Clock.systemUTC());
    }

    @Bean
    ReactiveJwtDecoder tokenDecoder(AuthSettings settings, EndedTokens ended) {
        return TokenDecoder.ofGood(settings, Clock.systemUTC(), ended);
    }

    @Bean
    @Order(0)
    SecurityWebFilterChain docs(ServerHttpSecurity http) {
        return plain(http, DOCS_POLICY)
                .securityMatcher(RouteGroup.DOCS.matcher())
                .authorizeExchange(all -> all.anyExchange().permitAll())
                .build();
    }

    @Bean
    @Order(1)
    SecurityWebFilterChain open(ServerHttpSecurity http) {
        return plain(http, studioPolicy)
                .securityMatcher(RouteGroup.openMatcher())
                .authorizeExchange(all -> all.anyExchange().permitAll())
                .build();
    }

    /** A token that has expired can be renewed, and nothing else. */
    @Bean
    @Order(2)
    SecurityWebFilterChain renewal(ServerHttpSecurity http, AuthSettings settings) {
        return bearing(http, TokenDecoder.ofRenewable(settings, Clock.systemUTC()))
                .securityMatcher(RouteGroup.REFRESH.matcher())
                .authorizeExchange(all -> all.anyExchange().authenticated())
                .build();
    }

    @Bean
    @Order(3)
    SecurityWebFilterChain api(ServerHttpSecurity http, ReactiveJwtDecoder decoder) {
        return bearing(http, decoder)
                .authorizeExchange(paths -> paths.matchers(RouteGroup.ADMIN.matcher())
                        .hasAuthority("SCOPE_admin")
                        .anyExchange()
                        .authenticated())
                .build();
    }

    private ServerHttpSecurity bearing(ServerHttpSecurity http, ReactiveJwtDecoder decoder) {
        return plain(http, studioPolicy)
                .oauth2ResourceServer(tokens -> tokens.bearerTokenConverter(new BearerToken())
                        .authenticationEntryPoint((_, refused) -> refusal(refused))
                        .jwt(jwt -> jwt.jwtDecoder(decoder)))
                .exceptionHandling(answers -> answers.authenticationEntryPoint((_, refused) -> refusal(refused))
                        .accessDeniedHandler((_, _) -> Mono.error(ApiException.because(Problem.FORBIDDEN))));
    }

    private ServerHttpSecurity plain(ServerHttpSecurity http, String contentPolicy) {
        return http.csrf(ServerHttpSecurity.CsrfSpec::disable)
                .httpBasic(ServerHttpSecurity.HttpBasicSpec::disable)
                .formLogin(ServerHttpSecurity.FormLoginSpec::disable)
                .logout(ServerHttpSecurity.LogoutSpec::disable)
                .requestCache(cache -> cache.requestCache(NoOpServerRequestCache.getInstance()))
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(contentPolicy))
                        // Neighbours below the same name, such as a store, may serve plain HTTP.
                        .hsts(tls -> tls.maxAge(TLS_ONLY_FOR).includeSubdomains(false))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
                        .permissionsPolicy(policy -> policy.policy("geolocation=(), microphone=(), camera=(self)")));
    }

    // Pictures lie in the store and are put there by the page; blob: is what a person has just picked or photographed.
    private static String studioPolicy(String store) {
        return "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; connect-src 'self' " + store
                + "; img-src 'self' blob: " + store
                + "; media-src 'self' blob:; worker-src 'self'; manifest-src 'self'; "
                + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    }

    private static Mono<Void> refusal(AuthenticationException refused) {
        if (refused.getCause() instanceof JwtValidationException claims
                && claims.getErrors().stream().anyMatch(error -> ClaimsCheck.EXPIRED.equals(error.getErrorCode()))) {
            return Mono.error(ApiException.because(Problem.TOKEN_EXPIRED));
        }
        return Mono.error(ApiException.because(
                refused instanceof OAuth2AuthenticationException ? Problem.TOKEN_INVALID : Problem.AUTH_REQUIRED));
    }
}
