package photoset.bench.album;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import photoset.bench.load.InstalledProcesses;

/** The most memory that an installation has held since this was made. */
final class MemoryWatch implements AutoCloseable {
    /** Often enough to meet a photo of a quarter of a second; reading the accounts of all processes takes milliseconds. */
    private static final Duration EVERY = Duration.ofMillis(250);

    private final InstalledProcesses installed;
    private final AtomicLong peak = new AtomicLong();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().factory());

    private final ScheduledFuture<?> looking;

    MemoryWatch(InstalledProcesses installed) {
        this.installed = installed;
        looking = clock.scheduleWithFixedDelay(this::look, 0, EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void look() {
        peak.accumulateAndGet(installed.residentBytes(), Math::max);
    }

    /** Bytes. */
    long peak() {
        return peak.get();
    }

    @Override
    public void close() {
        looking.cancel(false);
        clock.shutdownNow();
    }
}
