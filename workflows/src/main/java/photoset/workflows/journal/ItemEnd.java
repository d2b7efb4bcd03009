package photoset.workflows.journal;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.jspecify.annotations.Nullable;
import photoset.workflows.JobId;
import photoset.workflows.photos.PhotoFault;
import photoset.workflows.rendering.RenderedPhoto;

/** The end of one photo. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "end")
@JsonSubTypes({
    @JsonSubTypes.Type(value = ItemEnd.Delivered.class, name = "delivered"),
    @JsonSubTypes.Type(value = ItemEnd.Failed.class, name = "failed")
})
public sealed interface ItemEnd {
    JobId job();

    int idx();

    /** The photo that starts in its place, or null. */
    @Nullable
    Integer upNext();

    /** The picture is in the store: its credit is captured. */
    record Delivered(
            JobId job,
            int idx,
            RenderedPhoto picture,
            @Nullable Integer upNext) implements ItemEnd {}

    /** The photo failed for good: its credit is released. */
    record Failed(
            JobId job, int idx, PhotoFault fault, @Nullable Integer upNext) implements ItemEnd {}
}
