package photoset.objects;

/**
 * What a presigned PUT takes; the store refuses anything else. A client sends the type as {@code Content-Type}; the length
 * is the {@code Content-Length} that every HTTP client writes by itself.
 *
 * @param contentType the one media type
 * @param bytes the one length
 */
public record UploadTerms(String contentType, long bytes) {}
