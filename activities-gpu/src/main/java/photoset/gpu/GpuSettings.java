package photoset.gpu;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import photoset.gpu.torch.Processor;
import photoset.gpu.torch.Processor.Device;

/**
 * How this worker runs its model.
 *
 * @param device what the model runs on; with {@code cuda} a process that finds no card refuses to start
 * @param threads of one call of the model on the CPU; 0 for all cores
 * @param slots photos in work at once. The model takes one at a time; while it does, the others' views are read and their
 *     masks drawn and written. Two keep a CPU busy; a fast card wants as many as {@code bench gpu} finds
 * @param modelDir for {@code sam3} the model package; for {@code lite} a folder with {@code lite.json} and the file that it
 *     names, the model inside the jar when absent
 * @param drain how long a stopping worker waits for the photos in work; longer than a 50 MP photo takes on a slow CPU
 */
@ConfigurationProperties(prefix = "photoset.gpu", ignoreUnknownFields = false)
record GpuSettings(
        @DefaultValue("cpu") Device device,
        @DefaultValue("0") int threads,
        @DefaultValue("2") int slots,
        @Nullable Path modelDir,
        @DefaultValue("30s") Duration drain) {
    /** Beyond this a photo per slot no longer fits into the memory of any worker here. */
    private static final int SLOTS_MAX = 64;

    private static final int THREADS_MAX = 256;

    GpuSettings {
        require(threads >= 0 && threads <= THREADS_MAX, "threads", "0 (all cores) to " + THREADS_MAX);
        require(slots >= 1 && slots <= SLOTS_MAX, "slots", "1 to " + SLOTS_MAX);
        require(modelDir == null || Files.isDirectory(modelDir), "model-dir", "a folder that exists");
        require(!drain.isNegative(), "drain", "a duration of zero or more");
    }

    Processor processor() {
        return new Processor(device, threads == 0 ? Runtime.getRuntime().availableProcessors() : threads);
    }

    private static void require(boolean valid, String property, String wanted) {
        if (!valid) {
            throw new IllegalArgumentException("photoset.gpu." + property + " must be " + wanted + ".");
        }
    }
}
