package photoset.api.idempotency;

import org.jspecify.annotations.Nullable;

/** An answer as it went over the wire; every answer here is a text in UTF-8. */
record StoredAnswer(int status, @Nullable String contentType, String body) {
    /** The same with another body. */
    StoredAnswer with(String otherBody) {
        return new StoredAnswer(status, contentType, otherBody);
    }
}
