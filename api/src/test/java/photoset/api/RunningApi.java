package photoset.api;

import io.temporal.testserver.TestServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.springframework.context.ConfigurableApplicationContext;
import photoset.objects.FreePorts;
import photoset.objects.ObjectStore;
import photoset.objects.S3Server;
import photoset.objects.StoreSettings;
import photoset.workflows.UserId;

/**
 * The whole api as {@code main} starts it, both roles, on a real PostgreSQL, a Temporal server and fake workers; started
 * once for all tests of the JVM. The server is Temporal's own for tests, or the one that the system property
 * {@code photoset.test.temporal} names.
 */
public final class RunningApi {
    public static final String CALLBACK_SECRET = "the secret of the provider";

    public final Records records;
    public final FakeWorkers workers;
    private final int port;
    private final String temporal;

    private RunningApi() {
        var temporal = System.getProperty("photoset.test.temporal", "");
        if (temporal.isEmpty()) {
            temporal = testServer();
        }
        this.temporal = temporal;
        var database = TestPostgres.fresh();
        var store = store();
        var context = start(
                database,
                temporal,
                // A busy build machine is no Temporal that is away.
                "--photoset.temporal-client.start-max=60s",
                "--photoset.store.endpoint=" + store.endpoint(),
                "--photoset.store.access-key=" + store.accessKey(),
                "--photoset.store.secret-key=" + store.secretKey());
        this.port = port(context);
        this.records = new Records(database);
        this.workers = new FakeWorkers(temporal, new ObjectStore(store));
    }

    private static StoreSettings store() {
        try {
            return S3Server.in(Files.createTempDirectory("photoset-store")).settings();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String testServer() {
        int port = FreePorts.any();
        var server = TestServer.createPortBoundServer(port, true);
        Runtime.getRuntime().addShutdownHook(new Thread(server::close));
        return "127.0.0.1:" + port;
    }

    private static final class Shared {
        static final RunningApi API = new RunningApi();
    }

    public static RunningApi shared() {
        return Shared.API;
    }

    public int port() {
        return port;
    }

    /** {@code host:port} of its Temporal server. */
    public String temporal() {
        return temporal;
    }

    /** A stranger without an account. */
    public Api stranger() {
        return Api.at(port);
    }

    /** A new user of the free plan. */
    public Api free() {
        return stranger().signedUp();
    }

    /** A new user of the pro plan, with the ten credits of the free one. */
    public Api pro() {
        var api = free();
        records.run("update users set plan = 'pro' where id = '" + user(api) + "'");
        return api;
    }

    public static UserId user(Api api) {
        return new UserId(api.get("/me").text("$.data.user_id"));
    }

    public static ConfigurableApplicationContext start(
            TestPostgres.Database database, String temporal, String... more) {
        List<String> settings = new ArrayList<>(List.of(
                "--server.port=0",
                "--management.server.port=0",
                "--server.shutdown=immediate",
                "--photoset.database.host=127.0.0.1",
                "--photoset.database.port=" + database.port(),
                "--photoset.database.name=" + database.name(),
                "--photoset.database.user=" + TestPostgres.APP,
                "--photoset.database.migration-user=" + TestPostgres.OWNER,
                "--photoset.auth.secret=" + ApiTest.SECRET,
                "--photoset.limits.sign-up-per-minute=10000",
                "--photoset.limits.sign-up-total-per-minute=10000",
                "--photoset.limits.user-per-minute=100000",
                // Links are made without asking the store; nothing listens here.
                "--photoset.store.endpoint=http://127.0.0.1:9",
                "--photoset.store.access-key=tester",
                "--photoset.store.secret-key=tester-secret",
                "--photoset.callback.secret=" + CALLBACK_SECRET,
                "--photoset.events.poll-every=50ms",
                "--photoset.temporal-client.cancel-max=2s",
                "--photoset.worker.drain-max=1s",
                "--spring.lifecycle.timeout-per-shutdown-phase=2s",
                "--spring.temporal.connection.target=" + temporal));
        // A name that is given twice would become a list.
        settings.removeIf(setting -> Arrays.stream(more)
                .anyMatch(other -> other.startsWith(setting.substring(0, setting.indexOf('=') + 1))));
        settings.addAll(List.of(more));
        return PhotosetApi.start(settings.toArray(String[]::new));
    }

    public static int port(ConfigurableApplicationContext context) {
        return Objects.requireNonNull(context.getEnvironment().getProperty("local.server.port", Integer.class));
    }
}
