package photoset.workflows.job;

import io.temporal.common.Priority;
import io.temporal.common.SearchAttributeKey;
import io.temporal.common.SearchAttributes;
import java.util.List;
import photoset.workflows.UserId;
import photoset.workflows.plan.Plan;

/** What operators see of a job in the Temporal Web UI, and how its tasks are ordered. Holds opaque ids only. */
public final class JobMetadata {
    public static final SearchAttributeKey<String> STATE = SearchAttributeKey.forKeyword("PhotosetState");
    public static final SearchAttributeKey<String> USER = SearchAttributeKey.forKeyword("PhotosetUserId");
    public static final SearchAttributeKey<String> PLAN = SearchAttributeKey.forKeyword("PhotosetPlan");
    public static final SearchAttributeKey<String> PRESET = SearchAttributeKey.forKeyword("PhotosetPreset");

    private JobMetadata() {}

    /** Every key; all are keywords and must be registered in the namespace before the first job. */
    public static List<SearchAttributeKey<String>> keys() {
        return List.of(STATE, USER, PLAN, PRESET);
    }

    /** The attributes that a job starts with. */
    public static SearchAttributes of(JobRequest request) {
        return SearchAttributes.newBuilder()
                .set(STATE, (request.retry() == 0 ? JobState.CREATED : JobState.QUEUED).id())
                .set(USER, request.user().value())
                .set(PLAN, request.plan().id())
                .set(PRESET, request.preset())
                .build();
    }

    /** Pro before free; within a plan users take turns. */
    public static Priority priority(JobRequest request) {
        return priority(request.plan(), request.user());
    }

    /** The same for what belongs to a job without being part of its workflow. */
    public static Priority priority(Plan plan, UserId user) {
        return Priority.newBuilder()
                .setPriorityKey(plan.priority())
                .setFairnessKey(user.value())
                .build();
    }

    /** What the Web UI shows while the job runs, as Markdown. */
    public static String details(JobState state, int delivered, int failed, int total) {
        return "**%s** · %d of %d delivered, %d failed".formatted(state.id(), delivered, total, failed);
    }

    /** One line for the list of workflows. */
    public static String summary(JobRequest request) {
        return "%d photos · %s · %s"
                .formatted(
                        request.photos().size(),
                        request.preset(),
                        request.plan().id());
    }
}
