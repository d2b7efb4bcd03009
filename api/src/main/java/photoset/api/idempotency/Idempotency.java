package photoset.api.idempotency;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.server.PathContainer;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import org.springframework.web.util.UriUtils;
import photoset.api.auth.Caller;
import photoset.api.auth.RouteGroup;
import photoset.api.idempotency.IdempotencyKeys.Use;
import photoset.api.problem.ApiException;
import photoset.api.problem.Envelope.Detail;
import photoset.api.problem.Problem;
import photoset.api.problem.ProblemHandler;
import photoset.api.roles.InRole;
import photoset.api.roles.Role;
import reactor.core.publisher.Mono;

/**
 * {@code Idempotency-Key} on POST, PUT and DELETE. The first answer is kept before it is sent and replayed for 24 hours;
 * a second request that comes while the first is worked on is asked to try again. Not kept: what went wrong here (5xx)
 * and what is refused for now (429), because those are worth another try; and presigned links, which a replay makes anew.
 *
 * <p>A key belongs to the user of the token. Without a token ({@code POST /auth/anon}, callbacks) it has no effect: a
 * replay would hand one caller's answer to whoever guesses the key. Nor with {@code POST /auth/refresh}, which repeats its
 * answer by itself: a token is not kept here; and with {@code POST /jobs/{id}/previews}, where the same words are the same
 * preview: what is told of one that is not ready yet, or of one that lives for an hour, must not be told for a day.
 *
 * <p>A client that goes away does not stop the work: its answer is there when it comes back.
 */
@Component
@InRole(Role.WEB)
// Behind the security filters (-100) and the rate limits (-90), so that what they refuse is not kept.
@Order(-80)
final class Idempotency implements WebFilter {
    private static final String HEADER = "Idempotency-Key";
    private static final String REPLAYED = "Idempotency-Replayed";
    private static final Set<HttpMethod> METHODS = Set.of(HttpMethod.POST, HttpMethod.PUT, HttpMethod.DELETE);
    private static final Pattern SANE = Pattern.compile("[\\x20-\\x7e]{1,255}");

    /** The most that any request may send; the codecs' limit says the same. */
    private static final int BODY_BYTES_MAX = 1 << 20;

    private static final Duration PENDING_FOR = Duration.ofSeconds(1);

    private final IdempotencyKeys keys;
    private final LinkedAnswers links;
    private final ProblemHandler problems;
    private final RequestMappingHandlerMapping controllers;

    Idempotency(
            IdempotencyKeys keys,
            LinkedAnswers links,
            ProblemHandler problems,
            @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping controllers) {
        this.keys = keys;
        this.links = links;
        this.problems = problems;
        this.controllers = controllers;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        List<String> values = exchange.getRequest().getHeaders().getOrEmpty(HEADER);
        if (values.isEmpty()
                || !METHODS.contains(exchange.getRequest().getMethod())
                || isRepeating(exchange.getRequest())) {
            return chain.filter(exchange);
        }
        return Caller.of(exchange)
                .filterWhen(_ -> isServed(exchange))
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .flatMap(caller -> caller.isEmpty()
                        ? chain.filter(exchange)
                        : body(exchange)
                                .flatMap(body ->
                                        once(exchange, chain, use(caller.get(), values, exchange, body), body)));
    }

    private static boolean isRepeating(ServerHttpRequest request) {
        return RouteGroup.isRepeating(request.getMethod(), request.getPath().pathWithinApplication());
    }

    /** A call that no controller takes is refused as that, whatever its key was used for, and uses up none. */
    private Mono<Boolean> isServed(ServerWebExchange exchange) {
        return controllers.getHandler(exchange).hasElement().onErrorReturn(false);
    }

