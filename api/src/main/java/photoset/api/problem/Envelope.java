package photoset.api.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.server.ServerWebExchange;

/**
 * What every JSON answer is wrapped in.
 *
 * @param data the answer, null when refused
 * @param error the refusal, null on success
 */
public record Envelope<T>(
        @JsonProperty("success") boolean success,
        @JsonProperty("data") @Nullable T data,
        @JsonProperty("error") @Nullable Failure error,
        @JsonProperty("meta") Meta meta) {
    /** The exchange attribute that holds the request id. */
    public static final String REQUEST_ID = Envelope.class.getName() + ".requestId";

    /** A refusal; {@code code} is a {@link Problem}. */
    public record Failure(
            @JsonProperty("code") String code,

            @Schema(maxLength = ProblemHandler.MESSAGE_CHARS_MAX + 1) @JsonProperty("message")
            String message,

            @ArraySchema(maxItems = ProblemHandler.DETAILS_MAX) @JsonProperty("details")
            List<Detail> details) {}

    /** One broken field, one missing photo, or the sums of a refused hold. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Detail(
            @Schema(maxLength = ProblemHandler.FIELD_CHARS_MAX + 1) @JsonProperty("field") @Nullable
            String field,

            @JsonProperty("idx") @Nullable Integer idx,

            @Schema(maxLength = ProblemHandler.MESSAGE_CHARS_MAX + 1) @JsonProperty("message") @Nullable
            String message,

            @JsonProperty("needed") @Nullable Long needed,
            @JsonProperty("available") @Nullable Long available) {
        public static Detail field(String field, String message) {
            return new Detail(field, null, message, null, null);
        }

        /** The same of a part of the request, e.g. {@code variants[1]}. */
        Detail at(String place) {
            return new Detail(field == null ? place : place + "." + field, idx, message, needed, available);
        }

        public static Detail item(int idx, String message) {
            return new Detail(null, idx, message, null, null);
        }

        public static Detail credits(long needed, long available) {
            return new Detail(null, null, null, needed, available);
        }
    }

    /** When the answer was made and under which id it can be found in the logs. */
    public record Meta(
            @Schema(pattern = "^" + RequestIds.PATTERN + "$") @JsonProperty("request_id")
            String requestId,

            @JsonProperty("timestamp") Instant timestamp) {
        static Meta of(ServerWebExchange exchange) {
            return new Meta(
                    exchange.getAttributeOrDefault(
                            REQUEST_ID, exchange.getRequest().getId()),
                    Clock.systemUTC().instant());
        }
    }

    /** Wraps an answer. */
    public static <T> Envelope<T> of(ServerWebExchange exchange, T data) {
        return new Envelope<>(true, data, null, Meta.of(exchange));
    }

    /** Wraps a refusal. */
    public static Envelope<Void> refusal(
            ServerWebExchange exchange, Problem problem, String message, List<Detail> details) {
        return new Envelope<>(false, null, new Failure(problem.name(), message, details), Meta.of(exchange));
    }
}
