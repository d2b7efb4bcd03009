package photoset.gpu.segmentation;

import io.temporal.failure.ApplicationFailure;
import java.io.IOException;
import photoset.activities.Progress;
import photoset.gpu.pictures.Picture;
import photoset.workflows.photos.PhotoError;
import photoset.workflows.segmentation.SegmentationTask;

/** The photo as models see it. */
public final class Views {
    private Views() {}

    /**
     * Reads the view of a task's photo.
     *
     * @throws ApplicationFailure for good, of type {@link PhotoError#SEGMENTATION_FAILED}, if it is no picture
     */
    public static Picture read(Bucket bucket, SegmentationTask task, Progress progress) {
        progress.transferring("fetch view");
        try {
            return Picture.decoded(bucket.get(task.photo().viewKey()));
        } catch (IOException broken) {
            throw ApplicationFailure.newNonRetryableFailureWithCause(
                    "The photo could not be prepared for segmentation. Upload it anew.",
                    PhotoError.SEGMENTATION_FAILED.name(),
                    broken);
        }
    }
}
