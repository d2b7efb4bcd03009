package photoset.gpu.segmentation;

import io.temporal.failure.ApplicationFailure;
import java.io.IOException;
import photoset.activities.Progress;
import photoset.imaging.Raster;
import photoset.objects.ObjectMissing;
import photoset.objects.ObjectTooLarge;
import photoset.workflows.photos.PhotoError;
import photoset.workflows.segmentation.SegmentationTask;

/** The photo as models see it. */
public final class Views {
    /** Near lossless JPEG of the longest side that can be set, 4,096 pixels, at a byte and a half each. */
    private static final long BYTES_MAX = 32L << 20;

    private Views() {}

    /**
     * Reads the view of a task's photo.
     *
     * @throws ApplicationFailure permanently, of type {@link PhotoError#SEGMENTATION_FAILED}, if it is missing or no picture
     */
    public static Raster read(Bucket bucket, SegmentationTask task, Progress progress) {
        progress.transferring("fetch view");
        try {
            return ImageDecoder.decoded(bucket.get(task.photo().viewKey(), BYTES_MAX));
        } catch (IOException | ObjectMissing | ObjectTooLarge broken) {
            throw ApplicationFailure.newNonRetryableFailureWithCause(
                    "The photo could not be prepared for segmentation. Upload it anew.",
                    PhotoError.SEGMENTATION_FAILED.name(),
                    broken);
        }
    }
}
