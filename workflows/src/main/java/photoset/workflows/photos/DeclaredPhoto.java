package photoset.workflows.photos;

import org.jspecify.annotations.Nullable;

/**
 * A photo as declared before its upload.
 *
 * @param idx position in the album, from 0
 * @param key where the client puts it, or where the source job keeps it
 * @param contentType the declared media type, or null if none was given
 * @param bytes the declared size, or null if none was given
 * @param sha256 the declared hash in lower-case hex, or null if none was given
 */
public record DeclaredPhoto(
        int idx,
        String key,
        @Nullable String contentType,
        @Nullable Long bytes,
        @Nullable String sha256) {}
