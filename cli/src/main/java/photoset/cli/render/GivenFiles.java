package photoset.cli.render;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads and writes the files that a person names; {@link FileTrouble} says what is wrong with one. */
public final class GivenFiles {
    private GivenFiles() {}

    /** The content of a file. */
    public static byte[] read(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw new FileSystemException(file.toString(), null, "this is a folder, but a file is needed");
        }
        return Files.readAllBytes(file);
    }

    /** Writes a file, and makes its folder if that is missing. */
    public static void write(Path file, byte[] content) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.write(file, content);
    }

    /** Whether two names lead to one file that is there. */
    public static boolean areOne(Path first, Path second) throws IOException {
        return Files.exists(first) && Files.exists(second) && Files.isSameFile(first, second);
    }
}
