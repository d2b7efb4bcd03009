package photoset.standalone.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;

/**
 * As whom PostgreSQL runs. It refuses to run as root, so root hands it to the account {@code nobody}; everybody else
 * runs it as themselves.
 *
 * @param privileges the arguments of {@code setpriv} that change the account
 */
record PostgresAccount(List<String> privileges) {
    private static final String NOBODY = "65534";

    static PostgresAccount forFolder(Path folder) throws IOException {
        if (!"root".equals(System.getProperty("user.name"))) {
            return new PostgresAccount(List.of());
        }
        var privileges = new ArrayList<>(List.of("--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups"));
        if (!reachable(folder)) {
            // Below a folder like /root, which only root may enter: this one capability opens the way and lets it
            // read, not write, what belongs to others.
            privileges.addAll(List.of(
                    "--securebits=+no_setuid_fixup,+noroot",
                    "--inh-caps=-all,+dac_read_search",
                    "--ambient-caps=+dac_read_search",
                    "--bounding-set=-all,+dac_read_search"));
        }
        return new PostgresAccount(List.copyOf(privileges));
    }

    private static boolean reachable(Path folder) throws IOException {
        for (Path step = folder; step != null; step = step.getParent()) {
            if (!Files.getPosixFilePermissions(step).contains(PosixFilePermission.OTHERS_EXECUTE)) {
                return false;
            }
        }
        return true;
    }

    /** The words before a command that runs it as this account. */
    List<String> prefix() {
        if (privileges.isEmpty()) {
            return List.of();
        }
        var prefix = new ArrayList<>(List.of("setpriv"));
        prefix.addAll(privileges);
        prefix.add("--");
        return prefix;
    }

    /** Gives a file or folder to the account. */
    void own(Path path) throws IOException {
        if (!privileges.isEmpty()) {
            ChildProcess.run(List.of("chown", NOBODY + ":" + NOBODY, path.toString()));
        }
    }
}
