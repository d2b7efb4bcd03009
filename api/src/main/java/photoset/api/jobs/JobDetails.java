package photoset.api.jobs;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import photoset.api.forecast.Forecast;
import photoset.api.jobstore.StoredVariant;
import photoset.workflows.job.ItemState;
import photoset.workflows.job.JobState;

/**
 * A job's row with its photos.
 *
 * @param itemCredits what a delivered item costs
 * @param heldCredits held at confirm, at execute and by retries
 * @param retries how often what failed was run again
 * @param variants empty before it is executed
 * @param segmentation before the rule; null when there was none
 * @param availability whether the pictures can still be had
 * @param pictures by idx, then in the order of the variants; those that can still be had
 * @param forecast when it will be done; null unless it is queued or running
 * @param lastSeq the number of its last event; nothing changes without one
 */
record JobDetails(
        String id,
        JobState status,
        @Nullable String endReason,
        String preset,
        int totalItems,
        int doneItems,
        int failedItems,
        int itemCredits,
        int heldCredits,
        int retries,
        List<StoredVariant> variants,
        @Nullable String outputTemplate,
        @Nullable Run segmentation,
        long lastSeq,
        Instant createdAt,
        Instant updatedAt,
        Instant expiresAt,
        Pictures availability,
        List<Photo> photos,
        List<Picture> pictures,
        @Nullable Forecast forecast) {
    /** The same with when it will be done. */
    JobDetails forecast(Forecast made) {
        return new JobDetails(
                id,
                status,
                endReason,
                preset,
                totalItems,
                doneItems,
                failedItems,
                itemCredits,
                heldCredits,
                retries,
                variants,
                outputTemplate,
                segmentation,
                lastSeq,
                createdAt,
                updatedAt,
                expiresAt,
                availability,
                photos,
                pictures,
                made);
    }

    /**
     * One photo.
     *
     * @param viewable whether confirm found it good, and left a view of it
     */
    record Photo(
            int idx,
            ItemState status,
            boolean viewable,
            @Nullable String code,
            @Nullable String message,
            @Nullable SegmentationState segmentation,
            @Nullable String segmentationCode,
            @Nullable String segmentationMessage) {}

    /** The last of the runs of segmentation before the rule, and the concepts of all of them. */
    record Run(SegmentationState status, int runs, List<String> concepts) {}

    /** A photo in a variant; {@code output} and {@code preview} are keys. */
    record Picture(int idx, String variant, String output, String preview) {}
}
