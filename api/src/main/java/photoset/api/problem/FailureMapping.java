package photoset.api.problem;

import io.grpc.StatusRuntimeException;
import io.r2dbc.spi.R2dbcNonTransientResourceException;
import io.r2dbc.spi.R2dbcTimeoutException;
import io.r2dbc.spi.R2dbcTransientException;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.HttpStatusCode;
import org.springframework.security.web.server.firewall.ServerExchangeRejectedException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.validation.FieldError;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.support.WebExchangeBindException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.server.MissingRequestValueException;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebInputException;
import photoset.api.problem.Envelope.Detail;
import photoset.objects.StoreUnavailable;

/** Says what any failure means to the caller. */
final class FailureMapping {
    /** Long enough for a database or a store to come back from a restart, short enough to be waited for. */
    private static final Duration AWAY = Duration.ofSeconds(5);

    private FailureMapping() {}

    static ApiException of(Throwable failure) {
        return switch (failure) {
            case ApiException refused -> refused;
            case WebExchangeBindException invalid -> invalid(fields(invalid));
            case HandlerMethodValidationException invalid -> invalid(parameters(invalid));
            case MissingRequestValueException missing ->
                invalid(List.of(Detail.field(missing.getName(), "is missing")));
            case ServerWebInputException input -> invalid(List.of(input(input)));
            case DataBufferLimitException _ -> ApiException.because(Problem.PAYLOAD_TOO_LARGE);
            case ServerExchangeRejectedException _ ->
                ApiException.because(Problem.VALIDATION_FAILED, "The address or a header of the request is not sane.");
            case ResponseStatusException status -> ApiException.because(problem(status.getStatusCode()));
            case Throwable other
            when away(other) -> ApiException.forNow(Problem.UNAVAILABLE, Problem.UNAVAILABLE.sentence(), AWAY);
            case Throwable _ -> ApiException.because(Problem.INTERNAL_ERROR);
        };
    }

    private static ApiException invalid(List<Detail> details) {
        return ApiException.because(Problem.VALIDATION_FAILED, Problem.VALIDATION_FAILED.sentence(), details);
    }

    private static List<Detail> fields(WebExchangeBindException invalid) {
        return invalid.getAllErrors().stream()
                .map(error -> Detail.field(
                        error instanceof FieldError field ? snakeCase(field.getField()) : "",
                        String.valueOf(error.getDefaultMessage())))
                .toList();
    }

    private static List<Detail> parameters(HandlerMethodValidationException invalid) {
        return invalid.getParameterValidationResults().stream()
                .flatMap(result -> result.getResolvableErrors().stream()
                        .map(error -> Detail.field(
                                name(result.getMethodParameter()), String.valueOf(error.getDefaultMessage()))))
                .toList();
    }

    /** As the request spells it. */
    private static String name(MethodParameter parameter) {
        @Nullable RequestParam named = parameter.getParameterAnnotation(RequestParam.class);
        return named == null || named.name().isEmpty() ? String.valueOf(parameter.getParameterName()) : named.name();
    }

    private static Detail input(ServerWebInputException input) {
        var parameter = input.getMethodParameter();
        if (parameter == null) {
            return Detail.field("", "The body must be JSON that fits.");
        }
        return parameter.hasParameterAnnotation(RequestBody.class)
                ? Detail.field("", "A JSON body is needed.")
                : Detail.field(name(parameter), wanted(parameter.getParameterType()));
    }

    private static String wanted(Class<?> type) {
        if (type == boolean.class || type == Boolean.class) {
            return "must be true or false";
        }
        return type.isPrimitive() || Number.class.isAssignableFrom(type) ? "must be a whole number" : "does not fit";
    }

    /** The problem that a status of the framework stands for; the enum names the general one of each status first. */
    private static Problem problem(HttpStatusCode status) {
        if (status.value() == 404) {
            return Problem.NOT_FOUND;
        }
        Optional<Problem> same = Arrays.stream(Problem.values())
                .filter(problem -> problem.status().value() == status.value())
                .findFirst();
        return same.orElse(status.is4xxClientError() ? Problem.VALIDATION_FAILED : Problem.INTERNAL_ERROR);
    }

    /** Whether something that the process needs does not answer. */
    private static boolean away(Throwable failure) {
        return causes(failure).anyMatch(cause -> switch (cause) {
            case StoreUnavailable _, R2dbcTimeoutException _, CannotCreateTransactionException _ -> true;
            case R2dbcTransientException _, R2dbcNonTransientResourceException _, IOException _ -> true;
            case StatusRuntimeException grpc -> away(grpc);
            case Throwable _ -> false;
        });
    }

    private static boolean away(StatusRuntimeException grpc) {
        return switch (grpc.getStatus().getCode()) {
            case UNAVAILABLE, DEADLINE_EXCEEDED, RESOURCE_EXHAUSTED, CANCELLED -> true;
            case OK, UNKNOWN, INVALID_ARGUMENT, NOT_FOUND, ALREADY_EXISTS, PERMISSION_DENIED -> false;
            case FAILED_PRECONDITION, ABORTED, OUT_OF_RANGE, UNIMPLEMENTED, INTERNAL, DATA_LOSS, UNAUTHENTICATED ->
                false;
        };
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause);
    }

    private static String snakeCase(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
    }
}
