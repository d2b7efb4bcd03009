package photoset.api.jobstore;

import io.temporal.failure.ApplicationFailure;
import java.util.List;
import photoset.workflows.UserId;
import photoset.workflows.job.JobRefusal;
import photoset.workflows.job.JobState;
import photoset.workflows.job.RetryLimits;
import photoset.workflows.plan.Plan;

/**
 * A job that somebody wants to retry.
 *
 * @param retries how often it was
 * @param kept whether its pictures are
 * @param photos those that failed in the work
 * @param failed those and the ones that were refused at confirm
 * @param itemCredits what a photo costs
 */
record RetryCandidate(
        UserId user, JobState state, int retries, boolean kept, long photos, int failed, int itemCredits) {
    /** Whether the retry of this number has begun and goes on. */
    boolean isIn(int number) {
        return retries == number && !state.isFinal();
    }

    /** What the retry holds. */
    long credits() {
        return photos * itemCredits;
    }

    /** Refuses a retry that the job does not allow, by what it is, or the plan, by the jobs that are open. */
    void refuse(int number, Plan plan, List<String> open) {
        if (state == JobState.CANCELED) {
            throw JobRefusal.ALREADY_CANCELED.because(
                    "The job is canceled, and what it left is not run again. Create a job with its id as source_job_id.");
        }
        if (!state.isFinal() || number != retries + 1) {
            throw refusal("The job is %s. Wait for its end, then retry what failed.".formatted(state.id()));
        }
        if (!kept) {
            throw refusal("The photos of the job are deleted. Upload them in a new job.");
        }
        if (photos == 0) {
            throw refusal(
                    failed == 0
                            ? "No photo of the job failed, so there is nothing to retry."
                            : "The photos that failed were refused at confirm-upload. Upload better ones in a new job.");
        }
        if (retries >= RetryLimits.RETRIES_MAX) {
            throw refusal("The job was retried %d times, which is all. Create a job with its id as source_job_id."
                    .formatted(retries));
        }
        if (open.size() >= plan.limits().jobsMax()) {
            throw JobRefusal.CONCURRENCY_LIMIT.because(
                    "The plan allows %d jobs at a time; wait for one to end or cancel it."
                            .formatted(plan.limits().jobsMax()),
                    (Object) open.toArray(String[]::new));
        }
    }

    static ApplicationFailure refusal(String message) {
        return JobRefusal.INVALID_TRANSITION.because(message);
    }
}
