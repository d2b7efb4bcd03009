package photoset.api.auth;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jose.jws.MacAlgorithm;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtTypeValidator;
import org.springframework.security.oauth2.jwt.JwtValidationException;
import org.springframework.security.oauth2.jwt.NimbusReactiveJwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import reactor.core.publisher.Mono;

/**
 * Reads tokens. A polling client shows the same one again and again, so a token whose signature was right is remembered
 * for a short time; its claims, and whether it has ended, are checked every time.
 */
final class TokenDecoder implements ReactiveJwtDecoder {
    /** Some 2 kB each. */
    private static final int REMEMBERED_MAX = 20_000;

    private static final Duration REMEMBERED_FOR = Duration.ofMinutes(5);

    private final ReactiveJwtDecoder signatures;
    private final ClaimsCheck claims;
    private final Function<Jwt, Mono<Boolean>> ended;
    private final Cache<String, Jwt> remembered = Caffeine.newBuilder()
            .maximumSize(REMEMBERED_MAX)
            .expireAfterWrite(REMEMBERED_FOR)
            .build();

    private TokenDecoder(AuthSettings settings, ClaimsCheck claims, Function<Jwt, Mono<Boolean>> ended) {
        var decoder = NimbusReactiveJwtDecoder.withJwkSource(new SigningKeys(settings)::of)
                .jwsAlgorithm(MacAlgorithm.HS256)
                .build();
        // The claims are ours to check; here only the header's type.
        decoder.setJwtValidator(JwtTypeValidator.jwt());
        this.signatures = decoder;
        this.claims = claims;
        this.ended = ended;
    }

    /** For tokens that are good. */
    static TokenDecoder ofGood(AuthSettings settings, Clock clock, EndedTokens ended) {
        return new TokenDecoder(settings, new ClaimsCheck(settings, clock, Duration.ZERO), ended::has);
    }

    /** For tokens to be renewed, which may have expired; whether they have ended otherwise is asked with the renewal. */
    static TokenDecoder ofRenewable(AuthSettings settings, Clock clock) {
        return new TokenDecoder(
                settings, new ClaimsCheck(settings, clock, ClaimsCheck.RENEWABLE_FOR), _ -> Mono.just(false));
    }

    @Override
    public Mono<Jwt> decode(String token) {
        @Nullable Jwt known = remembered.getIfPresent(token);
        if (known != null) {
            return checked(known);
        }
        if (!isCanonical(token)) {
            return Mono.error(new BadJwtException("spelt in another way than it was made"));
        }
        return signatures
                .decode(token)
                .doOnNext(jwt -> remembered.put(token, jwt))
                .flatMap(this::checked);
    }

    private Mono<Jwt> checked(Jwt token) {
        OAuth2TokenValidatorResult result = claims.validate(token);
        return result.hasErrors()
                ? Mono.error(new JwtValidationException("refused", result.getErrors()))
                : ended.apply(token)
                        .flatMap(over -> over ? Mono.error(new BadJwtException("ended")) : Mono.just(token));
    }

    /**
     * Whether the token is three parts of base64url in the one spelling that RFC 7515 allows. The library skips foreign
     * characters and spare bits, so one token would have many spellings.
     */
    private static boolean isCanonical(String token) {
        var parts = List.of(token.split("\\.", -1));
        return parts.size() == 3 && parts.stream().allMatch(TokenDecoder::isCanonicalPart);
    }

    private static boolean isCanonicalPart(String part) {
        try {
            var bytes = Base64.getUrlDecoder().decode(part);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).equals(part);
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
    }
}
