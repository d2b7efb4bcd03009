package photoset.api.problem;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import photoset.api.problem.Envelope.Detail;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Turns every failure into the envelope, here and nowhere else. A failure of ours is logged once, with the request's id. */
@Component
// Before the framework's own handlers of statuses (0) and of everything else (-1).
@Order(-2)
public final class ProblemHandler implements WebExceptionHandler {
    private static final Logger log = LoggerFactory.getLogger(ProblemHandler.class);

    /** More would help nobody, and a hostile body could ask for a megabyte of them. */
    static final int DETAILS_MAX = 50;

    /** A field's name comes from the request and may be as long as that. */
    static final int FIELD_CHARS_MAX = 100;

    /** Some paragraphs; a list of all that is known may be longer. */
    static final int MESSAGE_CHARS_MAX = 2000;

    private final JsonMapper json;

    ProblemHandler(JsonMapper json) {
        this.json = json;
    }

    /** Writes the refusal, unless the answer has begun already. */
    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable failure) {
        var response = exchange.getResponse();
        if (response.isCommitted()) {
            return Mono.error(failure);
        }
        var refused = FailureMapping.of(failure);
        log(exchange, refused, failure);
        var status = refused.problem().status();
        response.setStatusCode(status);
        headers(response.getHeaders(), refused, failure);
        var body = json.writeValueAsBytes(Envelope.refusal(
                exchange,
                refused.problem(),
                cut(String.valueOf(refused.getMessage()), MESSAGE_CHARS_MAX),
                bounded(refused.details())));
        return response.writeWith(
                Mono.fromSupplier(() -> response.bufferFactory().wrap(body)));
    }

    private static void headers(HttpHeaders headers, ApiException refused, Throwable failure) {
        if (failure instanceof ErrorResponse framework) {
            // Allow, Accept and the like.
            headers.addAll(framework.getHeaders());
        }
        headers.setContentType(MediaType.APPLICATION_JSON);
        var wait = refused.retryAfter();
        if (wait != null) {
            headers.set(
                    HttpHeaders.RETRY_AFTER,
                    Long.toString(Math.max(1, wait.plusMillis(999).toSeconds())));
        }
        if (refused.problem() == Problem.REQUEST_TIMEOUT) {
            // What is left of the body would be taken for the next request.
            headers.set(HttpHeaders.CONNECTION, "close");
        }
        if (refused.problem().status() == HttpStatus.UNAUTHORIZED) {
            headers.set(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
    }

    private static List<Detail> bounded(List<Detail> details) {
        return details.stream()
                .limit(DETAILS_MAX)
                .map(detail -> new Detail(
                        maybeCut(detail.field(), FIELD_CHARS_MAX),
                        detail.idx(),
                        maybeCut(detail.message(), MESSAGE_CHARS_MAX),
                        detail.needed(),
                        detail.available()))
                .toList();
    }

    private static @Nullable String maybeCut(@Nullable String text, int charsMax) {
        return text == null ? null : cut(text, charsMax);
    }

    /** With a sign that more was there. */
    private static String cut(String text, int charsMax) {
        return text.codePointCount(0, text.length()) <= charsMax
                ? text
                : text.substring(0, text.offsetByCodePoints(0, charsMax)) + "…";
    }

    /** Something that is away is one line each, whatever the stack: there will be many until it is back. */
    private static void log(ServerWebExchange exchange, ApiException refused, Throwable failure) {
        var request = exchange.getRequest();
        @Nullable Object id = exchange.getAttribute(Envelope.REQUEST_ID);
        if (refused.problem() == Problem.UNAVAILABLE) {
            var cause = NestedExceptionUtils.getMostSpecificCause(failure);
            log.warn(
                    "request.unavailable method={} path={} request={} reason={}",
                    request.getMethod(),
                    request.getPath(),
                    id,
                    cause.toString());
        } else if (refused.problem().status().is5xxServerError()) {
            log.error(
                    "request.failed method={} path={} request={}", request.getMethod(), request.getPath(), id, failure);
        }
    }
}
