package photoset.cpu.rendering;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;
import photoset.activities.Progress;
import photoset.workflows.photos.PhotoLimits;

/**
 * Lets photos in as long as their planes fit the heap together: several small ones at once, large ones one after the other.
 * First come, first served, so that a large one is not passed by for good.
 */
@Component
final class PixelBudget {
    /** The worst rendering that was measured takes 1.5 GB for 50 megapixels (docs/operating.md, Memory). */
    static final int HEAP_BYTES_A_PIXEL = 30;

    /** What lives in a process of all workers and the api beside photos, measured. */
    private static final long BESIDE_BYTES = 150L << 20;

    /** A cancellation is heard this soon. */
    private static final long LOOK_EVERY_MS = 500;

    private final int pixels;
    private final Semaphore free;

    /** For the heap of this process. */
    PixelBudget() {
        this(Runtime.getRuntime().maxMemory());
    }

    PixelBudget(long heapBytes) {
        this.pixels = Math.toIntExact(Math.clamp(
                (heapBytes - BESIDE_BYTES) / HEAP_BYTES_A_PIXEL, PhotoLimits.SIDE_PX_MAX, Integer.MAX_VALUE));
        this.free = new Semaphore(pixels, true);
    }

    /** Room that was taken; closing it gives it back. */
    interface Room extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * Waits until a photo has room. One that is larger than all there is gets all of it, alone.
     *
     * @param progress told again and again while waiting; may throw to give up
     */
    Room enter(long wanted, Progress progress) {
        int taken = (int) Math.min(wanted, pixels);
        try {
            while (!free.tryAcquire(taken, LOOK_EVERY_MS, TimeUnit.MILLISECONDS)) {
                progress.reached("wait for room");
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while waiting for room", stop);
        }
        return () -> free.release(taken);
    }
}
