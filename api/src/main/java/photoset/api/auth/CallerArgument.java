package photoset.api.auth;

import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.web.reactive.BindingContext;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.result.method.HandlerMethodArgumentResolver;
import org.springframework.web.reactive.result.method.annotation.ArgumentResolverConfigurer;
import org.springframework.web.server.ServerWebExchange;
import photoset.api.problem.ApiException;
import photoset.api.problem.Problem;
import reactor.core.publisher.Mono;

/** Lets a controller say {@code Caller caller}. */
@Configuration(proxyBeanMethods = false)
class CallerArgument implements WebFluxConfigurer, HandlerMethodArgumentResolver {
    @Override
    public void configureArgumentResolvers(ArgumentResolverConfigurer configurer) {
        configurer.addCustomResolver(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Caller.class;
    }

    @Override
    public Mono<Object> resolveArgument(MethodParameter parameter, BindingContext binding, ServerWebExchange exchange) {
        return Caller.of(exchange)
                .cast(Object.class)
                .switchIfEmpty(Mono.error(() -> ApiException.because(Problem.AUTH_REQUIRED)));
    }
}