    private Mono<Void> once(ServerWebExchange exchange, WebFilterChain chain, Use use, byte[] body) {
        return keys.claim(use).flatMap(claim -> switch (claim) {
            case KeyClaim.Mine _ -> {
                RequestKey.keep(exchange, use.key());
                yield work(exchange, chain, use, body);
            }
            case KeyClaim.Answered answered ->
                links.withFreshLinks(use.owner(), answered.answer()).flatMap(answer -> replay(exchange, answer));
            case KeyClaim.Pending _ ->
                Mono.error(ApiException.forNow(
                        Problem.IDEMPOTENCY_CONFLICT,
                        "The first request with this key is still worked on.",
                        PENDING_FOR));
            case KeyClaim.Foreign _ -> Mono.error(ApiException.because(Problem.IDEMPOTENCY_CONFLICT));
            case KeyClaim.TooMany(int max) ->
                Mono.error(ApiException.forNow(
                        Problem.RATE_LIMITED,
                        "The account has used %d keys within a day; wait, or send the call without a key."
                                .formatted(max),
                        KeyCleanup.EVERY));
        });
    }

    private Mono<Void> work(ServerWebExchange exchange, WebFilterChain chain, Use use, byte[] body) {
        var recorded = new RecordedExchange(
                exchange,
                body,
                answer ->
                        worthKeeping(answer.status()) ? keys.keep(use, links.withoutLinks(answer)) : keys.release(use));
        return Mono.deferContextual(context -> Mono.fromFuture(
                chain.filter(recorded)
                        .onErrorResume(failure -> problems.handle(recorded, failure))
                        .contextWrite(context)
                        .toFuture(),
                true));
    }

    private static boolean worthKeeping(int status) {
        var code = HttpStatusCode.valueOf(status);
        return !code.is5xxServerError() && !code.isSameCodeAs(HttpStatus.TOO_MANY_REQUESTS);
    }

    private static Mono<Void> replay(ServerWebExchange exchange, StoredAnswer answer) {
        var response = exchange.getResponse();
        response.setRawStatusCode(answer.status());
        response.getHeaders().set(REPLAYED, "true");
        @Nullable String type = answer.contentType();
        if (type != null) {
            response.getHeaders().set(HttpHeaders.CONTENT_TYPE, type);
        }
        return response.writeWith(Mono.fromSupplier(
                () -> response.bufferFactory().wrap(answer.body().getBytes(StandardCharsets.UTF_8))));
    }

    private static Mono<byte[]> body(ServerWebExchange exchange) {
        return DataBufferUtils.join(exchange.getRequest().getBody(), BODY_BYTES_MAX)
                .map(Idempotency::bytes)
                .defaultIfEmpty(new byte[0]);
    }

    private static byte[] bytes(DataBuffer buffer) {
        var bytes = new byte[buffer.readableByteCount()];
        buffer.read(bytes);
        DataBufferUtils.release(buffer);
        return bytes;
    }

    private static Use use(Caller caller, List<String> values, ServerWebExchange exchange, byte[] body) {
        var key = unquoted(values.getFirst());
        if (values.size() > 1 || !SANE.matcher(key).matches()) {
            throw ApiException.because(
                    Problem.VALIDATION_FAILED,
                    Problem.VALIDATION_FAILED.sentence(),
                    List.of(Detail.field(HEADER, "must be one key of 1 to 255 visible ASCII characters")));
        }
        return new Use(caller.user(), key, fingerprint(exchange, body));
    }

    /** The standard's draft writes the key in quotes, most clients do not: both mean the same key. */
    private static String unquoted(String value) {
        return value.length() > 1 && value.startsWith("\"") && value.endsWith("\"")
                ? value.substring(1, value.length() - 1)
                : value;
    }

    /** In the one spelling that stands for all those that reach the same controller. */
    private static String path(ServerHttpRequest request) {
        return request.getPath().pathWithinApplication().elements().stream()
                .map(element -> element instanceof PathContainer.PathSegment segment
                        ? UriUtils.encodePathSegment(segment.valueToMatch(), StandardCharsets.UTF_8)
                        : element.value())
                .collect(Collectors.joining());
    }

    private static String fingerprint(ServerWebExchange exchange, byte[] body) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            var request = exchange.getRequest();
            var line = request.getMethod() + " " + path(request) + "?"
                    + request.getURI().getRawQuery() + "\n";
            digest.update(line.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest(body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }
}
