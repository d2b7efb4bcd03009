package photoset.cpu.decoding;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What one file may cost before its decoder is killed.
 *
 * @param timeLimit wall clock for one file; the slowest good ones (50 MP as AVIF) take half of the default. At
 *     most 15 s, since a hostile file holds a slot that long
 * @param memory address space of a decoder, on Linux; 50 MP need up to 2.3 GB of it (ADR 0018)
 */
@ConfigurationProperties(prefix = "photoset.decoding", ignoreUnknownFields = false)
public record DecodingSettings(
        @DefaultValue("10s") Duration timeLimit,
        @DefaultValue("3GB") DataSize memory) {
    private static final Duration TIME_MAX = Duration.ofSeconds(15);

    /** Less, and Java itself does not start. */
    private static final DataSize MEMORY_MIN = DataSize.ofGigabytes(2);

    public DecodingSettings {
        if (timeLimit.isNegative() || timeLimit.isZero() || timeLimit.compareTo(TIME_MAX) > 0) {
            throw new IllegalArgumentException("photoset.decoding.time-limit is more than 0 and at most 15 s.");
        }
        if (memory.compareTo(MEMORY_MIN) < 0) {
            throw new IllegalArgumentException("photoset.decoding.memory is at least 2 GB.");
        }
    }
}
