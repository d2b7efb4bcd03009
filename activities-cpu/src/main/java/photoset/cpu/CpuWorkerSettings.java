package photoset.cpu;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How hard this process works.
 *
 * @param slots photos worked on at once; a core each when absent, since decoding and painting keep one busy. Each may
 *     need 3 GiB of the container, so a small one sets fewer
 * @param drain how long a stopping worker may finish its photos before they go to another one
 */
@ConfigurationProperties(prefix = "photoset.cpu", ignoreUnknownFields = false)
record CpuWorkerSettings(
        @Nullable Integer slots, @DefaultValue("60s") Duration drain) {
    /** More photos at once need more memory than machines have. */
    private static final int SLOTS_MAX = 256;

    CpuWorkerSettings {
        if (slots != null && (slots < 1 || slots > SLOTS_MAX)) {
            throw new IllegalArgumentException("photoset.cpu.slots is 1 to %d photos.".formatted(SLOTS_MAX));
        }
        if (drain.isNegative()) {
            throw new IllegalArgumentException("photoset.cpu.drain is a time of 0 or more.");
        }
    }

    int slotsOrCores() {
        return slots == null ? Runtime.getRuntime().availableProcessors() : slots;
    }
}
