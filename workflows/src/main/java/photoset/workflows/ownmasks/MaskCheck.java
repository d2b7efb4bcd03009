package photoset.workflows.ownmasks;

import io.temporal.activity.ActivityInterface;

/** Looks at masks that users made, on {@link photoset.workflows.TaskQueues#CPU}. */
@ActivityInterface
public interface MaskCheck {
    /**
     * Reads an uploaded mask and, when it is one, writes it at the photo's size with its label map and its instances to the
     * keys of its version. Running twice writes the same bytes to the same keys.
     */
    CheckedMask check(MaskRequest request);
}
