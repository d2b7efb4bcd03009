package photoset.api.temporal;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.temporal.api.enums.v1.IndexedValueType;
import io.temporal.api.operatorservice.v1.AddSearchAttributesRequest;
import io.temporal.client.WorkflowClient;
import io.temporal.common.SearchAttributeKey;
import io.temporal.serviceclient.OperatorServiceStubs;
import io.temporal.serviceclient.OperatorServiceStubsOptions;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import photoset.activities.RetryUntilConnected;
import photoset.workflows.job.JobMetadata;

/** Registers what operators search jobs by; a job cannot start before. */
@Component
class SearchAttributesAtStart implements SmartLifecycle {
    private final WorkflowClient client;
    private volatile Thread registrar = new Thread();

    SearchAttributesAtStart(WorkflowClient client) {
        this.client = client;
    }

    @Override
    public void start() {
        registrar = RetryUntilConnected.start(
                "search-attributes", () -> JobMetadata.keys().forEach(this::register));
    }

    /** One by one: a server may refuse a whole list for the sake of one that is there. */
    private void register(SearchAttributeKey<String> key) {
        try {
            operator()
                    .blockingStub()
                    .addSearchAttributes(AddSearchAttributesRequest.newBuilder()
                            .setNamespace(client.getOptions().getNamespace())
                            .putSearchAttributes(key.getName(), IndexedValueType.INDEXED_VALUE_TYPE_KEYWORD)
                            .build());
        } catch (StatusRuntimeException refusal) {
            if (refusal.getStatus().getCode() != Status.Code.ALREADY_EXISTS) {
                throw refusal;
            }
        }
    }

    /** Shares the client's channel, which stays the client's to close. */
    private OperatorServiceStubs operator() {
        return OperatorServiceStubs.newServiceStubs(OperatorServiceStubsOptions.newBuilder()
                .setChannel(client.getWorkflowServiceStubs().getRawChannel())
                .validateAndBuildWithDefaults());
    }

    @Override
    public void stop() {
        registrar.interrupt();
    }

    @Override
    public boolean isRunning() {
        return registrar.isAlive();
    }
}
