package photoset.workflows.durable;

import io.temporal.failure.ActivityFailure;
import io.temporal.workflow.Workflow;
import photoset.workflows.job.JobRequest;
import photoset.workflows.jobstore.JobStore;
import photoset.workflows.segmentation.MatchTask;

/** Gives the instances of an album their ids. */
final class AlbumMatching {
    private final JobRequest request;
    private final JobStore jobStore;

    AlbumMatching(JobRequest request, JobStore jobStore) {
        this.request = request;
        this.jobStore = jobStore;
    }

    /**
     * Matches the photos that were segmented; one alone has nothing to be compared with. When that fails every instance gets
     * an id of its own: no job hangs on it.
     */
    void match(FoundMasks found) {
        var task = new MatchTask(request.user(), request.job(), found.photos(), found.surfaces());
        if (task.photos().size() != 1) {
            compare(task);
        }
        jobStore.recordInstances(task);
    }

    private void compare(MatchTask task) {
        try {
            ActivityStubs.matching().match(task);
        } catch (ActivityFailure failure) {
            Workflow.getLogger(AlbumMatching.class).warn("instances_unmatched job={}", request.job(), failure);
        }
    }
}
