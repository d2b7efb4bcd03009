package photoset.workflows.previews;

import io.temporal.activity.ActivityInterface;

/** Paints previews, on {@link photoset.workflows.TaskQueues#CPU}. */
@ActivityInterface
public interface PreviewRendering {
    /**
     * Paints the photo's view as {@link photoset.workflows.rendering.Rendering} paints the photo, writes the watermark and
     * puts a JPEG at {@link PreviewTask#key()}. Heartbeats while it works; running twice writes the same bytes to the same
     * key.
     *
     * <p>Fails permanently with a type of {@link photoset.workflows.photos.PhotoError}, as rendering does.
     */
    void preview(PreviewTask task);
}
