package photoset.api.jobs;

import org.springframework.stereotype.Component;
import photoset.api.execution.SegmentBody;
import photoset.api.execution.SegmentResolver;
import photoset.api.roles.InRole;
import photoset.api.roles.Role;
import photoset.api.temporal.JobWorkflowClient;
import photoset.workflows.JobId;
import reactor.core.publisher.Mono;

/** Segments a job before it has a rule; steers it as {@link JobCommands} do. */
@Component
@InRole(Role.WEB)
class SegmentationSteering {
    private final JobQueries queries;
    private final JobWorkflowClient workflowClient;
    private final SegmentResolver requests;
    private final UpdateIds ids;

    SegmentationSteering(
            JobQueries queries, JobWorkflowClient workflowClient, SegmentResolver requests, UpdateIds ids) {
        this.queries = queries;
        this.workflowClient = workflowClient;
        this.requests = requests;
        this.ids = ids;
    }

    /** Completes when the run goes on. */
    Mono<JobId> segment(JobCall call, SegmentBody wanted) {
        return queries.state(call.user(), call.job()).flatMap(row -> {
            var id = ids.segment(call, row, wanted);
            return switch (row.status()) {
                case CREATED, UPLOADED -> segment(call, row, wanted, id);
                case QUEUED, RUNNING, DONE, FAILED, CANCELED ->
                    JobCommands.keyed(call, row, workflowClient.segmented(call.job(), id));
            };
        });
    }

    private Mono<JobId> segment(JobCall call, JobRow row, SegmentBody wanted, String id) {
        return requests.request(call.job(), row.preset(), row.photos(), wanted)
                .flatMap(request -> workflowClient.segment(call.job(), id, request))
                .onErrorResume(
                        JobWorkflowClient.NotRunning.class,
                        _ -> queries.state(call.user(), call.job())
                                .flatMap(now -> Mono.error(now.status().isFinal() ? now.ended() : JobCommands.lost())));
    }
}
