package photoset.cli.client;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** A call was refused; the message is the server's sentence for people, and below it a line for each detail. */
public final class ApiError extends RuntimeException {
    private final int status;

    ApiError(ApiResponse answer) {
        super(sentence(answer));
        this.status = answer.status();
    }

    private static String sentence(ApiResponse answer) {
        var said = answer.message().isEmpty() ? "The server answered " + answer.status() + "." : answer.message();
        var details = answer.body().path("error").path("details");
        return Stream.concat(Stream.of(said), details.valueStream().map(ApiError::line))
                .filter(line -> !line.isBlank())
                .collect(Collectors.joining("\n  "));
    }

    private static String line(JsonNode detail) {
        var field = detail.has("idx")
                ? "photo " + detail.path("idx").asString()
                : detail.path("field").asString("");
        return (field + " " + detail.path("message").asString("")).strip();
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }
}
