package photoset.api.retention;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.temporal.activity.Activity;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import photoset.objects.ObjectStore;
import photoset.objects.StoredObject;

/**
 * The store, some requests a second: users come first. Every request is a sign of life of the activity that makes it, and
 * ends it when the process is asked to stop.
 */
final class PacedStore {
    /** The object that names the deployment whose pictures a bucket holds. */
    static final String DEPLOYMENT = "deployment/id";

    /** An id that this program wrote; more is none. */
    private static final int DEPLOYMENT_BYTES_MAX = 1024;

    private final ObjectStore store;
    private final long pauseNanos;
    private long nextAt = System.nanoTime();

    PacedStore(ObjectStore store, int requestsPerSecond) {
        this.store = store;
        this.pauseNanos = Duration.ofSeconds(1).toNanos() / requestsPerSecond;
    }

    /** Deletes everything whose key begins with {@code prefix}; what is left after an interruption goes the next time. */
    void deleteAll(String prefix) {
        List<StoredObject> page;
        do {
            page = list(prefix, null);
            deleteAll(page.stream().map(StoredObject::key).toList());
        } while (page.size() == ObjectStore.PAGE_MAX);
    }

    void deleteAll(Collection<String> keys) {
        if (!keys.isEmpty()) {
            turn();
            store.deleteAll(keys);
        }
    }

    /** A page; it is the last one when it is not full. */
    List<StoredObject> list(String prefix, @Nullable String after) {
        turn();
        return store.list(prefix, after, ObjectStore.PAGE_MAX);
    }

    /** Which deployment's pictures lie here, or empty when none has said so. */
    Optional<String> deployment() {
        turn();
        return store.find(DEPLOYMENT, DEPLOYMENT_BYTES_MAX).map(bytes -> new String(bytes, UTF_8));
    }

    /** Says that this deployment's pictures lie here. */
    void claim(String deployment) {
        turn();
        store.put(DEPLOYMENT, deployment.getBytes(UTF_8), "text/plain");
    }

    private void turn() {
        Activity.getExecutionContext().heartbeat(null);
        try {
            Thread.sleep(Duration.ofNanos(claimed(System.nanoTime())));
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped between two requests.", stopping);
        }
    }

    private synchronized long claimed(long now) {
        nextAt = Math.max(nextAt, now);
        long wait = nextAt - now;
        nextAt += pauseNanos;
        return wait;
    }
}
