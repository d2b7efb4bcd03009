package photoset.api.jobs;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import photoset.api.forecast.Forecast;
import photoset.api.jobstore.StoredVariant;
import photoset.api.uploads.Presigner;
import photoset.workflows.ObjectKeys;
import photoset.workflows.job.ItemState;
import photoset.workflows.job.JobState;
import photoset.workflows.rendering.Rule;

/**
 * A job as its owner sees it.
 *
 * @param endReason why it ended: finished, canceled_by_user, canceled_by_operator, upload_window_passed,
 *     execute_window_passed, no_progress; absent before
 * @param retries how often what failed was run again
 * @param queuePosition while it is queued or running: 1 for the job that is worked on first
 * @param etaSeconds while it is queued or running: until its last photo has ended; absent until photos were measured
 * @param pictures whether the pictures can still be had: kept, expired or deleted
 * @param downloadUrls of the delivered photos, one for each variant; valid for minutes, ask again for fresh ones. Empty
 *     when the pictures are not kept
 * @param variants what the photos are painted as; a job with one rule has the variant {@code a}
 * @param rule of a job with one variant
 * @param ruleId the saved rule that it came from
 * @param segmentation what was looked for before the rule; absent when nothing was
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
        @JsonProperty("retries") int retries,
        @JsonProperty("queue_position") @Nullable Integer queuePosition,
        @JsonProperty("eta_seconds") @Nullable Long etaSeconds,
        @JsonProperty("items") List<Item> items,
        @JsonProperty("pictures") Pictures pictures,
        @JsonProperty("download_urls") List<Download> downloadUrls,
        @JsonProperty("credits") Credits credits,
        @JsonProperty("variants") List<StoredVariant> variants,
        @JsonProperty("rule") @Nullable Rule rule,
        @JsonProperty("rule_id") @Nullable String ruleId,
        @JsonProperty("output_template") @Nullable String outputTemplate,
        @JsonProperty("segmentation") @Nullable Run segmentation,
        @JsonProperty("created_at") Instant createdAt,
        @JsonProperty("updated_at") Instant updatedAt,
        @JsonProperty("expires_at") Instant expiresAt) {
    /**
     * One photo.
     *
     * @param viewUrl where the photo itself can be looked at, upright and small; a secret. Absent before confirm, for a
     *     photo that was refused then, and when the pictures are not kept
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Item(
            @JsonProperty("idx") int idx,
            @JsonProperty("status") ItemState status,
            @JsonProperty("error") @Nullable Fault error,
            @JsonProperty("segmentation") @Nullable Look segmentation,
            @JsonProperty("view_url") @Nullable URI viewUrl) {
        /** Leaves the link out. */
        @Override
        public String toString() {
            return "Item[idx=" + idx + ", status=" + status + "]";
        }
    }

    /** How far the segmentation of one photo is. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "PhotoSegmentation")
    record Look(
            @JsonProperty("status") SegmentationState status,
            @JsonProperty("error") @Nullable Fault error) {}

    /**
     * The segmentation of the album before the rule.
     *
     * @param status of the last run; failed when no photo could be segmented
     * @param runs how many there were
     * @param concepts that all runs looked for
     */
    @Schema(name = "JobSegmentation")
    record Run(
            @JsonProperty("status") SegmentationState status,
            @JsonProperty("runs") int runs,
            @JsonProperty("concepts") List<String> concepts) {}

    /** Why a photo failed, and what its owner can do. */
    @Schema(name = "PhotoFault")
    record Fault(
            @JsonProperty("code") String code,
            @JsonProperty("message") String message) {}

    /** Where a delivered photo, and what was done to it, can be read in a variant; secrets. */
    record Download(
            @JsonProperty("idx") int idx,
            @JsonProperty("variant") String variant,
            @JsonProperty("output_url") URI outputUrl,
            @JsonProperty("preview_url") URI previewUrl,
            @JsonProperty("manifest_url") URI manifestUrl) {
        /** Leaves the links out. */
        @Override
        public String toString() {
            return "Download[idx=" + idx + ", variant=" + variant + "]";
        }
    }

    /** What the job has cost: {@code held} is {@code captured} and {@code released} once it has ended. */
    record Credits(
            @JsonProperty("held") int held,
            @JsonProperty("captured") int captured,
            @JsonProperty("released") int released) {}

    static JobView of(JobDetails job, ObjectKeys keys, Presigner presigner) {
        @Nullable
        StoredVariant only = job.variants().size() == 1 ? job.variants().getFirst() : null;
        @Nullable Forecast forecast = job.forecast();
        return new JobView(
                job.id(),
                job.status(),
                job.endReason(),
                job.preset(),
                job.totalItems(),
                job.doneItems(),
                job.failedItems(),
                job.retries(),
                forecast == null ? null : forecast.queuePosition(),
                forecast == null ? null : forecast.etaSeconds(),
                job.photos().stream()
                        .map(photo -> item(photo, view(job, photo, keys, presigner)))
                        .toList(),
                job.availability(),
                downloads(job.pictures(), keys, presigner),
                credits(job),
                job.variants(),
                only == null ? null : only.rule(),
                only == null ? null : only.ruleId(),
                job.outputTemplate(),
                run(job.segmentation()),
                job.createdAt(),
                job.updatedAt(),
                job.expiresAt());
    }

    private static Item item(JobDetails.Photo photo, @Nullable URI view) {
        return new Item(photo.idx(), photo.status(), fault(photo.code(), photo.message()), look(photo), view);
    }

    private static @Nullable URI view(JobDetails job, JobDetails.Photo photo, ObjectKeys keys, Presigner presigner) {
        boolean there = photo.viewable() && job.availability() == Pictures.KEPT;
        return there ? presigner.toView(photo.idx(), keys.view(photo.idx())) : null;
    }

    private static @Nullable Look look(JobDetails.Photo photo) {
        @Nullable SegmentationState state = photo.segmentation();
        return state == null ? null : new Look(state, fault(photo.segmentationCode(), photo.segmentationMessage()));
    }

    private static @Nullable Fault fault(@Nullable String code, @Nullable String message) {
        return code == null || message == null ? null : new Fault(code, message);
    }

    private static @Nullable Run run(JobDetails.@Nullable Run run) {
        return run == null ? null : new Run(run.status(), run.runs(), run.concepts());
    }

    private static List<Download> downloads(List<JobDetails.Picture> pictures, ObjectKeys keys, Presigner presigner) {
        return pictures.stream()
                .map(picture -> new Download(
                        picture.idx(),
                        picture.variant(),
                        presigner.toPicture(picture.idx(), picture.variant(), picture.output()),
                        presigner.toPreview(picture.idx(), picture.variant(), picture.preview()),
                        presigner.toManifest(
                                picture.idx(), picture.variant(), keys.manifest(picture.variant(), picture.idx()))))
                .toList();
    }

    private static Credits credits(JobDetails job) {
        int captured = job.doneItems() * job.itemCredits();
        return new Credits(job.heldCredits(), captured, job.heldCredits() - captured - stillHeld(job));
    }

    private static int stillHeld(JobDetails job) {
        boolean nothing = job.status() == JobState.CREATED || job.status().isFinal();
        return nothing ? 0 : (job.totalItems() - job.doneItems() - job.failedItems()) * job.itemCredits();
    }
}
