package photoset.api.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class OfflineTokensTest {
    private static final String SECRET = "--photoset.auth.secret=0123456789abcdef0123456789abcdef";

    @Test
    void printsAnOperatorsTokenThatIsGoodForAnHour() throws ParseException {
        var claims = SignedJWT.parse(OfflineTokens.run("token", "--admin", "ops", SECRET))
                .getJWTClaimsSet();
        assertThat(claims.getSubject()).isEqualTo("ops");
        assertThat(claims.getStringClaim("scope")).isEqualTo("admin");
        assertThat(claims.getExpirationTime())
                .isBetween(
                        Instant.now().plus(Duration.ofMinutes(50)),
                        Instant.now().plus(Duration.ofMinutes(61)));
    }

    @Test
    void printsATokenForAUserWhoHasLostTheirs() throws ParseException {
        var claims = SignedJWT.parse(OfflineTokens.run("token", "--user", "ann", SECRET))
                .getJWTClaimsSet();
        assertThat(claims.getSubject()).isEqualTo("ann");
        assertThat(claims.getStringClaim("scope")).isNull();
    }

    @Test
    void saysHowToCallIt() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OfflineTokens.run("token", "--admin", SECRET))
                .withMessage("Use: token --admin NAME, or: token --user ID");
        assertThatIllegalArgumentException().isThrownBy(() -> OfflineTokens.run("token", "--admin"));
    }

    @Test
    void needsTheSecret() {
        assertThatThrownBy(() -> OfflineTokens.run("token", "--admin", "ops"))
                .hasStackTraceContaining("photoset.auth.secret must have at least 32 bytes");
    }
}
