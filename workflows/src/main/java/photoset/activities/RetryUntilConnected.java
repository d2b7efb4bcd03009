package photoset.activities;

import io.grpc.StatusRuntimeException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A task at the start that needs Temporal: tried in the background until Temporal answers, so that the start needs not wait. */
public final class RetryUntilConnected {
    private static final Logger log = LoggerFactory.getLogger(RetryUntilConnected.class);
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private RetryUntilConnected() {}

    /** The thread ends when the task has succeeded, or when it is interrupted. */
    public static Thread start(String name, Runnable task) {
        return Thread.ofVirtual().name(name).start(() -> untilDone(name, task));
    }

    private static void untilDone(String name, Runnable task) {
        try {
            while (!done(name, task)) {
                Thread.sleep(PAUSE);
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean done(String name, Runnable task) {
        try {
            task.run();
            return true;
        } catch (StatusRuntimeException away) {
            log.warn(
                    "temporal.unreachable waiting={} status={}",
                    name,
                    away.getStatus().getCode());
            return false;
        }
    }
}
