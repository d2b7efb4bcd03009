package photoset.cli.client;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * What a call came back with.
 *
 * @param body the envelope; a missing node when the body is no JSON
 */
public record ApiResponse(int status, HttpHeaders headers, JsonNode body) {
    private static final int UNAVAILABLE = 503;

    /** Whether the call did what it was asked. */
    public boolean success() {
        return status / 100 == 2;
    }

    /** How long to wait before the same call again, when a part of the service is away (503) and the answer says so. */
    public Optional<Duration> retryAfter() {
        return status == UNAVAILABLE
                ? headers.firstValue("Retry-After").map(Long::valueOf).map(Duration::ofSeconds)
                : Optional.empty();
    }

    /** The answer inside the envelope. */
    public JsonNode data() {
        return body.path("data");
    }

    /** The refusal's code, or an empty text. */
    public String code() {
        return body.path("error").path("code").asString("");
    }

    /** The refusal's sentence for people, or an empty text. */
    public String message() {
        return body.path("error").path("message").asString("");
    }

    /**
     * The answer inside the envelope, if there is one.
     *
     * @throws ApiError else
     */
    public JsonNode orRefuse() {
        if (!success()) {
            throw new ApiError(this);
        }
        return data();
    }
}
