package photoset.cpu;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where libvips is.
 *
 * @param path the shared library; searched when absent. The environment variable {@code PHOTOSET_VIPS} also names it
 */
@ConfigurationProperties(prefix = "photoset.vips", ignoreUnknownFields = false)
record VipsSettings(@Nullable String path) {}
