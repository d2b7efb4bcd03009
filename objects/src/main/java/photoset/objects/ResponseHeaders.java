package photoset.objects;

import java.util.regex.Pattern;

/**
 * What the store answers a presigned GET with, whatever was written beside the object: a browser that follows the link
 * must not take the bytes for a page.
 *
 * @param contentType the media type
 * @param contentDisposition whether a browser shows or saves it, and under which name
 */
public record ResponseHeaders(String contentType, String contentDisposition) {
    /** Nothing that could end the quoted name or the header. */
    private static final Pattern SANE_NAME = Pattern.compile("[A-Za-z0-9._-]{1,100}");

    /** A browser saves it. */
    public static ResponseHeaders attachment(String contentType, String fileName) {
        return named("attachment", contentType, fileName);
    }

    /** A browser may show it in place of a page; only for what this product made itself. */
    public static ResponseHeaders inline(String contentType, String fileName) {
        return named("inline", contentType, fileName);
    }

    private static ResponseHeaders named(String disposition, String contentType, String fileName) {
        if (!SANE_NAME.matcher(fileName).matches()) {
            throw new IllegalArgumentException("A file name has 1 to 100 letters, digits, dots, - or _.");
        }
        return new ResponseHeaders(contentType, disposition + "; filename=\"" + fileName + "\"");
    }
}
