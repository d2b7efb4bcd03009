package photoset.workflows.rendering;

import java.util.List;
import org.jspecify.annotations.Nullable;
import photoset.workflows.JobId;
import photoset.workflows.UserId;
import photoset.workflows.photos.PhotoRef;
import photoset.workflows.rendering.RenderTask.Look;
import photoset.workflows.segmentation.SegmentedPhoto;

/**
 * The order to paint one photo once for each look.
 *
 * @param looks what to paint, protect and write, each of another variant; not empty
 * @param found the masks of every concept that a look names
 * @param albumWhite the white point of the whole album, {@code #rrggbb}; null if it is not known
 */
public record VariantsTask(
        UserId user,
        JobId job,
        PhotoRef photo,
        List<Look> looks,
        SegmentedPhoto found,
        @Nullable String albumWhite) {
    /** A task with a single look. */
    public static VariantsTask of(RenderTask task) {
        return new VariantsTask(
                task.user(), task.job(), task.photo(), List.of(task.look()), task.found(), task.albumWhite());
    }

    /** The task for the first look alone. */
    public RenderTask first() {
        return new RenderTask(user, job, photo, looks.getFirst(), found, albumWhite);
    }
}
