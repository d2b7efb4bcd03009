package photoset.standalone.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Properties;

/**
 * What one installation keeps to itself, made once and kept in a file that only its owner can read.
 *
 * @param token signs the users' tokens
 * @param callback proves that a callback comes from a GPU provider
 * @param database the password of the role that serves in PostgreSQL
 * @param databaseOwner the password of the role that owns the schema
 * @param storeKey the name of the S3 account
 * @param storeSecret the S3 account's secret
 */
public record Secrets(
        String token, String callback, String database, String databaseOwner, String storeKey, String storeSecret) {
    private static final String FILE = "secrets.properties";
    private static final int BYTES = 32; // what HS256 demands of its key, RFC 7518 section 3.2

    /** Reads the secrets of an installation, and makes them the first time. */
    public static Secrets of(DataFolder folder) {
        var file = folder.file(FILE);
        try {
            return of(Files.exists(file) ? read(file) : write(file), file);
        } catch (IOException failure) {
            throw new UserError("The file " + file + " cannot be used: " + failure.getMessage(), failure);
        }
    }

    /**
     * Reads the secrets of an installation that was started before, whether it runs or not; makes none.
     *
     * @throws UserError if the folder is none of an installation, or not to be read by this user
     */
    public static Secrets kept(Path folder) {
        var file = folder.resolve(FILE);
        try {
            return of(read(file), file);
        } catch (NoSuchFileException missing) {
            throw new UserError(
                    "There is no installation in " + folder + ". Name its folder with --data, or make one with: "
                            + "./photoset up",
                    missing);
        } catch (IOException failure) {
            throw new UserError(FileTrouble.sentence(failure), failure);
        }
    }

    private static Secrets of(Properties known, Path file) {
        return new Secrets(
                value(known, file, "token"),
                value(known, file, "callback"),
                value(known, file, "database"),
                value(known, file, "database-owner"),
                value(known, file, "store-key"),
                value(known, file, "store-secret"));
    }

    private static String value(Properties known, Path file, String name) {
        var value = known.getProperty(name, "");
        if (value.isBlank()) {
            throw new UserError("The file " + file + " lacks the line " + name + "=...");
        }
        return value;
    }

    private static Properties read(Path file) throws IOException {
        var known = new Properties();
        try (var in = Files.newBufferedReader(file)) {
            known.load(in);
        }
        return known;
    }

    private static Properties write(Path file) throws IOException {
        var made = new Properties();
        var random = new SecureRandom();
        for (var name : new String[] {"token", "callback", "database", "database-owner", "store-key", "store-secret"}) {
            var bytes = new byte[BYTES];
            random.nextBytes(bytes);
            made.setProperty(name, HexFormat.of().formatHex(bytes));
        }
        // Written aside and moved: a start that is killed halfway leaves no file that lacks a line.
        var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        var aside = Files.createTempFile(file.getParent(), "secrets", ".new", ownerOnly);
        try (var out = Files.newBufferedWriter(aside)) {
            made.store(out, "Secrets of this installation. Whoever has them can act as any user of it.");
        }
        Files.move(aside, file);
        return made;
    }

    /** Tells nothing. */
    @Override
    public String toString() {
        return "Secrets[...]";
    }
}
