package photoset.api.callbacks;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import photoset.api.problem.ApiException;
import photoset.api.problem.Problem;

/** Compares what a caller sends with the shared secret, in a time that tells nothing about where they differ. */
final class CallbackSecret {
    static final String HEADER = "X-Callback-Secret";

    private static final String BEARER = "Bearer ";

    private final byte @Nullable [] expected;

    CallbackSecret(@Nullable String secret) {
        this.expected = secret == null ? null : hash(secret);
    }

    /** Refuses with {@link Problem#CALLBACK_UNAUTHORIZED} unless the secret stands in one of its two headers. */
    void demand(HttpHeaders headers) {
        if (expected == null || !(matches(bearer(headers)) || matches(headers.getFirst(HEADER)))) {
            throw ApiException.because(Problem.CALLBACK_UNAUTHORIZED);
        }
    }

    private boolean matches(@Nullable String sent) {
        // Hashes have one length, so that the secret's own does not show.
        return sent != null && MessageDigest.isEqual(expected, hash(sent));
    }

    private static @Nullable String bearer(HttpHeaders headers) {
        @Nullable String authorization = headers.getFirst(HttpHeaders.AUTHORIZATION);
        return authorization != null && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? authorization.substring(BEARER.length())
                : null;
    }

    private static byte[] hash(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
