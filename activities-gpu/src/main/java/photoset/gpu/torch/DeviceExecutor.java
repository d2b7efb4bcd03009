package photoset.gpu.torch;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The one thread on which a model's native calls happen: the first forward of a module is not thread-safe in DJL, several
 * threads on one device only wait for each other, and one thread needs one input buffer. Watches for calls that never end
 * and for a device that is lost. Safe for use by several threads.
 */
public final class DeviceExecutor implements AutoCloseable {
    /** One failure may be a photo's own, three in a row are not. */
    private static final int FAILURES_MAX = 3;

    private final ExecutorService thread;
    private final Duration callMax;
    private final AtomicInteger failedInARow = new AtomicInteger();
    private final AtomicLong busy = new AtomicLong();
    private volatile long runningSince;
    private volatile @Nullable DeviceLost lost;
    private volatile Runnable onLost = () -> {};

    /**
     * An executor with a thread of its own.
     *
     * @param callMax a call that takes this long never ends
     */
    public DeviceExecutor(String name, Duration callMax) {
        this.callMax = callMax;
        thread = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().name("photoset-" + name).daemon().factory());
    }

    /** Whom to tell, once, when the device is lost; replaces who was named before. */
    public void onLost(Runnable listener) {
        onLost = listener;
    }

    /** Loads something; neither watched nor counted, since large files take their time. */
    public <T> T load(Callable<T> work) throws IOException {
        return onThread(work);
    }

    /**
     * Computes something and waits for it.
     *
     * @throws DeviceLost if the device fails every call from now on, also for every later call
     * @throws RuntimeException what the work threw
     */
    public <T> T call(Callable<T> work) {
        try {
            return onThread(() -> watched(work));
        } catch (IOException refused) {
            throw new IllegalStateException("The network failed", refused);
        }
    }

    /** Does something later, such as freeing memory; what it throws is lost. */
    public void later(Runnable work) {
        thread.execute(work);
    }

    private <T> T watched(Callable<T> work) throws Exception {
        var gone = lost;
        if (gone != null) {
            throw gone;
        }
        long start = System.nanoTime();
        runningSince = start;
        failedInARow.incrementAndGet();
        try {
            var result = work.call();
            failedInARow.set(0);
            return result;
        } catch (RuntimeException failure) {
            throw judged(failure);
        } finally {
            busy.addAndGet(System.nanoTime() - start);
            runningSince = 0;
        }
    }

    private RuntimeException judged(RuntimeException failure) {
        if (DeviceFault.of(failure) != DeviceFault.LOST) {
            return failure;
        }
        var gone = new DeviceLost(failure);
        lost = gone;
        onLost.run();
        return gone;
    }

    /** What is wrong, or empty; it does not mend itself. */
    public Optional<String> trouble() {
        if (lost != null) {
            return Optional.of("the device is lost");
        }
        long since = runningSince;
        if (since != 0 && System.nanoTime() - since > callMax.toNanos()) {
            return Optional.of("a call has been running for over " + callMax.toSeconds() + " s");
        }
        return failedInARow.get() > FAILURES_MAX ? Optional.of("every call fails") : Optional.empty();
    }

    /** What the executor was made with. */
    public Duration callMax() {
        return callMax;
    }

    /** How long the thread has been at work in all, in nanoseconds. */
    public long busyNanos() {
        return busy.get();
    }

    /** Takes no more work; what was asked for is still done. */
    @Override
    public void close() {
        thread.shutdown();
    }

    private <T> T onThread(Callable<T> work) throws IOException {
        try {
            return thread.submit(work).get();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while the network ran", stopped);
        } catch (ExecutionException failed) {
            switch (failed.getCause()) {
                case RuntimeException known -> throw known;
                case IOException known -> throw known;
                case null, default -> {}
            }
            throw new IOException("The network cannot be used", failed.getCause());
        }
    }
}
