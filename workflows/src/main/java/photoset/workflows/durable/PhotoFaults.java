package photoset.workflows.durable;

import io.temporal.failure.ActivityFailure;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.TimeoutFailure;
import photoset.workflows.photos.PhotoError;
import photoset.workflows.photos.PhotoFault;

/** Failed activities in the words of the contract. What has no words there is told without inner detail. */
final class PhotoFaults {
    private PhotoFaults() {}

    static PhotoFault of(ActivityFailure failure) {
        if (failure.getCause() instanceof ApplicationFailure known) {
            for (PhotoError error : PhotoError.values()) {
                if (error.name().equals(known.getType())) {
                    return new PhotoFault(error, known.getOriginalMessage());
                }
            }
        }
        if (failure.getCause() instanceof TimeoutFailure) {
            // Silent workers are retried, so this is the time for all attempts, waiting included.
            return new PhotoFault(
                    PhotoError.SERVICE_UNAVAILABLE,
                    "No worker was free for the photo in time. The photo itself is fine: send it again in a new job.");
        }
        return switch (failure.getActivityType()) {
            case "Inspect" ->
                new PhotoFault(PhotoError.UNREADABLE_PHOTO, "The photo could not be checked. Save it anew as JPEG.");
            case "Segment" ->
                new PhotoFault(PhotoError.SEGMENTATION_FAILED, "The photo could not be segmented. Try it again later.");
            default ->
                new PhotoFault(PhotoError.RENDERING_FAILED, "The rule could not be applied. Try it again later.");
        };
    }
}
