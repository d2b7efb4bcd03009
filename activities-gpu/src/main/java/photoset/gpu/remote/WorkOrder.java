package photoset.gpu.remote;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.net.URI;
import java.util.List;
import photoset.workflows.segmentation.Concept;

/**
 * What a provider is asked to do, as JSON.
 *
 * @param concepts everything to find, protected concepts among them
 * @param protect ids of the concepts that will not be painted; to be found like all others
 * @param items one photo
 * @param callbackUrl where to report the item
 * @param idempotencyPrefix names this order: the activity's id, a dot and the photo's idx; the same on a repetition, so
 *     that the provider may answer it from memory; the callback's key begins with it
 */
record WorkOrder(
        @JsonProperty("job_id") String jobId,
        @JsonProperty("user_id") String userId,
        String preset,
        List<Concept> concepts,
        List<String> protect,
        List<Item> items,
        @JsonProperty("callback_url") URI callbackUrl,
        @JsonProperty("idempotency_prefix") String idempotencyPrefix) {
    /**
     * One photo with links that expire.
     *
     * @param width upright, of the photo and of every mask
     * @param viewUrl GET: the photo reduced, upright, sRGB JPEG
     * @param photoUrl GET: the photo as uploaded
     * @param instancesUrl PUT, after all masks: the instances as JSON; a lost callback is made up for from them
     */
    record Item(
            int idx,
            int width,
            int height,
            String sha256,
            @JsonProperty("view_url") URI viewUrl,
            @JsonProperty("photo_url") URI photoUrl,
            List<MaskTarget> masks,
            @JsonProperty("instances_url") URI instancesUrl) {}

    /**
     * Where one mask goes.
     *
     * @param key the object's key, which the callback repeats
     * @param putUrl PUT: an 8-bit grey PNG of the photo's size, not interlaced
     */
    record MaskTarget(
            String concept,
            String key,
            @JsonProperty("put_url") URI putUrl) {}

    /** Leaves the links out. */
    @Override
    public String toString() {
        return "WorkOrder[job=" + jobId + ", order=" + idempotencyPrefix + "]";
    }
}
