package photoset.workflows.photos;

import io.temporal.activity.ActivityInterface;
import java.util.List;

/** Decides what an upload is worth, on {@link photoset.workflows.TaskQueues#CPU}. */
@ActivityInterface
public interface PhotoInspection {
    /**
     * What of an album is there, in one look that reads no bytes; missing photos are left out. Fails only when the store is
     * away.
     */
    List<StoredUpload> find(AlbumCheck album);

    /**
     * Checks the magic bytes, the declared size and hash, the limits, and decodes the whole picture; an accepted photo
     * is copied to its immutable key and its view for models is written. The masks of a photo that another job keeps are
     * copied beside it. Reads and copies the ordered bytes only.
     *
     * <p>A photo that is not there is one when the order names no bytes. A bad photo is a verdict, not a failure; only surroundings that are away are one. Heartbeats while it works; running twice writes the same bytes
     * to the same keys.
     */
    Inspection inspect(PhotoCheck check);
}
