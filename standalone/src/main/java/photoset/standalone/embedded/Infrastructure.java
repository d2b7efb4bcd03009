package photoset.standalone.embedded;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** The three servers of one installation on one data folder. */
public final class Infrastructure implements Closeable {
    /**
     * What to start.
     *
     * @param origins whose pages may use the store's presigned links in a browser, as browsers send them
     */
    public record Order(TemporalChoice temporal, Set<String> origins) {}

    private final DataFolder folder;
    private final Secrets secrets;
    private final CompletableFuture<EmbeddedPostgres> postgres;
    private final CompletableFuture<EmbeddedStore> store;
    private final CompletableFuture<EmbeddedTemporal> temporal;

    private Infrastructure(DataFolder folder, Order order, ServerEvents events) throws IOException {
        this.folder = folder;
        this.secrets = Secrets.of(folder);
        var ports = Ports.of(folder);
        this.postgres = begin(() -> EmbeddedPostgres.start(folder, ports, secrets.databaseOwner(), events));
        this.temporal = begin(() -> EmbeddedTemporal.start(folder, ports, order.temporal(), events));
        this.store = begin(() -> EmbeddedStore.start(folder, ports, secrets, order.origins()));
    }

    /**
     * Begins to start all servers at the same time and returns at once; asking for one of them waits for it. From then on
     * servers that are children are kept running.
     */
    public static Infrastructure begin(DataFolder folder, Order order, ServerEvents events) {
        try {
            return new Infrastructure(folder, order, events);
        } catch (IOException failure) {
            throw new UserError(DataFolder.unusable(folder.root(), failure), failure);
        }
    }

    public DataFolder folder() {
        return folder;
    }

    public Secrets secrets() {
        return secrets;
    }

    public EmbeddedPostgres postgres() {
        return await(postgres);
    }

    public EmbeddedStore store() {
        return await(store);
    }

    public EmbeddedTemporal temporal() {
        return await(temporal);
    }

    /** Stops what was started, in the order in which the servers need each other, and unlocks the folder. */
    @Override
    public void close() throws IOException {
        var failures = new ArrayList<RuntimeException>();
        for (var part : List.of(temporal, postgres, store)) {
            try {
                part.join().close();
            } catch (CompletionException neverStarted) {
                // begin() has told the caller; there is nothing to stop
            } catch (IOException | RuntimeException failure) {
                failures.add(new IllegalStateException(failure));
            }
        }
        folder.close();
        if (!failures.isEmpty()) {
            throw failures.getFirst();
        }
    }

    private interface Start<T> {
        T start() throws IOException;
    }

    private static <T> CompletableFuture<T> begin(Start<T> part) {
        var started = new CompletableFuture<T>();
        Thread.ofPlatform().daemon().start(() -> {
            try {
                started.complete(part.start());
            } catch (IOException | RuntimeException | Error failure) {
                started.completeExceptionally(failure);
            }
        });
        return started;
    }

    private static <T> T await(CompletableFuture<T> part) {
        try {
            return part.join();
        } catch (CompletionException failure) {
            throw failure.getCause() instanceof UserError refusal
                    ? refusal
                    : new UserError("A part did not start: " + failure.getCause(), failure);
        }
    }
}
