package photoset.workflows.retention;

import io.temporal.activity.ActivityInterface;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The steps of a round, on {@link photoset.workflows.TaskQueues#JOBS}. Each does a bounded piece of work, may be
 * interrupted anywhere and done again: what is left is read from the records and from the bucket every time.
 */
@ActivityInterface
public interface Retention {
    /** Marks ended jobs whose days are over at {@code now}: nobody gets a link to their pictures from then on. */
    int expire(Instant now);

    /**
     * Deletes the objects of jobs that are marked, those of deleted jobs first. Leaves a job alone while another one is
     * about to copy its photos.
     *
     * @return whether there may be more
     */
    boolean deletePictures();

    /**
     * Deletes previews that nobody gets a link to any more at {@code now}.
     *
     * @return whether there may be more
     */
    boolean deletePreviews(Instant now);

    /**
     * Deletes uploads that nobody needs, confirmed or not: the job has left {@code created}, and every link to put one has
     * expired at {@code now}.
     *
     * @return whether there may be more
     */
    boolean deleteUploads(Instant now);

    /**
     * Deletes objects without a row, and cached results that are too old at {@code now}, in a stretch of the bucket.
     *
     * @param after where the last stretch ended, or null to begin with the first object
     * @return where this one ended, or null at the end of the bucket
     */
    @Nullable
    String removeOrphans(@Nullable String after, Instant now);

    /**
     * Marks delivered pictures whose object is gone, so that nobody gets a link to them, and takes the mark from those
     * that are back.
     *
     * @param after the last job that was looked at, or null to begin with the first
     * @return the last job that was looked at now, or null after the last one
     */
    @Nullable
    String findMissing(@Nullable String after);
}
