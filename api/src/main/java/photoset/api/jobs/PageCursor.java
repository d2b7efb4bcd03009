package photoset.api.jobs;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import photoset.api.problem.ApiException;
import photoset.api.problem.Envelope.Detail;
import photoset.api.problem.Problem;
import photoset.workflows.JobId;

/** The last job of a page; the next page begins after it. Opaque to clients. */
record PageCursor(Instant createdAt, String id) {
    /** No job is older, and PostgreSQL knows no time as far away as {@link Instant} does. */
    private static final Instant OLDEST = Instant.EPOCH;

    private static final PageCursor NEWEST = new PageCursor(Instant.parse("9999-12-31T00:00:00Z"), "");

    static PageCursor of(JobSummary last) {
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
            var cursor = new PageCursor(Instant.parse(parts[0]), new JobId(parts[1]).value());
            if (cursor.createdAt.isBefore(OLDEST) || cursor.createdAt.isAfter(NEWEST.createdAt)) {
                throw foreign();
            }
            return cursor;
        } catch (IllegalArgumentException | DateTimeException | ArrayIndexOutOfBoundsException e) {
            throw foreign();
        }
    }

    private static ApiException foreign() {
        return ApiException.because(
                Problem.VALIDATION_FAILED,
                "The cursor is none that GET /jobs gave.",
                List.of(Detail.field("cursor", "must come from a Link header")));
    }
}
