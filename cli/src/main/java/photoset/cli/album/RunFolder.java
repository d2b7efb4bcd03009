package photoset.cli.album;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import photoset.standalone.embedded.UserError;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Where a run leaves what came out, and what it needs to go on. */
public final class RunFolder {
    private static final String RECORD = "run.json";

    private final Path root;

    private RunFolder(Path root) {
        this.root = root;
    }

    /**
     * A folder that is empty, or not there yet, or one of this very run.
     *
     * @throws UserError if something else lies there
     */
    static RunFolder open(Path root, String fingerprint) throws IOException {
        var folder = new RunFolder(root);
        if (!Files.exists(root)) {
            return folder;
        }
        if (!Files.isDirectory(root)) {
            throw new UserError(root + " is a file, but a folder is needed there. Choose another one with --out.");
        }
        var record = folder.record();
        if (record.isPresent() && !record.get().fingerprint().equals(fingerprint)) {
            throw new UserError(
                    root + " holds the run of other photos or another rule. Choose another folder with --out.");
        }
        try (var files = Files.list(root)) {
            if (record.isEmpty() && files.findAny().isPresent()) {
                throw new UserError(root + " is not empty. Choose another folder with --out, or empty this one.");
            }
        }
        return folder;
    }

    /**
     * The folder of an earlier run.
     *
     * @throws UserError if it is none
     */
    public static RunFolder of(Path root) throws IOException {
        var folder = new RunFolder(root);
        if (folder.record().map(RunRecord::job).isEmpty()) {
            throw new UserError(root + " is not the folder that a ./photoset run with --out has left.");
        }
        return folder;
    }

    /** The job of an earlier run. */
    public String job() throws IOException {
        return record().map(RunRecord::job).orElseThrow();
    }

    /** The token of an earlier run, unless its caller brought one. */
    public Optional<String> token() throws IOException {
        return record().map(RunRecord::token);
    }

    Path root() {
        return root;
    }

    Optional<RunRecord> record() throws IOException {
        var file = root.resolve(RECORD);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(JsonMapper.shared().readValue(Files.readAllBytes(file), RunRecord.class));
        } catch (JacksonException broken) {
            throw new UserError(file + " is damaged. Choose another folder with --out.", broken);
        }
    }

    /** Readable by its owner alone: the token in it is a key to the pictures. */
    void keep(RunRecord record) throws IOException {
        Files.createDirectories(root);
        var whole = root.resolve(RECORD + ".new");
        Files.deleteIfExists(whole);
        if (root.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(whole, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        Files.write(whole, JsonMapper.shared().writeValueAsBytes(record));
        Files.move(whole, root.resolve(RECORD), StandardCopyOption.REPLACE_EXISTING);
    }

    /** The path of a file to write, its folder made. */
    Path file(String folder, String name) throws IOException {
        return Files.createDirectories(root.resolve(folder)).resolve(name);
    }
}
