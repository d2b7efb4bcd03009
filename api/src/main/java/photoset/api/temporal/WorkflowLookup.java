package photoset.api.temporal;

import io.grpc.StatusRuntimeException;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import io.temporal.api.errordetails.v1.NamespaceNotFoundFailure;
import io.temporal.api.workflowservice.v1.DescribeNamespaceRequest;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowNotFoundException;
import io.temporal.serviceclient.StatusUtils;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import photoset.workflows.JobId;
import photoset.workflows.SetId;

/**
 * Tells whether Temporal knows the workflow of a job or a set. Temporal answers NOT_FOUND for a missing workflow and for a missing
 * namespace alike, and only the former says anything about a job: every NOT_FOUND is weighed here. All calls block, and
 * fail with the client's own exceptions when Temporal is away or the namespace is missing.
 */
@Component
public class WorkflowLookup {
    private final WorkflowClient client;

    public WorkflowLookup(WorkflowClient client) {
        this.client = client;
    }

    /** What Temporal says of a workflow. */
    public enum Presence {
        /** It runs. */
        OPEN,
        /** It has ended, whoever ended it. */
        CLOSED,
        /** Temporal has never heard of it, or has forgotten it. */
        UNKNOWN
    }

    /** Asks for one job. */
    public Presence presence(JobId job) {
        return presence(job.workflowId());
    }

    /** Asks for one set. */
    public Presence presence(SetId set) {
        return presence(set.workflowId());
    }

    private Presence presence(String workflowId) {
        try {
            return client.newUntypedWorkflowStub(workflowId).describe().getStatus()
                            == WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_RUNNING
                    ? Presence.OPEN
                    : Presence.CLOSED;
        } catch (WorkflowNotFoundException notFound) {
            confirmAbsence(notFound);
            return Presence.UNKNOWN;
        }
    }

    /** Returns when the namespace is there and answers. */
    public void demandNamespace() {
        var _ = client.getWorkflowServiceStubs()
                .blockingStub()
                .describeNamespace(DescribeNamespaceRequest.newBuilder()
                        .setNamespace(client.getOptions().getNamespace())
                        .build());
    }

    /** Returns when a NOT_FOUND was said of what was asked for, not of the namespace around it. */
    public void confirmAbsence(RuntimeException notFound) {
        for (@Nullable Throwable cause = notFound; cause != null; cause = cause.getCause()) {
            if (cause instanceof StatusRuntimeException status
                    && StatusUtils.hasFailure(status, NamespaceNotFoundFailure.class)) {
                throw status;
            }
        }
        demandNamespace();
    }
}
