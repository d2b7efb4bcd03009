package photoset.api.jobs;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import photoset.api.problem.ApiException;
import photoset.api.problem.Envelope.Detail;
import photoset.api.problem.Problem;
import photoset.workflows.JobId;

/** The last job of a page; the next page begins after it. */
record PageCursor(Instant createdAt, String id) {
    /** Microseconds, as exact as the database, up to the year 5138, and an id. */
    static final String PATTERN = "^([0-9]{1,17})\\.(" + JobId.PATTERN + ")$";

    private static final Pattern TEXT = Pattern.compile(PATTERN);
    private static final PageCursor NEWEST = new PageCursor(Instant.parse("9999-12-31T00:00:00Z"), "");

    static PageCursor of(JobSummary last) {
        return new PageCursor(last.createdAt(), last.jobId());
    }

    String text() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, createdAt) + "." + id;
    }

    static PageCursor parse(@Nullable String text) {
        if (text == null) {
            return NEWEST;
        }
        var parts = TEXT.matcher(text);
        if (!parts.matches()) {
            throw ApiException.because(
                    Problem.VALIDATION_FAILED,
                    "The cursor is none that GET /jobs gave.",
                    List.of(Detail.field("cursor", "must come from a Link header")));
        }
        return new PageCursor(Instant.EPOCH.plus(Long.parseLong(parts.group(1)), ChronoUnit.MICROS), parts.group(2));
    }
}
