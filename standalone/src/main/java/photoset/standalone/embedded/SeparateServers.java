package photoset.standalone.embedded;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The three servers of an installation, each a process of its own that can be killed or stopped alone. */
public final class SeparateServers implements Closeable {
    /** One of them. */
    public enum Server {
        TEMPORAL,
        POSTGRES,
        STORE
    }

    private final DataFolder folder;
    private final Secrets secrets;
    private final EmbeddedPostgres postgres;
    private final EmbeddedTemporal temporal;
    private final JavaProcess store;
    private final URI storeEndpoint;

    private SeparateServers(DataFolder folder, TemporalChoice.Binary choice, ServerEvents events) throws IOException {
        this.folder = folder;
        this.secrets = Secrets.of(folder);
        var ports = Ports.of(folder);
        this.storeEndpoint = URI.create("http://127.0.0.1:" + ports.of("store"));
        this.postgres = EmbeddedPostgres.start(folder, ports, secrets.databaseOwner(), events);
        this.temporal = EmbeddedTemporal.start(folder, ports, choice, events);
        this.store = startStore(events);
    }

    /** Starts all three and returns when they serve. */
    public static SeparateServers start(DataFolder folder, TemporalChoice.Binary choice, ServerEvents events)
            throws IOException {
        return new SeparateServers(folder, choice, events);
    }

    private JavaProcess startStore(ServerEvents events) throws IOException {
        var root = folder.privateFolder("store");
        Files.createDirectories(folder.bucket());
        var environment = Map.of(
                StoreProcess.ROOT, root.toString(),
                StoreProcess.ENDPOINT, storeEndpoint.toString(),
                StoreProcess.ACCESS_KEY, secrets.storeKey(),
                StoreProcess.SECRET_KEY, secrets.storeSecret());
        var program = List.of("-cp", System.getProperty("java.class.path"), StoreProcess.class.getName());
        return JavaProcess.start(
                new JavaProcess.Program("store", program, environment),
                folder.root(),
                () -> !Ports.isFree(storeEndpoint.getPort()),
                events);
    }

    public Secrets secrets() {
        return secrets;
    }

    /** Where PostgreSQL listens on 127.0.0.1. */
    public int postgresPort() {
        return postgres.port();
    }

    /** {@code host:port} of Temporal. */
    public String temporalAddress() {
        return temporal.address();
    }

    public URI storeEndpoint() {
        return storeEndpoint;
    }

    /** Where the bucket lies: one file for each key. */
    public Path bucket() {
        return folder.bucket();
    }

    /** The first process of a server as it runs now. */
    public long pid(Server server) {
        return switch (server) {
            case TEMPORAL -> firstLine(folder.file("temporal/temporal.pid"));
            case POSTGRES -> postgres.pid();
            case STORE -> store.pid();
        };
    }

    private static long firstLine(Path pidFile) {
        try {
            return Long.parseLong(Files.readAllLines(pidFile).getFirst().strip());
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    /** Stops all three and unlocks the folder. */
    @Override
    public void close() throws IOException {
        temporal.close();
        postgres.close();
        store.close();
        folder.close();
    }
}
