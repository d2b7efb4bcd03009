package photoset.api.auth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import reactor.core.publisher.Flux;

/**
 * The keys of tokens, each found by its thumbprint (RFC 7638), which tokens name as {@code kid}: one signs, and one more is
 * accepted while keys change.
 */
final class SigningKeys {
    private final OctetSequenceKey current;
    private final List<OctetSequenceKey> accepted;

    SigningKeys(AuthSettings settings) {
        this.accepted = Stream.of(settings.secret(), settings.previousSecret())
                .filter(Objects::nonNull)
                .map(SigningKeys::key)
                .toList();
        this.current = accepted.getFirst();
    }

    static OctetSequenceKey key(String secret) {
        try {
            return new OctetSequenceKey.Builder(secret.getBytes(StandardCharsets.UTF_8))
                    .keyIDFromThumbprint()
                    .build();
        } catch (JOSEException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }

    /** The key that signs. */
    OctetSequenceKey current() {
        return current;
    }

    JWSHeader header() {
        return new JWSHeader.Builder(JWSAlgorithm.HS256)
                .keyID(current.getKeyID())
                .build();
    }

    /** The key that a token names; empty when it names none of ours. */
    Flux<JWK> of(SignedJWT token) {
        return Flux.fromIterable(accepted)
                .filter(key -> key.getKeyID().equals(token.getHeader().getKeyID()))
                .cast(JWK.class);
    }
}
