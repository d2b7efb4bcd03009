package photoset.workflows.photos;

import io.temporal.activity.ActivityInterface;

/** Decides what an upload is worth, on {@link photoset.workflows.TaskQueues#CPU}. */
@ActivityInterface
public interface PhotoInspection {
    /**
     * Checks the magic bytes, the announced size and hash, the limits, and decodes the whole picture; an accepted photo
     * is copied to its immutable key and its view for models is written.
     *
     * <p>A bad photo is a verdict, not a failure; only surroundings that are away are one. Heartbeats while it works; running twice writes the same bytes
     * to the same keys.
     */
    Inspection inspect(PhotoCheck check);
}
