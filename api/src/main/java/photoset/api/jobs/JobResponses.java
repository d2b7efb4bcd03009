package photoset.api.jobs;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;
import photoset.api.forecast.Quote;
import photoset.workflows.JobId;
import photoset.workflows.job.JobState;
import photoset.workflows.job.UploadReceipt;

/** The small answers of {@code /jobs}. */
final class JobResponses {
    private JobResponses() {}

    /** A confirmed upload. */
    record Confirmed(
            @JsonProperty("job_id") JobId jobId,
            @JsonProperty("status") JobState status,
            @JsonProperty("items") List<JobView.Item> items) {
        static Confirmed of(JobId job, UploadReceipt receipt) {
            return new Confirmed(
                    job,
                    JobState.UPLOADED,
                    receipt.items().stream().map(Confirmed::item).toList());
        }

        private static JobView.Item item(UploadReceipt.Item item) {
            var fault = item.error();
            return new JobView.Item(
                    item.idx(),
                    item.status(),
                    fault == null ? null : new JobView.Fault(fault.code().name(), fault.message()),
                    null,
                    null);
        }
    }

    /**
     * A job whose rule was accepted.
     *
     * @param quote of a dry run, which leaves the job as it is; else absent
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Queued(
            @JsonProperty("job_id") JobId jobId,
            @JsonProperty("status") JobState status,
            @JsonProperty("quote") @Nullable Quote quote) {}

    /**
     * A job that is being segmented.
     *
     * @param segmentation absent of a dry run
     * @param quote of a dry run, which leaves the job as it is; else absent
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Segmenting(
            @JsonProperty("job_id") JobId jobId,
            @JsonProperty("segmentation") @Nullable SegmentationState segmentation,
            @JsonProperty("quote") @Nullable Quote quote) {}

    /** A canceled job. */
    record Canceled(
            @JsonProperty("job_id") JobId jobId,
            @JsonProperty("canceled") boolean canceled) {}

    /** A job whose pictures are deleted. */
    record Deleted(
            @JsonProperty("job_id") JobId jobId,
            @JsonProperty("deleted") boolean deleted) {}

    /** One job. */
    record One(@JsonProperty("job") JobView job) {}
}
