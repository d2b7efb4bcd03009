package photoset.workflows;

/** The Temporal task queues. The workers' YAML and the chart's scaling repeat the names. */
public final class TaskQueues {
    /** Workflow tasks and the steps of the job store (local activities); polled by the api's {@code jobs} role. */
    public static final String JOBS = "photoset-jobs";

    /** Inspection and rendering; polled by activities-cpu. */
    public static final String CPU = "photoset-cpu";

    /** Segmentation; polled by activities-gpu. */
    public static final String GPU = "photoset-gpu";

    private TaskQueues() {}
}
