package photoset.standalone.embedded;

import io.grpc.StatusRuntimeException;
import io.temporal.api.workflowservice.v1.DescribeNamespaceRequest;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import io.temporal.testserver.TestServer;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import photoset.workflows.job.JobMetadata;

/** The Temporal server of an installation: a given one, the command line's own as a child, or the Java test server. */
public final class EmbeddedTemporal implements Closeable {
    private static final String HOST = "127.0.0.1";

    /** A server that is up describes a namespace in milliseconds; then it is asked again. */
    private static final Duration ANSWER_TIME_MAX = Duration.ofSeconds(5);

    private final String address;
    private final Optional<URI> webInterface;
    private final boolean durable;
    private final Runnable stop;

    private EmbeddedTemporal(String address, Optional<URI> webInterface, boolean durable, Runnable stop) {
        this.address = address;
        this.webInterface = webInterface;
        this.durable = durable;
        this.stop = stop;
    }

    /** Starts, or finds, the server that {@code choice} asks for; a child is kept running. */
    static EmbeddedTemporal start(DataFolder folder, Ports ports, TemporalChoice choice, ServerEvents events)
            throws IOException {
        return switch (choice) {
            case TemporalChoice.Given(var address) -> given(address);
            case TemporalChoice.Binary(var program) -> binary(folder, ports, program, events);
            case TemporalChoice.InMemory() -> inMemory(ports);
        };
    }

    private static EmbeddedTemporal given(String address) {
        if (!serves(address)) {
            throw new UserError("No Temporal server with a namespace \"default\" answers at " + address
                    + ". Start it, or correct --temporal or TEMPORAL_ADDRESS.");
        }
        return new EmbeddedTemporal(address, Optional.empty(), true, () -> {});
    }

    private static EmbeddedTemporal inMemory(Ports ports) throws IOException {
        int port = ports.of("temporal");
        var server = TestServer.createPortBoundServer(port, true);
        return new EmbeddedTemporal(HOST + ":" + port, Optional.empty(), false, server::close);
    }

    private static EmbeddedTemporal binary(DataFolder folder, Ports ports, Path program, ServerEvents events)
            throws IOException {
        var home = folder.privateFolder("temporal");
        var database = home.resolve("temporal.db");
        var pidFile = home.resolve("temporal.pid");
        ChildProcess.stopOrphan(pidFile, database, "KILL");
        int port = ports.of("temporal");
        int webPort = ports.of("temporal-web");
        var command = command(program, database, port, webPort);
        var server = new Supervisor.Server("Temporal", "TERM", () -> {
            var process = ChildProcess.start("TERM", List.of(), command, home.resolve("temporal.log"));
            Files.writeString(pidFile, process.pid() + "\n");
            process.awaitReady("Temporal", () -> answers(port) && answers(webPort) && serves(HOST + ":" + port));
            return process;
        });
        var supervisor = Supervisor.start(server, RestartPolicy.USUAL, events);
        var web = URI.create("http://" + HOST + ":" + webPort);
        return new EmbeddedTemporal(HOST + ":" + port, Optional.of(web), true, supervisor::close);
    }

    private static List<String> command(Path program, Path database, int port, int webPort) {
        var command = new ArrayList<>(List.of(program.toString(), "server", "start-dev", "--ip", HOST));
        command.addAll(List.of("--port", "" + port, "--ui-port", "" + webPort, "--log-level", "error"));
        command.addAll(List.of("--db-filename", database.toString()));
        // The write-ahead journal does 2.2 times the work of the default one; NORMAL survives a killed process.
        command.addAll(List.of("--sqlite-pragma", "journal_mode=wal", "--sqlite-pragma", "synchronous=normal"));
        // Users take turns only within one partition of a queue, and one partition is plenty for one machine.
        for (var value : List.of(
                "matching.numTaskqueueReadPartitions=1",
                "matching.numTaskqueueWritePartitions=1",
                "matching.enableFairness=true")) {
            command.addAll(List.of("--dynamic-config-value", value));
        }
        JobMetadata.keys().forEach(key -> command.addAll(List.of("--search-attribute", key.getName() + "=Keyword")));
        return command;
    }

    private static boolean answers(int port) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    /** An open port is not enough: on a busy machine the server may take seconds more to know its namespace. */
    private static boolean serves(String address) {
        var stubs = WorkflowServiceStubs.newServiceStubs(
                WorkflowServiceStubsOptions.newBuilder().setTarget(address).build());
        try {
            return stubs.blockingStub()
                    .withDeadlineAfter(ANSWER_TIME_MAX.toMillis(), TimeUnit.MILLISECONDS)
                    .describeNamespace(DescribeNamespaceRequest.newBuilder()
                            .setNamespace("default")
                            .build())
                    .hasNamespaceInfo();
        } catch (StatusRuntimeException notYet) {
            return false;
        } finally {
            stubs.shutdownNow();
        }
    }

    /** {@code host:port} of the server. */
    public String address() {
        return address;
    }

    /** The operators' page, if this installation serves one. */
    public Optional<URI> webInterface() {
        return webInterface;
    }

    /** Whether jobs survive the end of this process. */
    public boolean durable() {
        return durable;
    }

    /** Stops a server that was started here, and lets a given one be. */
    @Override
    public void close() {
        stop.run();
    }
}
