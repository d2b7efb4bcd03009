package photoset.api.jobs;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import photoset.api.uploads.Links;
import photoset.workflows.job.ItemState;
import photoset.workflows.job.JobState;
import photoset.workflows.rendering.Rule;

/**
 * A job as its owner sees it.
 *
 * @param endReason why it ended: finished, canceled_by_user, canceled_by_operator, upload_window_passed,
 *     execute_window_passed; absent before
 * @param downloadUrls of the delivered photos; valid for minutes, ask again for fresh ones
 * @param expiresAt when it ends by itself; once it has ended, when its pictures are deleted
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record JobView(
        @JsonProperty("job_id") String jobId,
        @JsonProperty("status") JobState status,
        @JsonProperty("end_reason") @Nullable String endReason,
        @JsonProperty("preset") String preset,
        @JsonProperty("total_items") int totalItems,
        @JsonProperty("done_items") int doneItems,
        @JsonProperty("failed_items") int failedItems,
        @JsonProperty("items") List<Item> items,
        @JsonProperty("download_urls") List<Download> downloadUrls,
        @JsonProperty("credits") Credits credits,
        @JsonProperty("rule") @Nullable Rule rule,
        @JsonProperty("rule_id") @Nullable String ruleId,
        @JsonProperty("output_template") @Nullable String outputTemplate,
        @JsonProperty("created_at") Instant createdAt,
        @JsonProperty("updated_at") Instant updatedAt,
        @JsonProperty("expires_at") Instant expiresAt) {
    /** One photo. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Item(
            @JsonProperty("idx") int idx,
            @JsonProperty("status") ItemState status,
            @JsonProperty("error") @Nullable Fault error) {}

    /** Why a photo failed, and what its owner can do. */
    record Fault(
            @JsonProperty("code") String code,
            @JsonProperty("message") String message) {}

    /** Where a delivered photo can be read; secrets. */
    record Download(
            @JsonProperty("idx") int idx,
            @JsonProperty("output_url") URI outputUrl,
            @JsonProperty("preview_url") URI previewUrl) {
        /** Leaves the links out. */
        @Override
        public String toString() {
            return "Download[idx=" + idx + "]";
        }
    }

    /** What the job has cost: {@code held} at confirm is {@code captured} and {@code released} once it has ended. */
    record Credits(
            @JsonProperty("held") int held,
            @JsonProperty("captured") int captured,
            @JsonProperty("released") int released) {}

    static JobView of(JobDetails job, Links links) {
        return new JobView(
                job.id(),
                job.status(),
                job.endReason(),
                job.preset(),
                job.totalItems(),
                job.doneItems(),
                job.failedItems(),
                job.photos().stream().map(JobView::item).toList(),
                downloads(job.photos(), links),
                credits(job),
                job.rule(),
                job.ruleId(),
                job.outputTemplate(),
                job.createdAt(),
                job.updatedAt(),
                job.expiresAt());
    }

    private static Item item(JobDetails.Photo photo) {
        @Nullable String code = photo.code();
        @Nullable String message = photo.message();
        return new Item(photo.idx(), photo.status(), code == null || message == null ? null : new Fault(code, message));
    }

    private static List<Download> downloads(List<JobDetails.Photo> photos, Links links) {
        List<Download> downloads = new ArrayList<>();
        for (var photo : photos) {
            @Nullable String output = photo.output();
            @Nullable String preview = photo.preview();
            if (output != null && preview != null) {
                downloads.add(new Download(photo.idx(), links.toGet(output), links.toGet(preview)));
            }
        }
        return downloads;
    }

    private static Credits credits(JobDetails job) {
        int released = job.status().isFinal() ? job.heldItems() - job.doneItems() : job.failedItems();
        return new Credits(job.heldItems(), job.doneItems(), released);
    }
}
