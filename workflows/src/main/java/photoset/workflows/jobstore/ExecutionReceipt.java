package photoset.workflows.jobstore;

import java.util.List;
import photoset.workflows.credits.Hold;
import photoset.workflows.segmentation.InstanceRef;
import photoset.workflows.segmentation.MaskRef;

/**
 * The answer to an execution.
 *
 * @param photos what users chose for single photos; none for the others
 */
public record ExecutionReceipt(Hold hold, List<PhotoChoice> photos) {
    /**
     * What a user chose for one photo.
     *
     * @param ownMasks masks that take the place of the model's
     * @param instances those of the photo's instances that the execution names
     */
    public record PhotoChoice(int idx, List<MaskRef> ownMasks, List<InstanceRef> instances) {}
}
