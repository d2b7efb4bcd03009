package photoset.api.jobs;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import photoset.api.problem.Envelope.Detail;
import photoset.api.problem.Problem;
import photoset.api.problem.RequestRefused;

/** The last job of a page; the next page begins after it. Opaque to clients. */
record PageCursor(Instant createdAt, String id) {
    private static final PageCursor NEWEST = new PageCursor(Instant.parse("9999-12-31T00:00:00Z"), "");

    static PageCursor of(JobLine last) {
        return new PageCursor(last.createdAt(), last.jobId());
    }

    String text() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((createdAt + " " + id).getBytes(StandardCharsets.UTF_8));
    }

    static PageCursor parse(@Nullable String text) {
        if (text == null) {
            return NEWEST;
        }
        try {
            var parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split(" ", 2);
            return new PageCursor(Instant.parse(parts[0]), parts[1]);
        } catch (IllegalArgumentException | DateTimeException | ArrayIndexOutOfBoundsException e) {
            throw RequestRefused.because(
                    Problem.VALIDATION_FAILED,
                    "The cursor is none that GET /jobs gave.",
                    List.of(Detail.field("cursor", "must come from a Link header")));
        }
    }
}
