package photoset.api.auth;

import org.springframework.boot.security.autoconfigure.actuate.web.reactive.EndpointRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.firewall.ServerExchangeRejectedHandler;
import org.springframework.security.web.server.firewall.ServerWebExchangeFirewall;
import org.springframework.security.web.server.firewall.StrictServerWebExchangeFirewall;
import photoset.api.problem.ApiException;
import photoset.api.problem.Problem;
import reactor.core.publisher.Mono;

/** What holds in both roles: health and metrics are open on the management port, and what no rule opens is shut. */
@Configuration(proxyBeanMethods = false)
@EnableWebFluxSecurity
class OperatorRules {
    @Bean
    @Order(0)
    SecurityWebFilterChain operators(ServerHttpSecurity http) {
        return http.securityMatcher(EndpointRequest.to("health", "prometheus"))
                .csrf(ServerHttpSecurity.CsrfSpec::disable)
                .authorizeExchange(all -> all.anyExchange().permitAll())
                .build();
    }

    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    SecurityWebFilterChain shut(ServerHttpSecurity http) {
        return http.csrf(ServerHttpSecurity.CsrfSpec::disable)
                .authorizeExchange(all -> all.anyExchange().denyAll())
                .exceptionHandling(answers -> answers.authenticationEntryPoint((_, _) -> nothingHere())
                        .accessDeniedHandler((_, _) -> nothingHere()))
                .build();
    }

    /** A method that no address takes, TRACE for one, is answered 405 where the addresses are known. */
    @Bean
    ServerWebExchangeFirewall anyMethod() {
        var firewall = new StrictServerWebExchangeFirewall();
        firewall.setUnsafeAllowAnyHttpMethod(true);
        return firewall;
    }

    @Bean
    ServerExchangeRejectedHandler insaneRequest() {
        return (_, rejected) -> Mono.error(rejected);
    }

    private static Mono<Void> nothingHere() {
        return Mono.error(ApiException.because(Problem.NOT_FOUND));
    }
}
