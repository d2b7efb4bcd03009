package photoset.api.auth;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How tokens are made and checked.
 *
 * @param secret signs and checks every token; who has it can be anyone, so it comes from a secret store
 * @param previousSecret checks tokens too and signs none: the secret before a change, or after it as long as processes are
 *     replaced one by one. Operating says when it may go
 * @param issuer who makes the tokens; others' are refused
 * @param audience whom they are for; tokens for others are refused
 * @param lifetime of a user's token and the most that any token may have; an anonymous user has no other key to the
 *     pictures, so it is as long as they are kept on the longest plan. It can be renewed for 30 days more
 */
@ConfigurationProperties(prefix = "photoset.auth", ignoreUnknownFields = false)
record AuthSettings(
        @Nullable String secret,
        @Nullable String previousSecret,
        @DefaultValue("photoset") String issuer,
        @DefaultValue("photoset-api") String audience,
        @DefaultValue("30d") Duration lifetime) {
    /** HS256 needs a key as long as its hash: RFC 7518, section 3.2. */
    private static final int SECRET_BYTES_MIN = 32;

    AuthSettings {
        // Deployments that have none may say so by an empty text.
        previousSecret = previousSecret == null || previousSecret.isBlank() ? null : previousSecret;
        checkSecret(secret, "secret");
        if (previousSecret != null) {
            checkSecret(previousSecret, "previous-secret");
            check(!previousSecret.equals(secret), "previous-secret must be another one than secret");
        }
        check(!issuer.isBlank(), "issuer must not be blank");
        check(!audience.isBlank(), "audience must not be blank");
        check(lifetime.isPositive(), "lifetime must be positive, was " + lifetime);
    }

    private static void checkSecret(@Nullable String secret, String property) {
        int bytes = secret == null ? 0 : secret.getBytes(StandardCharsets.UTF_8).length;
        check(
                bytes >= SECRET_BYTES_MIN,
                "%s must have at least %d bytes, has %d; make one with: openssl rand -base64 48"
                        .formatted(property, SECRET_BYTES_MIN, bytes));
    }

    private static void check(boolean kept, String broken) {
        if (!kept) {
            throw new IllegalArgumentException("photoset.auth." + broken + ".");
        }
    }

    /** Leaves the secrets out. */
    @Override
    public String toString() {
        return "AuthSettings[issuer=" + issuer + ", audience=" + audience + ", lifetime=" + lifetime + "]";
    }
}
