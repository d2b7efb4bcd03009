package photoset.workflows.rendering;

import java.util.List;
import org.jspecify.annotations.Nullable;
import photoset.workflows.JobId;
import photoset.workflows.UserId;
import photoset.workflows.photos.PhotoRef;
import photoset.workflows.segmentation.SegmentedPhoto;

/**
 * The order to paint one photo, once for each spec.
 *
 * @param specs what to paint, protect and write, each of another variant; not empty
 * @param found the masks of every concept that a spec names
 * @param albumWhite the white point of the whole album, {@code #rrggbb}; null if it is not known
 */
public record RenderTask(
        UserId user,
        JobId job,
        PhotoRef photo,
        List<RenderSpec> specs,
        SegmentedPhoto found,
        @Nullable String albumWhite) {}
