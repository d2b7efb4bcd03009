package photoset.api.auth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.UUID;
import photoset.workflows.UserId;

/** Makes the tokens that {@link TokenDecoder} accepts: JWT, signed with HS256. */
public final class Tokens {
    private final AuthSettings settings;
    private final Clock clock;
    private final MACSigner signer;

    Tokens(AuthSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        try {
            this.signer = new MACSigner(settings.key());
        } catch (JOSEException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** A user's token, good for the lifetime of the settings. */
    public String issue(UserId user) {
        return sign(claims(user, settings.lifetime()));
    }

    /** An operator's token with the scope {@code admin}; never good for longer than a user's. */
    String issueAdmin(UserId operator, Duration wanted) {
        var lifetime = wanted.compareTo(settings.lifetime()) < 0 ? wanted : settings.lifetime();
        return sign(claims(operator, lifetime).claim("scope", "admin"));
    }

    private JWTClaimsSet.Builder claims(UserId subject, Duration lifetime) {
        var now = clock.instant();
        return new JWTClaimsSet.Builder()
                .subject(subject.value())
                .jwtID(UUID.randomUUID().toString())
                .issuer(settings.issuer())
                .audience(settings.audience())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(lifetime)));
    }

    private String sign(JWTClaimsSet.Builder claims) {
        var token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims.build());
        try {
            token.sign(signer);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return token.serialize();
    }
}
