package photoset.standalone.installation;

import java.io.Closeable;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.r2dbc.autoconfigure.R2dbcAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import photoset.api.PhotosetApi;
import photoset.cpu.CpuWorker;
import photoset.gpu.GpuWorker;
import photoset.standalone.embedded.EmbeddedPostgres;
import photoset.standalone.embedded.EmbeddedStore;
import photoset.standalone.embedded.Infrastructure;
import photoset.standalone.embedded.UserError;

/** The api and both workers, each with its own Spring context, as if they were processes of their own. */
final class Processes implements Closeable {
    // The installation stops the contexts itself, before the servers that they need.
    private static final List<String> EMBEDDED =
            List.of("--spring.main.register-shutdown-hook=false", "--spring.main.banner-mode=off");

    // A worker finds the api's libraries beside it here, and must not set up a database for that. Nor does it need HTTP
    // of its own: the health of one process is told by the api.
    private static final List<String> WORKER = List.of(
            "--spring.main.web-application-type=none",
            "--spring.autoconfigure.exclude=" + R2dbcAutoConfiguration.class.getName() + ","
                    + DataSourceAutoConfiguration.class.getName());

    private interface Start {
        ConfigurableApplicationContext start(String... arguments);
    }

    private final List<CompletableFuture<ConfigurableApplicationContext>> contexts = new ArrayList<>();

    /** Starts all three at once and returns when all of them work. */
    void start(Infrastructure infrastructure, int port) {
        var shared = sharedArguments(infrastructure);
        var worker = with(shared, WORKER.toArray(String[]::new));
        contexts.add(begin(CpuWorker::start, worker));
        contexts.add(begin(GpuWorker::start, worker));
        contexts.add(begin(PhotosetApi::start, apiArguments(infrastructure, port)));
        for (var context : contexts) {
            try {
                context.join();
            } catch (CompletionException failure) {
                throw new UserError("Photoset did not start: " + reason(failure), failure);
            }
        }
    }

    private static String reason(Throwable failure) {
        var root = failure;
        for (var cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            root = cause;
        }
        return String.valueOf(root.getMessage());
    }

    private static CompletableFuture<ConfigurableApplicationContext> begin(Start start, List<String> arguments) {
        var begun = new CompletableFuture<ConfigurableApplicationContext>();
        Thread.ofPlatform().daemon().start(() -> {
            try {
                begun.complete(start.start(arguments.toArray(String[]::new)));
            } catch (RuntimeException | Error failure) {
                begun.completeExceptionally(failure);
            }
        });
        return begun;
    }

    private static List<String> sharedArguments(Infrastructure infrastructure) {
        var secrets = infrastructure.secrets();
        return with(
                EMBEDDED,
                "--photoset.store.endpoint=" + infrastructure.store().endpoint(),
                "--photoset.store.bucket=" + EmbeddedStore.BUCKET,
                "--photoset.store.access-key=" + secrets.storeKey(),
                "--photoset.store.secret-key=" + secrets.storeSecret(),
                "--spring.temporal.connection.target="
                        + infrastructure.temporal().address());
    }

    private static List<String> apiArguments(Infrastructure infrastructure, int port) {
        var secrets = infrastructure.secrets();
        return with(
                sharedArguments(infrastructure),
                "--server.address=127.0.0.1",
                "--server.port=" + port,
                "--management.server.address=127.0.0.1",
                "--management.server.port=0",
                "--photoset.auth.secret=" + secrets.token(),
                "--photoset.callback.secret=" + secrets.callback(),
                "--photoset.database.host=127.0.0.1",
                "--photoset.database.port=" + infrastructure.postgres().port(),
                "--photoset.database.name=" + EmbeddedPostgres.DATABASE,
                "--photoset.database.user=" + EmbeddedPostgres.USER,
                "--photoset.database.password=" + secrets.database(),
                "--photoset.database.migration-user=" + EmbeddedPostgres.OWNER,
                "--photoset.database.migration-password=" + secrets.databaseOwner());
    }

    private static List<String> with(List<String> arguments, String... more) {
        return Stream.concat(arguments.stream(), Stream.of(more)).toList();
    }

    /** Stops all three at once and returns when their last tasks have ended. */
    @Override
    public void close() {
        try (var closing =
                Executors.newThreadPerTaskExecutor(Thread.ofPlatform().factory())) {
            contexts.forEach(context -> closing.execute(() -> close(context)));
        }
    }

    private static void close(CompletableFuture<ConfigurableApplicationContext> context) {
        try {
            context.join().close();
        } catch (CompletionException neverStarted) {
            // start() has told the caller; there is nothing to stop
        }
    }
}
