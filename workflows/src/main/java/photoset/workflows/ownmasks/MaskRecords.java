package photoset.workflows.ownmasks;

import io.temporal.activity.ActivityInterface;

/** Notes which masks are in use: local activities of the {@code jobs} role, one SQL transaction each. */
@ActivityInterface
public interface MaskRecords {
    /**
     * Makes the mask the one in use, with its instances: those that lie where one in use did keep its id. Does nothing the
     * second time, nor once the job no longer waits for a rule.
     */
    MaskOutcome take(TakenMask taken);
}
