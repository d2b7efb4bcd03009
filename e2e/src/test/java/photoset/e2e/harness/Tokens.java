package photoset.e2e.harness;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Makes tokens of the server's form: JWT with HS256 (RFC 7519, RFC 7515), signed with any secret. */
public record Tokens(String secret) {
    private static final long LIFETIME_SECONDS = 600;

    /** A token for the operator's calls. */
    public String admin() {
        return sign(claims("operator", Instant.now(), Map.of("scope", "admin")));
    }

    /** A user's token that ended an hour ago. */
    public String expired(String user) {
        return sign(claims(user, Instant.now().minusSeconds(3600 + LIFETIME_SECONDS), Map.of()));
    }

    /** A user's token that would be good, were the secret the right one. */
    public String of(String user) {
        return sign(claims(user, Instant.now(), Map.of()));
    }

    private static Map<String, Object> claims(String subject, Instant issued, Map<String, String> more) {
        var claims = new LinkedHashMap<String, Object>(more);
        claims.put("sub", subject);
        claims.put("jti", UUID.randomUUID().toString());
        claims.put("iss", "photoset");
        claims.put("aud", "photoset-api");
        claims.put("iat", issued.getEpochSecond());
        claims.put("exp", issued.getEpochSecond() + LIFETIME_SECONDS);
        return claims;
    }

    private String sign(Map<String, Object> claims) {
        var text = base64(Json.text(Map.of("alg", "HS256", "typ", "JWT", "kid", keyId()))) + "."
                + base64(Json.text(claims));
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return text + "." + base64(mac.doFinal(text.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The thumbprint of the key, RFC 7638. */
    private String keyId() {
        var key = "{\"k\":\"" + base64(secret) + "\",\"kty\":\"oct\"}";
        try {
            return base64(MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String base64(String json) {
        return base64(json.getBytes(StandardCharsets.UTF_8));
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
