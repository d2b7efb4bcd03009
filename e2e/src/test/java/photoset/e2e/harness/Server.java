package photoset.e2e.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import photoset.cli.client.PhotosetClient;

/** What tests talk to, and what its operator knows. */
public interface Server {
    /** Where the api answers. */
    URI address();

    /** A client without a token. */
    default PhotosetClient client() {
        return PhotosetClient.at(address());
    }

    /** The data folder. */
    Path data();

    /** Whether every process still runs; hostile input must not end one. */
    boolean isAlive();

    /** The installation that most tests share: one process, or three with {@code -Dphotoset.e2e.split=true}. */
    static Server shared() {
        return Boolean.getBoolean("photoset.e2e.split") ? SplitProcesses.shared() : Standalone.shared();
    }

    /** A new user on the free plan. */
    default User newUser() {
        var account = client().post("/auth/anon").orRefuse();
        return new User(
                account.path("user_id").asString(),
                client().as(account.path("token").asString()));
    }

    /** A new user whom the operator has put on the pro plan: more photos, no watermark. */
    default User newProUser() {
        var user = newUser();
        var change =
                Map.of("plan", "pro", "grant", 200, "reason", UUID.randomUUID().toString());
        client().as(tokens().admin())
                .call("PATCH", "/admin/users/" + user.id(), Json.text(change))
                .orRefuse();
        return user;
    }

    /** Signs tokens as the server does. */
    default Tokens tokens() {
        return new Tokens(secret("token"));
    }

    /** One of the secrets that the installation made for itself. */
    default String secret(String name) {
        var secrets = new Properties();
        try (var in = Files.newBufferedReader(data().resolve("secrets.properties"))) {
            secrets.load(in);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return secrets.getProperty(name);
    }

    /** Where the bucket lies: one file for each key. */
    default Path bucket() {
        return data().resolve("store").resolve("photoset");
    }
}
