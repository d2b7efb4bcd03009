package photoset.api.auth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.UUID;
import photoset.workflows.UserId;

/** Makes the tokens that {@link TokenDecoder} accepts: JWT, signed with HS256. */
public final class TokenIssuer {
    private final AuthSettings settings;
    private final Clock clock;
    private final SigningKeys keys;
    private final MACSigner signer;

    TokenIssuer(AuthSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        this.keys = new SigningKeys(settings);
        try {
            this.signer = new MACSigner(keys.current());
        } catch (JOSEException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** What tells one token of a user from the next. */
    record Stamp(String id, Instant issuedAt, Instant expiresAt) {}

    /** A user's token, good for the lifetime of the settings. */
    public String issue(UserId user) {
        return issue(user, next());
    }

    /** The token with this stamp: the same one each time, as long as the key is the same. */
    String issue(UserId user, Stamp stamp) {
        return sign(claims(user, stamp));
    }

    /** For a token that begins now. */
    Stamp next() {
        return stamp(settings.lifetime());
    }

    /** An operator's token with the scope {@code admin}; never good for longer than a user's. */
    String issueAdmin(UserId operator, Duration wanted) {
        var lifetime = wanted.compareTo(settings.lifetime()) < 0 ? wanted : settings.lifetime();
        return sign(claims(operator, stamp(lifetime)).claim("scope", "admin"));
    }

    private Stamp stamp(Duration lifetime) {
        // Tokens say whole seconds.
        var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        return new Stamp(UUID.randomUUID().toString(), now, now.plus(lifetime));
    }

    private JWTClaimsSet.Builder claims(UserId subject, Stamp stamp) {
        return new JWTClaimsSet.Builder()
                .subject(subject.value())
                .jwtID(stamp.id())
                .issuer(settings.issuer())
                .audience(settings.audience())
                .issueTime(Date.from(stamp.issuedAt()))
                .expirationTime(Date.from(stamp.expiresAt()));
    }

    private String sign(JWTClaimsSet.Builder claims) {
        var token = new SignedJWT(keys.header(), claims.build());
        try {
            token.sign(signer);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return token.serialize();
    }
}
