package photoset.standalone.embedded;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * The folder that holds the whole state of one installation. Opening it locks it: a second installation on the same
 * folder is refused for as long as the first one lives, even if that one is killed and not closed.
 */
public final class DataFolder implements Closeable {
    // Others may pass through, because PostgreSQL must not run as root and lives in a folder below; they see no names.
    private static final String PASS_THROUGH = "rwx--x--x";
    private static final String OWNER_ONLY = "rwx------";

    private final Path root;
    private final FileChannel lock;

    private DataFolder(Path root, FileChannel lock) {
        this.root = root;
        this.lock = lock;
    }

    /**
     * Creates the folder if it is missing, and locks it.
     *
     * @throws UserError if it cannot be written or another installation runs on it
     */
    public static DataFolder open(Path path) {
        try {
            var root =
                    Files.createDirectories(path.toAbsolutePath().normalize()).toRealPath();
            Files.setPosixFilePermissions(root, PosixFilePermissions.fromString(PASS_THROUGH));
            return new DataFolder(root, lock(root));
        } catch (IOException failure) {
            throw new UserError(unusable(path, failure), failure);
        }
    }

    /** What to tell, and what to do about it. */
    static String unusable(Path folder, IOException failure) {
        return "The data folder %s cannot be used. %s Choose another one with --data."
                .formatted(folder, FileTrouble.sentence(failure));
    }

    private static FileChannel lock(Path root) throws IOException {
        var channel = FileChannel.open(root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (!locks(channel)) {
            channel.close();
            throw new UserError("Another Photoset runs on the data folder " + root
                    + ". Stop it, or choose another folder with --data.");
        }
        return channel;
    }

    private static boolean locks(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException sameProcess) {
            return false;
        }
    }

    /** The folder itself, absolute and without links. */
    public Path root() {
        return root;
    }

    /** A file of the installation; its folder exists. */
    public Path file(String name) {
        return root.resolve(name);
    }

    /** A folder below that only its owner can look into; created if missing. */
    Path privateFolder(String name) throws IOException {
        var folder = Files.createDirectories(root.resolve(name));
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString(OWNER_ONLY));
        return folder;
    }

    /** Where photos, masks and results of the bucket lie: one file for each key. */
    public Path bucket() {
        return root.resolve("store").resolve(EmbeddedStore.BUCKET);
    }

    /** Unlocks the folder; the last thing to do. */
    @Override
    public void close() throws IOException {
        lock.close();
    }
}
