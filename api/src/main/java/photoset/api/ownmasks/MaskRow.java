package photoset.api.ownmasks;

import org.jspecify.annotations.Nullable;
import photoset.api.problem.ApiException;
import photoset.api.problem.Problem;
import photoset.workflows.job.ItemState;
import photoset.workflows.job.JobState;

/**
 * What the records know of a place for a mask.
 *
 * @param readable whether the job's pictures and masks can still be had
 * @param item the photo's state, or null when the job has no such photo
 * @param width of the upright photo in pixels, 0 before it was looked at
 * @param height likewise
 * @param last the highest version that there ever was
 * @param kept versions that were not stepped back from
 * @param version in use; 0 is the model's
 * @param etag of the upload that the version in use was made of; empty for the model's
 */
record MaskRow(
        JobState status,
        String preset,
        boolean readable,
        @Nullable ItemState item,
        int width,
        int height,
        int last,
        int kept,
        int version,
        String etag) {
    /** Returns when masks may be changed now. */
    void demandOpen() {
        demandPhoto();
        switch (status) {
            case CREATED ->
                throw ApiException.because(
                        Problem.INVALID_TRANSITION, "The upload is not confirmed yet. Call confirm-upload first.");
            case UPLOADED -> demandSound();
            case CANCELED -> throw ApiException.because(Problem.ALREADY_CANCELED);
            case QUEUED, RUNNING, DONE, FAILED ->
                throw ApiException.because(
                        Problem.INVALID_TRANSITION,
                        ("The job has its rule already; it is %s. Masks are changed before execute: create a job of the"
                                        + " same photos with source_job_id.")
                                .formatted(status.id()));
        }
    }

    /** Returns when the job has the photo. */
    void demandPhoto() {
        if (item == null) {
            throw ApiException.because(Problem.NOT_FOUND, "The job has no such photo; GET /jobs/{id} lists its items.");
        }
    }

    private void demandSound() {
        if (item == ItemState.FAILED || width == 0) {
            throw ApiException.because(
                    Problem.INVALID_TRANSITION, "The photo has failed and will not be painted, so it takes no mask.");
        }
    }
}
