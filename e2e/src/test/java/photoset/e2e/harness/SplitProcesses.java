package photoset.e2e.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import photoset.standalone.embedded.DataFolder;
import photoset.standalone.embedded.EmbeddedPostgres;
import photoset.standalone.embedded.EmbeddedStore;
import photoset.standalone.embedded.Infrastructure;
import photoset.standalone.embedded.Ports;
import photoset.standalone.embedded.TemporalChoice;

/**
 * Photoset as it runs in production: api, activities-cpu and activities-gpu as processes of their own, set up by their
 * environment only. Database, store and Temporal are the embedded ones.
 */
public final class SplitProcesses implements Server, AutoCloseable {
    private static @Nullable SplitProcesses shared;

    private final Infrastructure infrastructure;
    private final URI address;
    private final List<Program> programs;

    private SplitProcesses(Infrastructure infrastructure, int port) {
        this.infrastructure = infrastructure;
        this.address = URI.create("http://127.0.0.1:" + port);
        this.programs = List.of(
                Program.start("api", data(), apiSettings(infrastructure, port)),
                Program.start("activities-cpu", data(), workerSettings(infrastructure)),
                Program.start("activities-gpu", data(), workerSettings(infrastructure)));
    }

    /** The one that a run of the suite shares; stopped when the tests end. */
    static synchronized SplitProcesses shared() {
        var known = shared;
        if (known == null) {
            known = start();
            shared = known;
            Runtime.getRuntime().addShutdownHook(new Thread(known::close));
        }
        return known;
    }

    private static SplitProcesses start() {
        var folder = DataFolder.open(Standalone.newFolder("split"));
        int port = Ports.anyFree();
        var temporal = TemporalChoice.best(Optional.empty(), System.getenv());
        var origins = Set.of("http://127.0.0.1:" + port, CommonSettings.OTHER_ORIGIN);
        var infrastructure =
                Infrastructure.begin(folder, new Infrastructure.Order(temporal, origins), new PrintedEvents());
        var split = new SplitProcesses(infrastructure, port);
        split.programs.getFirst().awaitReady(split.client()::isUp);
        return split;
    }

    private static Map<String, String> workerSettings(Infrastructure infrastructure) {
        var secrets = infrastructure.secrets();
        return Map.of(
                "PHOTOSET_STORE_ENDPOINT", infrastructure.store().endpoint().toString(),
                "PHOTOSET_STORE_BUCKET", EmbeddedStore.BUCKET,
                "PHOTOSET_STORE_ACCESSKEY", secrets.storeKey(),
                "PHOTOSET_STORE_SECRETKEY", secrets.storeSecret(),
                "SPRING_TEMPORAL_CONNECTION_TARGET", infrastructure.temporal().address(),
                "MANAGEMENT_SERVER_PORT", Integer.toString(Ports.anyFree()));
    }

    private static Map<String, String> apiSettings(Infrastructure infrastructure, int port) {
        var secrets = infrastructure.secrets();
        var settings = new HashMap<>(workerSettings(infrastructure));
        settings.putAll(CommonSettings.ENVIRONMENT);
        settings.put("SERVER_PORT", Integer.toString(port));
        settings.put("PHOTOSET_AUTH_SECRET", secrets.token());
        settings.put("PHOTOSET_CALLBACK_SECRET", secrets.callback());
        settings.put("PHOTOSET_DATABASE_HOST", "127.0.0.1");
        settings.put(
                "PHOTOSET_DATABASE_PORT",
                Integer.toString(infrastructure.postgres().port()));
        settings.put("PHOTOSET_DATABASE_NAME", EmbeddedPostgres.DATABASE);
        settings.put("PHOTOSET_DATABASE_USER", EmbeddedPostgres.USER);
        settings.put("PHOTOSET_DATABASE_PASSWORD", secrets.database());
        settings.put("PHOTOSET_DATABASE_MIGRATIONUSER", EmbeddedPostgres.OWNER);
        settings.put("PHOTOSET_DATABASE_MIGRATIONPASSWORD", secrets.databaseOwner());
        return settings;
    }

    @Override
    public URI address() {
        return address;
    }

    @Override
    public Path data() {
        return infrastructure.folder().root();
    }

    @Override
    public boolean isAlive() {
        return programs.stream().allMatch(Program::isAlive);
    }

    @Override
    public void close() {
        programs.forEach(Program::close);
        try {
            infrastructure.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
