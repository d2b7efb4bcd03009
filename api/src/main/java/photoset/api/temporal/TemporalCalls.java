package photoset.api.temporal;

import io.grpc.Context;
import io.grpc.StatusRuntimeException;
import io.temporal.client.ActivityCompletionFailureException;
import io.temporal.client.WorkflowServiceException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import photoset.api.problem.ApiException;
import photoset.api.problem.Problem;
import photoset.api.roles.InRole;
import photoset.api.roles.Role;
import reactor.core.publisher.Mono;

/**
 * Calls to Temporal: off the event loop, within a deadline, and to their end even when the client that asked has gone. A
 * Temporal that is away, or too slow, is {@link Problem#UNAVAILABLE}.
 */
@Component
@InRole(Role.WEB)
public class TemporalCalls implements DisposableBean {
    private static final Logger log = LoggerFactory.getLogger(TemporalCalls.class);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

    /** Lets the deadline of the call itself, which says more, come first. */
    private static final Duration GRACE = Duration.ofMillis(500);

    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("temporal-call-", 0).factory());
    private final ScheduledExecutorService deadlines = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("temporal-deadlines").factory());

    /** Runs a blocking call; anything that says that Temporal did not answer becomes {@link Problem#UNAVAILABLE}. */
    public <T> Mono<T> within(Duration max, Callable<T> call) {
        return Mono.fromFuture(() -> started(max, call), true)
                // Waiting for an update's result polls in threads of the client, which do not know the context.
                .timeout(max.plus(GRACE))
                .onErrorMap(
                        CompletionException.class, failure -> failure.getCause() == null ? failure : failure.getCause())
                .onErrorMap(TemporalCalls::isAway, TemporalCalls::unavailable);
    }

    private <T> CompletableFuture<T> started(Duration max, Callable<T> call) {
        // The deadline of the context also ends the retries of Temporal's client.
        var limited = Context.current().withDeadlineAfter(max.toMillis(), TimeUnit.MILLISECONDS, deadlines);
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return limited.call(call);
                    } catch (RuntimeException failure) {
                        throw failure;
                    } catch (Exception checked) {
                        throw new CompletionException(checked);
                    } finally {
                        limited.cancel(null);
                    }
                },
                threads);
    }

    private static boolean isAway(Throwable failure) {
        return failure instanceof WorkflowServiceException
                || failure instanceof ActivityCompletionFailureException
                || failure instanceof StatusRuntimeException
                || failure instanceof TimeoutException;
    }

    private static ApiException unavailable(Throwable failure) {
        log.warn("temporal.no_answer failure={} reason={}", failure.getClass().getSimpleName(), rootWords(failure));
        return ApiException.forNow(
                Problem.UNAVAILABLE, "The work could not be reached in time. Repeating the call is safe.", RETRY_AFTER);
    }

    private static String rootWords(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return String.valueOf(root.getMessage());
    }

    @Override
    public void destroy() {
        threads.shutdownNow();
        deadlines.shutdownNow();
    }
}
