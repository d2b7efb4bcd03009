package photoset.cli.client;

import java.net.http.HttpHeaders;
import tools.jackson.databind.JsonNode;

/**
 * What a call came back with.
 *
 * @param body the envelope; a missing node when the body is no JSON
 */
public record ApiResponse(int status, HttpHeaders headers, JsonNode body) {
    /** Whether the call did what it was asked. */
    public boolean success() {
        return status / 100 == 2;
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
