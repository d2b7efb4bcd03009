package photoset.cpu.rendering;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What is kept in memory for the next preview of a photo.
 *
 * @param max bytes in all. A photo's view takes 5 MB and each of its masks 2 MB: 256 MB are those of some twenty users who
 *     look at rules at once. Gives way when the heap is short. 0 keeps nothing; then every preview reads and refines the whole photo
 */
@ConfigurationProperties(prefix = "photoset.view-cache", ignoreUnknownFields = false)
public record ViewCacheSettings(@DefaultValue("256MB") DataSize max) {
    public ViewCacheSettings {
        if (max.isNegative()) {
            throw new IllegalArgumentException("photoset.view-cache.max is a size of 0 or more, was " + max + ".");
        }
    }
}
