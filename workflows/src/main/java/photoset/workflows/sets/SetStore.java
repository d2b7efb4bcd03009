package photoset.workflows.sets;

import io.temporal.activity.ActivityInterface;

/**
 * Writes a set's life into the records: local activities of the {@code jobs} role. Every step is one SQL transaction that
 * changes the set and adds its event to those of the job, and does nothing the second time.
 */
@ActivityInterface
public interface SetStore {
    /**
     * Makes the set {@code running} and writes {@link photoset.workflows.ObjectKeys#setInput}, a {@link SetInput}, for the
     * composer: what is large, and the key of printed links, does not go through the history.
     *
     * @return false if there is nothing to compose: the set or the job's pictures are gone
     */
    boolean recordSetStart(SetRequest request);

    /** Notes how far it is; less than before changes nothing. */
    void recordSetProgress(SetProgress progress);

    /** Makes the set {@code done} or {@code failed}; failed too if the job's pictures are gone by now. */
    SetState recordSetEnd(SetEnd end);
}
