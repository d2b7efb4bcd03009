package photoset.cpu;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where libheif is, which reads HEIC.
 *
 * @param path the shared library; a libde265 in its folder is loaded first. Searched when absent. The environment
 *     variable {@code PHOTOSET_HEIF} also names it
 */
@ConfigurationProperties(prefix = "photoset.heif", ignoreUnknownFields = false)
record HeifSettings(@Nullable String path) {}
