package photoset.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import photoset.standalone.embedded.DataFolder;
import photoset.standalone.embedded.Secrets;

class TokenCommandTest {
    @TempDir
    private Path folder;

    private final CapturedTerminal terminal = new CapturedTerminal();

    private SignedJWT token(String... holder) throws ParseException {
        assertThat(terminal.run("token", holder[0], holder[1], "--data", folder.toString()))
                .as(terminal.err())
                .isZero();
        return SignedJWT.parse(terminal.out().strip());
    }

    /** The lock of the folder is held, as it is while the installation runs. */
    @Test
    void anOperatorsTokenIsSignedWithTheSecretOfTheInstallationThatRuns()
            throws IOException, ParseException, JOSEException {
        try (var running = DataFolder.open(folder)) {
            var secret = Secrets.of(running).token();

            var token = token("--admin", "ann");

            assertThat(token.verify(new MACVerifier(secret))).isTrue();
            assertThat(token.getJWTClaimsSet().getSubject()).isEqualTo("ann");
            assertThat(token.getJWTClaimsSet().getStringClaim("scope")).isEqualTo("admin");
            assertThat(token.getJWTClaimsSet().getExpirationTime())
                    .isBefore(Instant.now().plus(Duration.ofMinutes(61)));
        }
    }

    @Test
    void aUsersTokenHasNoScope() throws IOException, ParseException {
        try (var stopped = DataFolder.open(folder)) {
            Secrets.of(stopped);
        }

        var claims = token("--user", "bob").getJWTClaimsSet();

        assertThat(claims.getSubject()).isEqualTo("bob");
        assertThat(claims.getStringClaim("scope")).isNull();
    }

    @Test
    void whereNoInstallationIsNoneIsMade() throws IOException {
        assertThat(terminal.run("token", "--admin", "ann", "--data", folder.toString()))
                .isEqualTo(1);

        assertThat(terminal.err())
                .startsWith("There is no installation in " + folder)
                .contains("--data");
        try (var left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
    }
}
