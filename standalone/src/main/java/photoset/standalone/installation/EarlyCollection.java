package photoset.standalone.installation;

import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.ThreadMXBean;
import java.io.Closeable;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryNotificationInfo;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.management.ListenerNotFoundException;
import javax.management.Notification;
import javax.management.NotificationEmitter;
import javax.management.NotificationListener;

/**
 * Collects the garbage of this process before its heap grows by it, and gives memory back at rest. The serial collector
 * widens the old generation for each large array for which there is no room, and collects it only where it cannot grow any
 * more; planes of photos are nearly all that is allocated here, so the heap would stand at its bound after a few albums,
 * for 100 MB of live objects. A collection of those takes a fifth of a second; a photo of 12 megapixels fills the bound
 * about once.
 */
final class EarlyCollection implements Closeable {
    /** More of it spares collections, which take a few hundredths of the CPU of a photo as it is. */
    private static final long GARBAGE_BYTES_MAX = 400L << 20;

    /** A process that allocates less between two looks is at rest. */
    private static final long BUSY_BYTES_MIN = 32L << 20;

    /**
     * How much of the heap may be free after a collection, in percent. While photos come it is needed again at once: the young
     * generation is half as large as the old one, and each page that was given back costs a fault. At rest nobody needs it.
     */
    private enum Free {
        BUSY(40, 70),
        AT_REST(10, 20);

        private final int least;
        private final int most;

        Free(int least, int most) {
            this.least = least;
            this.most = most;
        }
    }

    /** How often a process at rest is looked at. */
    private static final Duration LOOK_EVERY = Duration.ofMinutes(1);

    private final MemoryPoolMXBean old;
    private final HotSpotDiagnosticMXBean machine = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final NotificationEmitter memory = (NotificationEmitter) ManagementFactory.getMemoryMXBean();
    private final NotificationListener listener = this::hear;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("photoset-collection").daemon().factory());
    private final Future<?> looking;
    private long allocated;
    private boolean wasBusy;

    /** Begins, for this process, and goes on until closed. Twice at a time would be of no use. */
    EarlyCollection() {
        this.old = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP && pool.isUsageThresholdSupported())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("This JVM does not tell how full its heap is."));
        memory.addNotificationListener(listener, null, null);
        awaitMore();
        looking = clock.scheduleWithFixedDelay(
                this::look, LOOK_EVERY.toMillis(), LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void hear(Notification notification, Object handback) {
        if (notification.getType().equals(MemoryNotificationInfo.MEMORY_THRESHOLD_EXCEEDED)) {
            collect(Free.BUSY);
        }
    }

    /** Collects while the process is busy, and once more at rest: what lived amid an album is garbage by then. */
    synchronized void look() {
        long now = threads.getTotalThreadAllocatedBytes();
        boolean busy = now - allocated > BUSY_BYTES_MIN;
        allocated = now;
        if (busy || wasBusy) {
            collect(busy ? Free.BUSY : Free.AT_REST);
        }
        wasBusy = busy;
    }

    private synchronized void collect(Free share) {
        // The JVM takes no lower bound above the upper one, not even for a moment.
        machine.setVMOption("MinHeapFreeRatio", "0");
        machine.setVMOption("MaxHeapFreeRatio", Integer.toString(share.most));
        machine.setVMOption("MinHeapFreeRatio", Integer.toString(share.least));
        System.gc();
        awaitMore();
    }

    /** What lives now may be the planes of a large photo: the next collection is due when as much again is garbage. */
    private synchronized void awaitMore() {
        var usage = old.getUsage();
        old.setUsageThreshold(Math.min(usage.getUsed() + GARBAGE_BYTES_MAX, usage.getMax()));
    }

    @Override
    public void close() {
        looking.cancel(false);
        clock.shutdownNow();
        old.setUsageThreshold(0);
        try {
            memory.removeNotificationListener(listener);
        } catch (ListenerNotFoundException alreadyGone) {
            // closed twice
        }
    }
}
