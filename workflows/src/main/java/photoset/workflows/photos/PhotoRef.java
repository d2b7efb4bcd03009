package photoset.workflows.photos;

import org.jspecify.annotations.Nullable;

/**
 * An accepted photo: immutable bytes at a known key.
 *
 * @param idx position in the album, from 0
 * @param key the immutable copy of the upload
 * @param viewKey the reduced upright sRGB JPEG for models
 * @param sha256 hash of the bytes at {@code key}, lower-case hex
 * @param bytes size of the bytes at {@code key}
 * @param width upright width in pixels
 * @param height upright height in pixels
 * @param white what a white sheet would show under the photo's light, {@code #rrggbb}; null if it was not looked for
 */
public record PhotoRef(
        int idx,
        String key,
        String viewKey,
        String sha256,
        long bytes,
        int width,
        int height,
        @Nullable String white) {
    /** A photo whose white was not looked for. */
    public PhotoRef(int idx, String key, String viewKey, String sha256, long bytes, int width, int height) {
        this(idx, key, viewKey, sha256, bytes, width, height, null);
    }

    /** How many there are. */
    public long pixels() {
        return (long) width * height;
    }
}
