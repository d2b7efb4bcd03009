package photoset.api.auth;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;
import photoset.workflows.UserId;

/** Demands every claim that a token of ours has. The framework's own checks accept a token without most of them. */
final class ClaimsCheck implements OAuth2TokenValidator<Jwt> {
    static final String EXPIRED = "token_expired";

    /** How long after its end a token can still be renewed: the contract. */
    static final Duration RENEWABLE_FOR = Duration.ofDays(30);

    /** How far two clocks may differ. */
    static final Duration SKEW_MAX = Duration.ofSeconds(30);

    private final AuthSettings settings;
    private final Clock clock;
    private final Duration goodAfterEnd;

    /** Takes a token for expired that much after it says so, and the skew. */
    ClaimsCheck(AuthSettings settings, Clock clock, Duration goodAfterEnd) {
        this.settings = settings;
        this.clock = clock;
        this.goodAfterEnd = goodAfterEnd;
    }

    /** "Expired" is said only of a token that has no other fault. */
    @Override
    public OAuth2TokenValidatorResult validate(Jwt token) {
        @Nullable Instant issued = token.getIssuedAt();
        @Nullable Instant expires = token.getExpiresAt();
        if (issued == null || expires == null || !ours(token) || !timely(token, issued, expires)) {
            return failure("invalid_token");
        }
        return clock.instant().isBefore(expires.plus(SKEW_MAX).plus(goodAfterEnd))
                ? OAuth2TokenValidatorResult.success()
                : failure(EXPIRED);
    }

    private boolean ours(Jwt token) {
        return settings.issuer().equals(token.getClaimAsString("iss"))
                && token.getAudience() != null
                && token.getAudience().contains(settings.audience())
                && !isBlank(token.getId())
                && isUser(token.getSubject());
    }

    private boolean timely(Jwt token, Instant issued, Instant expires) {
        var latest = clock.instant().plus(SKEW_MAX);
        @Nullable Instant notBefore = token.getNotBefore();
        return !issued.isAfter(latest)
                && (notBefore == null || !notBefore.isAfter(latest))
                && Duration.between(issued, expires).compareTo(settings.lifetime()) <= 0;
    }

    private static boolean isBlank(@Nullable String claim) {
        return claim == null || claim.isBlank();
    }

    private static boolean isUser(@Nullable String subject) {
        try {
            return subject != null && new UserId(subject).value().equals(subject);
        } catch (IllegalArgumentException notAnId) {
            return false;
        }
    }

    private static OAuth2TokenValidatorResult failure(String code) {
        return OAuth2TokenValidatorResult.failure(new OAuth2Error(code));
    }
}
