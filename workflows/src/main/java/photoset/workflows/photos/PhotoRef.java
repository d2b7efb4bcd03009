package photoset.workflows.photos;

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
 */
public record PhotoRef(int idx, String key, String viewKey, String sha256, long bytes, int width, int height) {}
