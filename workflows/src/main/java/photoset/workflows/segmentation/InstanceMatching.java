package photoset.workflows.segmentation;

import io.temporal.activity.ActivityInterface;

/** Recognizes things over the photos of an album, on {@link photoset.workflows.TaskQueues#CPU}. */
@ActivityInterface
public interface InstanceMatching {
    /**
     * Reads what was found in every photo and writes {@link photoset.workflows.ObjectKeys#albumInstances()}, a list of
     * {@link AlbumInstance}: the same id for the same thing in every photo where it is seen, an id of its own for what is
     * unsure. Running twice writes the same bytes.
     */
    void match(MatchTask task);
}
