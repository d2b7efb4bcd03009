package photoset.objects;

/**
 * Which bytes lie at a key at one moment.
 *
 * @param etag the store's name for exactly these bytes
 * @param bytes their number
 */
public record ObjectVersion(String etag, long bytes) {}
