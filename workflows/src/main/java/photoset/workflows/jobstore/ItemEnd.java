package photoset.workflows.jobstore;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import org.jspecify.annotations.Nullable;
import photoset.workflows.JobId;
import photoset.workflows.photos.PhotoFault;
import photoset.workflows.rendering.RenderedPhoto;
import photoset.workflows.segmentation.FoundMask;

/** The end of one photo. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "end")
@JsonSubTypes({
    @JsonSubTypes.Type(value = ItemEnd.Delivered.class, name = "delivered"),
    @JsonSubTypes.Type(value = ItemEnd.Failed.class, name = "failed")
})
public sealed interface ItemEnd {
    JobId job();

    /** The retry that the photo was worked on in; 0 is none. */
    int retry();

    int idx();

    /** All that is known of the photo's masks. */
    List<FoundMask> found();

    /** The photo that starts in its place, or null. */
    @Nullable
    Integer upNext();

    /**
     * Every picture of the photo is in the store: its credits are captured.
     *
     * @param pictures one for each variant of the job
     * @param times how long it took
     */
    record Delivered(
            JobId job,
            int retry,
            int idx,
            List<FoundMask> found,
            List<Picture> pictures,
            PhotoTimes times,
            @Nullable Integer upNext)
            implements ItemEnd {}

    /** What a photo became in one variant. */
    record Picture(String variant, RenderedPhoto photo) {}

    /** The photo failed permanently: its credits are released. */
    record Failed(
            JobId job,
            int retry,
            int idx,
            List<FoundMask> found,
            PhotoFault fault,
            @Nullable Integer upNext) implements ItemEnd {}
}
