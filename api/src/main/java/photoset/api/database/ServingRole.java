package photoset.api.database;

import com.ongres.scram.common.ScramFunctions;
import com.ongres.scram.common.ScramMechanism;
import com.ongres.scram.common.StringPreparation;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Base64;
import org.flywaydb.core.api.callback.BaseCallback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.jspecify.annotations.Nullable;

/**
 * Makes the role that serves, {@code photoset.database.user}, before the first migration grants it its rights. One that is
 * there stays as it is, password included.
 */
final class ServingRole extends BaseCallback {
    /** Two starts at once make it one after the other; any number does. */
    private static final String LOCK = "select pg_advisory_xact_lock(7307011801)";

    private static final ScramMechanism SHA_256 = ScramMechanism.SCRAM_SHA_256;

    /** Both as PostgreSQL takes them itself. */
    private static final int SALT_BYTES = 16;

    private static final int ITERATIONS = 4096;

    private final DatabaseSettings settings;

    ServingRole(DatabaseSettings settings) {
        this.settings = settings;
    }

    @Override
    public boolean supports(Event event, Context context) {
        return event == Event.BEFORE_MIGRATE;
    }

    @Override
    public void handle(Event event, Context context) {
        try {
            make(context.getConnection());
        } catch (SQLException failure) {
            throw new IllegalStateException(
                    "The role %1$s cannot be made as %2$s (%3$s). Make it with: create role %1$s login password '...'"
                            .formatted(settings.user(), settings.migrationUser(), failure.getMessage()),
                    failure);
        }
    }

    private void make(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(LOCK);
            try (var known =
                    statement.executeQuery("select 1 from pg_roles where rolname = '" + settings.user() + "'")) {
                if (known.next()) {
                    return;
                }
            }
            statement.execute("create role \"" + settings.user() + "\" login");
            @Nullable String password = settings.password();
            if (password != null) {
                statement.execute("alter role \"" + settings.user() + "\" password '" + verifier(password) + "'");
            }
        }
    }

    /** What the server keeps of a password (RFC 5803). Made here, so that the password is in no statement and no log. */
    private static String verifier(String password) {
        var salt = ScramFunctions.salt(SALT_BYTES, new SecureRandom());
        var salted = ScramFunctions.saltedPassword(
                SHA_256, StringPreparation.POSTGRESQL_PREPARATION, password.toCharArray(), salt, ITERATIONS);
        var base64 = Base64.getEncoder();
        return "SCRAM-SHA-256$" + ITERATIONS + ":" + base64.encodeToString(salt) + "$"
                + base64.encodeToString(ScramFunctions.storedKey(SHA_256, ScramFunctions.clientKey(SHA_256, salted)))
                + ":" + base64.encodeToString(ScramFunctions.serverKey(SHA_256, salted));
    }
}
