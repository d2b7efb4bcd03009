package photoset.api.jobs;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
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

    /** A job whose rule was accepted. */
    record Queued(
            @JsonProperty("job_id") JobId jobId,
            @JsonProperty("status") JobState status) {}

    /** A job that is being segmented. */
    record Segmenting(
            @JsonProperty("job_id") JobId jobId,
            @JsonProperty("segmentation") SegmentationState segmentation) {}

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
