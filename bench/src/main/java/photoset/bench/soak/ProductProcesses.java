package photoset.bench.soak;

import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import photoset.cli.client.PhotosetClient;
import photoset.standalone.embedded.EmbeddedPostgres;
import photoset.standalone.embedded.EmbeddedStore;
import photoset.standalone.embedded.JavaProcess;
import photoset.standalone.embedded.Ports;
import photoset.standalone.embedded.SeparateServers;
import photoset.standalone.embedded.ServerEvents;
import photoset.standalone.embedded.UserError;

/** The three processes of the product, started from their jars as in production. */
final class ProductProcesses implements Closeable {
    private final PhotosetClient client;
    private final List<JavaProcess> workers;
    private final JavaProcess api;

    private ProductProcesses(PhotosetClient client, JavaProcess api, List<JavaProcess> workers) {
        this.client = client;
        this.api = api;
        this.workers = workers;
    }

    /**
     * Where it runs.
     *
     * @param home the project's folder, where the jars lie
     * @param logs where each process writes its log
     */
    record Place(Path home, Path logs, ServerEvents events) {
        private JavaProcess start(String module, Map<String, String> settings) throws IOException {
            var management = PhotosetClient.at(
                    URI.create("http://127.0.0.1:" + settings.getOrDefault("MANAGEMENT_SERVER_PORT", "0")));
            return JavaProcess.start(
                    new JavaProcess.Program(module, List.of("-jar", jar(module).toString()), settings),
                    logs,
                    () -> management.answers("/actuator/health/liveness"),
                    events);
        }

        private Path jar(String module) throws IOException {
            var target = home.resolve(module).resolve("target");
            if (Files.isDirectory(target)) {
                try (var jars = Files.newDirectoryStream(target, "photoset-" + module + "-*.jar")) {
                    for (var jar : jars) {
                        return jar;
                    }
                }
            }
            throw new UserError("There is no jar of " + module + " in " + target + ". Start the soak with ./photoset.");
        }
    }

    /**
     * Starts all three and returns when they serve.
     *
     * @throws UserError if they were not built or do not start
     */
    static ProductProcesses start(Place place, SeparateServers servers) throws IOException {
        int port = Ports.anyFree();
        var settings = new HashMap<>(ofEach(servers));
        settings.putAll(ofApi(servers, port));
        var api = place.start("api", settings);
        var workers =
                List.of(place.start("activities-cpu", ofEach(servers)), place.start("activities-gpu", ofEach(servers)));
        return new ProductProcesses(PhotosetClient.at(URI.create("http://127.0.0.1:" + port)), api, workers);
    }

    private static Map<String, String> ofEach(SeparateServers servers) {
        return Map.of(
                "PHOTOSET_STORE_ENDPOINT", servers.storeEndpoint().toString(),
                "PHOTOSET_STORE_BUCKET", EmbeddedStore.BUCKET,
                "PHOTOSET_STORE_ACCESSKEY", servers.secrets().storeKey(),
                "PHOTOSET_STORE_SECRETKEY", servers.secrets().storeSecret(),
                "SPRING_TEMPORAL_CONNECTION_TARGET", servers.temporalAddress(),
                // A rectangle: what is tried here is not the model.
                "PHOTOSET_SEGMENTER", "stub",
                "SERVER_ADDRESS", "127.0.0.1",
                "MANAGEMENT_SERVER_PORT", Integer.toString(Ports.anyFree()));
    }

    private static Map<String, String> ofApi(SeparateServers servers, int port) {
        var settings = new HashMap<String, String>();
        settings.put("MANAGEMENT_SERVER_ADDRESS", "127.0.0.1");
        settings.put("SERVER_PORT", Integer.toString(port));
        settings.put("PHOTOSET_AUTH_SECRET", servers.secrets().token());
        settings.put("PHOTOSET_CALLBACK_SECRET", servers.secrets().callback());
        settings.put("PHOTOSET_DATABASE_HOST", "127.0.0.1");
        settings.put("PHOTOSET_DATABASE_PORT", Integer.toString(servers.postgresPort()));
        settings.put("PHOTOSET_DATABASE_NAME", EmbeddedPostgres.DATABASE);
        settings.put("PHOTOSET_DATABASE_USER", EmbeddedPostgres.USER);
        settings.put("PHOTOSET_DATABASE_PASSWORD", servers.secrets().database());
        settings.put("PHOTOSET_DATABASE_MIGRATIONUSER", EmbeddedPostgres.OWNER);
        settings.put("PHOTOSET_DATABASE_MIGRATIONPASSWORD", servers.secrets().databaseOwner());
        settings.put("PHOTOSET_LIMITS_SIGNUPPERMINUTE", "100000");
        settings.put("PHOTOSET_LIMITS_SIGNUPTOTALPERMINUTE", "100000");
        settings.put("PHOTOSET_LIMITS_USERPERMINUTE", "100000");
        // What a client gave up ends within the drain.
        settings.put("PHOTOSET_JOBS_UPLOADWINDOW", Soak.WINDOW.toString());
        settings.put("PHOTOSET_JOBS_EXECUTEWINDOW", Soak.WINDOW.toString());
        return settings;
    }

    /** A client without a token. */
    PhotosetClient client() {
        return client;
    }

    /** The process id of one of the workers. */
    long worker(Random random) {
        return workers.get(random.nextInt(workers.size())).pid();
    }

    @Override
    public void close() {
        api.close();
        workers.forEach(JavaProcess::close);
    }
}
