package photoset.workflows.job;

import java.util.Collection;
import java.util.LinkedHashSet;
import photoset.workflows.segmentation.SegmentationLimits;

/**
 * What a job's state allows: asked by the workflow, which decides, and by whoever wants to know what it would say. Each
 * refuses with a {@link JobRefusal#INVALID_TRANSITION} that says what to do.
 */
public final class TransitionCheck {
    /** More tries are no honest client's; each is kept in the history, and Temporal ends that at 2,000 updates. */
    public static final int REFUSALS_MAX = 50;

    private TransitionCheck() {}

    /** Whether one may confirm, segment or execute again after so many refusals. */
    public static void refuseTriedTooOften(int refusals) {
        if (refusals >= REFUSALS_MAX) {
            throw JobRefusal.INVALID_TRANSITION.because(
                    "The job was refused %d times. Cancel it and create a new one.".formatted(refusals));
        }
    }

    /**
     * Whether a job takes a rule, or a segment call.
     *
     * @param segmenting whether a run of segmentation goes on
     * @param hasRule whether a rule is accepted, or about to be
     */
    public static void refuseUnlessWaitingForRule(JobState state, boolean segmenting, boolean hasRule) {
        if (segmenting) {
            throw JobRefusal.INVALID_TRANSITION.because(
                    "The job is being segmented. Wait until its segmentation is done or failed.");
        }
        if (state != JobState.UPLOADED || hasRule) {
            throw JobRefusal.INVALID_TRANSITION.because(
                    state == JobState.CREATED
                            ? "The upload is not confirmed yet. Call confirm-upload first."
                            : "The job has a rule already; it is " + state.id() + ".");
        }
    }

    /**
     * Whether a job may be segmented once more.
     *
     * @param runs how often it was
     * @param sought ids of the concepts of all those runs
     * @param wanted ids of the concepts of the next one
     */
    public static void refuseSegmentedTooOften(int runs, Collection<String> sought, Collection<String> wanted) {
        if (runs >= SegmentationLimits.RUNS_MAX) {
            throw JobRefusal.INVALID_TRANSITION.because(
                    "The job was segmented %d times, which is all that it may be. Send the rule with execute."
                            .formatted(runs));
        }
        var all = new LinkedHashSet<>(sought);
        all.addAll(wanted);
        if (all.size() > SegmentationLimits.CONCEPTS_MAX) {
            throw JobRefusal.INVALID_TRANSITION.because(
                    "A job is segmented for %d concepts at most, and this would make %d: %s."
                            .formatted(SegmentationLimits.CONCEPTS_MAX, all.size(), String.join(", ", all)));
        }
    }
}
