package photoset.api.text;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.server.PathContainer.PathSegment;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import photoset.api.problem.ApiException;
import photoset.api.problem.Envelope.Detail;
import photoset.api.problem.Problem;
import reactor.core.publisher.Mono;

/**
 * Refuses an address with text that cannot be kept, by the name of its part: {@code path} or a query parameter. Bodies are
 * looked at where JSON is read; a header with NUL the server refuses by itself.
 */
@Component
// Behind the request's id, ahead of the security filters (-100), whose firewall refuses some of it without a name.
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
final class AddressTexts implements WebFilter {
    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        List<Detail> broken = new ArrayList<>();
        var request = exchange.getRequest();
        if (!segments(request).allMatch(StorableText::fits)) {
            broken.add(Detail.field("path", StorableText.NEEDED));
        }
        request.getQueryParams().forEach((name, values) -> {
            // A name without a value has a null.
            if (!StorableText.fits(name)
                    || !values.stream().allMatch(value -> value == null || StorableText.fits(value))) {
                broken.add(Detail.field(StorableText.replaced(name), StorableText.NEEDED));
            }
        });
        return broken.isEmpty()
                ? chain.filter(exchange)
                : Mono.error(ApiException.because(
                        Problem.VALIDATION_FAILED, Problem.VALIDATION_FAILED.sentence(), List.copyOf(broken)));
    }

    private static Stream<String> segments(ServerHttpRequest request) {
        return request.getPath().elements().stream()
                .filter(PathSegment.class::isInstance)
                .map(element -> ((PathSegment) element).valueToMatch());
    }
}
