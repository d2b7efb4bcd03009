package photoset.workflows.photos;

/**
 * What lies at the place of a photo at one moment.
 *
 * @param idx position in the album, from 0
 * @param etag the store's name for exactly these bytes
 * @param bytes their number
 */
public record StoredUpload(int idx, String etag, long bytes) {}
