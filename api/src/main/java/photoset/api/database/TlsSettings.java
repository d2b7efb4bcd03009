package photoset.api.database;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the connection to PostgreSQL is encrypted, for requests and migrations alike.
 *
 * @param mode {@code disable}, {@code require} (encrypted, whoever answers), {@code verify-ca} (a server that the root
 *     certificate vouches for) or {@code verify-full} (that, under the host's name)
 * @param rootCertificate a PEM file with the certificates that vouch; needed by the two that verify, read by no other
 */
record TlsSettings(
        @DefaultValue("disable") Mode mode, @Nullable Path rootCertificate) {
    /** The modes of libpq that say what they do; {@code allow} and {@code prefer} protect from nothing. */
    enum Mode {
        DISABLE,
        REQUIRE,
        VERIFY_CA,
        VERIFY_FULL;

        boolean verifies() {
            return this == VERIFY_CA || this == VERIFY_FULL;
        }

        /** As libpq, JDBC and the settings write it. */
        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    TlsSettings {
        if (mode.verifies() != (rootCertificate != null)) {
            throw new IllegalArgumentException(
                    "photoset.database.tls.root-certificate is needed with the modes verify-ca"
                            + " and verify-full and means nothing with the others; the mode is " + mode.word() + ".");
        }
        if (rootCertificate != null && !Files.isReadable(rootCertificate)) {
            throw new IllegalArgumentException(
                    "photoset.database.tls.root-certificate: there is no file " + rootCertificate + " to read.");
        }
    }

    /** What is added to a JDBC address. */
    String jdbcParameters() {
        return "?sslmode=" + mode.word() + (rootCertificate == null ? "" : "&sslrootcert=" + rootCertificate);
    }
}
