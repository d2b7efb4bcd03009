package photoset.cpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.temporal.activity.ActivityOptions;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowOptions;
import io.temporal.testserver.TestServer;
import io.temporal.worker.WorkerFactory;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import photoset.cpu.codec.PictureFiles;
import photoset.objects.FreePorts;
import photoset.objects.ObjectStore;
import photoset.objects.ObjectVersion;
import photoset.objects.S3Server;
import photoset.workflows.JobId;
import photoset.workflows.TaskQueues;
import photoset.workflows.UserId;
import photoset.workflows.photos.DeclaredPhoto;
import photoset.workflows.photos.Inspection;
import photoset.workflows.photos.PhotoCheck;
import photoset.workflows.photos.PhotoInspection;
import photoset.workflows.photos.StoredUpload;

class CpuWorkerTest {
    /** Asks for one inspection, as a job does. */
    @WorkflowInterface
    public interface Caller {
        @WorkflowMethod
        Inspection call(PhotoCheck check);
    }

    public static class Call implements Caller {
        @Override
        public Inspection call(PhotoCheck check) {
            return Workflow.newActivityStub(
                            PhotoInspection.class,
                            ActivityOptions.newBuilder()
                                    .setTaskQueue(TaskQueues.CPU)
                                    .setStartToCloseTimeout(Duration.ofSeconds(30))
                                    .build())
                    .inspect(check);
        }
    }

    private static String[] arguments(S3Server s3, int temporal, int management) {
        return new String[] {
            "--spring.temporal.connection.target=127.0.0.1:" + temporal,
            "--management.server.port=" + management,
            "--photoset.store.endpoint=" + s3.endpoint(),
            "--photoset.store.access-key=photoset",
            "--photoset.store.secret-key=photoset-secret",
            "--photoset.cpu.slots=2"
        };
    }

    private static String get(int port, String path) throws IOException, InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                    .build();
            return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
        }
    }

    @Test
    void pollsItsQueueAnswersItsOperatorsAndDrains(@TempDir Path folder) throws Exception {
        int temporalPort = FreePorts.any();
        int port = FreePorts.any();
        try (var s3 = S3Server.in(folder);
                var server = TestServer.createPortBoundServer(temporalPort)) {
            assertThat(server).isNotNull();
            WorkerFactory workers;
            try (var context = CpuWorker.start(arguments(s3, temporalPort, port))) {
                workers = context.getBean(WorkerFactory.class);
                context.getBean(ObjectStore.class)
                        .put("uploads/u/j/0", PictureFiles.jpeg(PictureFiles.quarters()), "image/jpeg");

                assertThat(inspectThrough(
                                context.getBean(WorkflowClient.class),
                                s3.store().version("uploads/u/j/0").orElseThrow()))
                        .isInstanceOf(Inspection.Accepted.class);
                assertThat(get(port, "/actuator/health/readiness")).contains("UP", "polling");
                assertThat(get(port, "/actuator/prometheus")).contains("jvm_memory_used_bytes");
            }
            assertThat(workers.isTerminated()).isTrue();
        }
    }

    private static Inspection inspectThrough(WorkflowClient client, ObjectVersion found) {
        var callers = WorkerFactory.newInstance(client);
        callers.newWorker("callers").registerWorkflowImplementationTypes(Call.class);
        callers.start();
        try {
            var options = WorkflowOptions.newBuilder()
                    .setTaskQueue("callers")
                    .setWorkflowId("call")
                    .build();
            var photo = new DeclaredPhoto(0, "uploads/u/j/0", null, null, null);
            return client.newWorkflowStub(Caller.class, options)
                    .call(new PhotoCheck(
                            new UserId("u"), new JobId("j"), photo, new StoredUpload(0, found.etag(), found.bytes())));
        } finally {
            callers.shutdownNow();
        }
    }

    @Test
    void refusesToStartWithAMisspeltSetting(@TempDir Path folder) throws Exception {
        try (var s3 = S3Server.in(folder)) {
            var arguments = arguments(s3, FreePorts.any(), FreePorts.any());
            arguments[5] = "--photoset.cpu.slotz=2";

            assertThatThrownBy(() -> CpuWorker.start(arguments).close())
                    .rootCause()
                    .hasMessageContaining("slotz");
        }
    }

    @Test
    void refusesSettingsThatMakeNoSense() {
        assertThatThrownBy(() -> new CpuWorkerSettings(0, Duration.ZERO)).hasMessageContaining("photoset.cpu.slots");
        assertThatThrownBy(() -> new CpuWorkerSettings(1, Duration.ofSeconds(-1)))
                .hasMessageContaining("photoset.cpu.drain");
        assertThat(new CpuWorkerSettings(null, Duration.ZERO).slotsOrCores()).isPositive();
    }
}
