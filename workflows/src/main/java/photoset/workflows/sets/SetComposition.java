package photoset.workflows.sets;

import io.temporal.activity.ActivityInterface;

/** Composes sets from delivered pictures, on {@link photoset.workflows.TaskQueues#CPU}. */
@ActivityInterface
public interface SetComposition {
    /**
     * Reads {@link photoset.workflows.ObjectKeys#setInput} and writes the files of the set. Tells its workflow how far it is,
     * and whoever watches the heartbeat which picture it is at. Running twice writes the same bytes.
     *
     * <p>Fails permanently with a {@link SetError} as type when another attempt would not help.
     */
    SetContent compose(SetRequest request);
}
