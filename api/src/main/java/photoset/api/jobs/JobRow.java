package photoset.api.jobs;

import photoset.api.problem.ApiException;
import photoset.api.problem.Problem;
import photoset.workflows.job.JobState;
import photoset.workflows.plan.Plan;

/**
 * What a call on a job must know of it before it asks Temporal.
 *
 * @param photos how many it has
 * @param refusals confirms and executes that were refused for what their caller can cure
 * @param segmentationRuns how often it was segmented before its rule
 * @param retries how often what failed was run again
 */
record JobRow(JobState status, String preset, Plan plan, int photos, int refusals, int segmentationRuns, int retries) {
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
