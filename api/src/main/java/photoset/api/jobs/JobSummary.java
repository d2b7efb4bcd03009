package photoset.api.jobs;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import photoset.workflows.job.JobState;

/** A job in the list of jobs. */
record JobSummary(
        @JsonProperty("job_id") String jobId,
        @JsonProperty("status") JobState status,
        @JsonProperty("preset") String preset,
        @JsonProperty("created_at") Instant createdAt,
        @JsonProperty("progress") Progress progress) {
    /** How many photos have ended, of how many. */
    record Progress(
            @JsonProperty("done") int done,
            @JsonProperty("failed") int failed,
            @JsonProperty("total") int total) {}
}
