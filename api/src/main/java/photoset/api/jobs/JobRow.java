package photoset.api.jobs;

import java.util.List;
import photoset.api.problem.ApiException;
import photoset.api.problem.Problem;
import photoset.workflows.job.JobState;
import photoset.workflows.plan.Plan;

/**
 * What a call on a job must know of it before it asks Temporal.
 *
 * @param photos how many it has
 * @param failed how many of them have failed
 * @param refusals confirms and executes that were refused for what their caller can cure
 * @param segmenting whether a run of segmentation goes on
 * @param segmentationRuns how often it was segmented before its rule
 * @param sought the concepts of those runs
 * @param retries how often what failed was run again
 */
record JobRow(
        JobState status,
        String preset,
        Plan plan,
        int photos,
        int failed,
        int refusals,
        boolean segmenting,
        int segmentationRuns,
        List<String> sought,
        int retries) {
    /** The refusal of a rule for a job that has one already, or has ended. */
    ApiException hasRule() {
        return status.isFinal()
                ? ended()
                : ApiException.because(
                        Problem.INVALID_TRANSITION, "The job has a rule already; it is " + status.id() + ".");
    }

    /** The refusal of a call to a job that has ended. */
    ApiException ended() {
        return status == JobState.CANCELED
                ? ApiException.because(Problem.ALREADY_CANCELED)
                : ApiException.because(
                        Problem.INVALID_TRANSITION, "The job has ended already; it is " + status.id() + ".");
    }
}
