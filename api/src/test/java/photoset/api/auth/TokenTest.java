package photoset.api.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import photoset.api.Api;
import photoset.api.ApiTest;

@ApiTest
class TokenTest {
    private static final String OTHER_SECRET = "another secret, 32 bytes or more as well";
    private static final String KID = SigningKeys.key(ApiTest.SECRET).getKeyID();
    private static final String BASE64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    private final Api api;

    TokenTest(@LocalServerPort int port) {
        this.api = Api.at(port);
    }

    /** A token and what it is refused as. */
    record Bad(String name, String token, String code) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Bad> badTokens() {
        var good = signed(claims());
        return Stream.of(
                invalid("not a token", "garbage"),
                invalid("empty parts", ".."),
                invalid("no exp", signed(claims().expirationTime(null))),
                invalid("no sub", signed(claims().subject(null))),
                invalid("a sub that is no user", signed(claims().subject("../etc"))),
                invalid("no jti", signed(claims().jwtID(null))),
                invalid("no iat", signed(claims().issueTime(null))),
                invalid("no iss", signed(claims().issuer(null))),
                invalid("another iss", signed(claims().issuer("someone"))),
                invalid("no aud", signed(claims().audience((String) null))),
                invalid("another aud", signed(claims().audience("something"))),
                invalid("issued in an hour", signed(claims().issueTime(in(Duration.ofHours(1))))),
                invalid("not yet good", signed(claims().notBeforeTime(in(Duration.ofHours(1))))),
                invalid("good for too long", signed(claims().expirationTime(in(Duration.ofDays(31))))),
                invalid("another key", signed(claims(), OTHER_SECRET, JWSAlgorithm.HS256)),
                invalid("another algorithm", signed(claims(), ApiTest.SECRET.repeat(2), JWSAlgorithm.HS512)),
                invalid("no key named", signed(new JWSHeader(JWSAlgorithm.HS256), claims(), ApiTest.SECRET)),
                invalid("another type", typed("at+jwt")),
                invalid("alg none", new PlainJWT(claims().build()).serialize()),
                invalid("no signature", good.substring(0, good.lastIndexOf('.') + 1)),
                invalid("a changed payload", good.replaceFirst("\\..", ".f")),
                invalid("spelt with padding", good + "="),
                invalid("spelt with another last character", lastBitFlipped(good)),
                invalid("spelt with a foreign character", inserted(good, "~")),
                invalid("spelt with a space inside", inserted(good, "%20")),
                invalid("spelt with one part more", good + "."),
                invalid("expired and of another issuer", signed(expired().issuer("someone"))),
                new Bad("expired", signed(expired()), "TOKEN_EXPIRED"));
    }

    @ParameterizedTest
    @MethodSource("badTokens")
    void aBadTokenIsRefused(Bad bad) {
        var answer = api.with(bad.token()).get("/me");
        assertThat(answer.status()).as(answer.body()).isEqualTo(401);
        assertThat(answer.code()).isEqualTo(bad.code());
        assertThat(answer.headers().getFirst("WWW-Authenticate")).isEqualTo("Bearer");
    }

    @Test
    void aGoodTokenOfNobodyIsRefusedToo() {
        var answer = api.with(signed(claims())).get("/me");
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.code()).isEqualTo("TOKEN_INVALID");
    }

    @Test
    void anExpiredTokenIsRefusedThoughItsSignatureIsRemembered() {
        var almostOver = signed(claims().expirationTime(in(Duration.ofSeconds(-20))));
        var over = signed(claims().expirationTime(in(Duration.ofSeconds(-40))));
        assertThat(api.with(almostOver).get("/rules").status()).isEqualTo(200);
        assertThat(api.with(over).get("/rules").code()).isEqualTo("TOKEN_EXPIRED");
        assertThat(api.with(over).get("/rules").code()).isEqualTo("TOKEN_EXPIRED");
    }

    @Test
    void withoutATokenOneIsAskedFor() {
        var answer = api.get("/me");
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.code()).isEqualTo("AUTH_REQUIRED");
        assertThat(api.get("/me", "Authorization", "Basic dTpw").code()).isEqualTo("AUTH_REQUIRED");
        assertThat(api.get("/me", "Authorization", "Bearer").code()).isEqualTo("AUTH_REQUIRED");
    }

    @Test
    void aSecondAuthorizationHeaderIsRefused() {
        var answer = api.signedUp().get("/me", "Authorization", "Bearer other");
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.code()).isEqualTo("TOKEN_INVALID");
    }

    @Test
    void aStaleTokenDoesNotDisturbWhatIsOpen() {
        var stale = api.with(signed(expired()));
        assertThat(stale.post("/auth/anon", null).status()).isEqualTo(201);
        assertThat(stale.get("/presets").status()).isEqualTo(200);
        assertThat(stale.get("/presets/interior").status()).isEqualTo(200);
        assertThat(stale.get("/materials").status()).isEqualTo(200);
        assertThat(stale.get("/health").status()).isEqualTo(200);
        assertThat(stale.get("/v3/api-docs").status()).isEqualTo(200);
        // The callback belongs to the jobs; here it is enough that no 401 stops it.
        assertThat(stale.post("/jobs/x/callback", "{}").status()).isEqualTo(404);
    }

    @Test
    void aTokenInTheAddressDoesNotCount() {
        assertThat(api.get("/me?access_token=" + signed(claims())).code()).isEqualTo("AUTH_REQUIRED");
    }

    @Test
    void whatIsNowhereNeedsATokenAsWell() {
        assertThat(api.get("/nowhere").status()).isEqualTo(401);
        assertThat(api.signedUp().get("/nowhere").status()).isEqualTo(404);
    }

    private static Bad invalid(String name, String token) {
        return new Bad(name, token, "TOKEN_INVALID");
    }

    private static JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .subject("nobody")
                .jwtID("1")
                .issuer("photoset")
                .audience("photoset-api")
                .issueTime(in(Duration.ofMinutes(-2)))
                .expirationTime(in(Duration.ofHours(1)));
    }

    private static JWTClaimsSet.Builder expired() {
        return claims().issueTime(in(Duration.ofHours(-2))).expirationTime(in(Duration.ofMinutes(-1)));
    }

    private static Date in(Duration offset) {
        return Date.from(Instant.now().plus(offset));
    }

    private static String signed(JWTClaimsSet.Builder claims) {
        return signed(claims, ApiTest.SECRET, JWSAlgorithm.HS256);
    }

    private static String signed(JWTClaimsSet.Builder claims, String secret, JWSAlgorithm algorithm) {
        return signed(new JWSHeader.Builder(algorithm).keyID(KID).build(), claims, secret);
    }

    private static String typed(String type) {
        return signed(
                new JWSHeader.Builder(JWSAlgorithm.HS256)
                        .keyID(KID)
                        .type(new JOSEObjectType(type))
                        .build(),
                claims(),
                ApiTest.SECRET);
    }

    private static String signed(JWSHeader header, JWTClaimsSet.Builder claims, String secret) {
        try {
            var token = new SignedJWT(header, claims.build());
            token.sign(new MACSigner(secret.getBytes(StandardCharsets.UTF_8)));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Another spelling of the same bytes: the last character of 32 bytes has two bits to spare. */
    private static String lastBitFlipped(String token) {
        int last = BASE64.indexOf(token.charAt(token.length() - 1));
        return token.substring(0, token.length() - 1) + BASE64.charAt((last & ~3) | ((last + 1) & 3));
    }

    private static String inserted(String token, String what) {
        int place = token.length() - 4;
        return token.substring(0, place) + what + token.substring(place);
    }
}
