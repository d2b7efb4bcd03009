package photoset.standalone.embedded;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import org.jspecify.annotations.Nullable;

/** What a person reads when a file cannot be read or written. */
public final class FileTrouble {
    private FileTrouble() {}

    /** A sentence with the file's name and what is wrong with it. */
    public static String sentence(IOException failure) {
        return switch (failure) {
            case NoSuchFileException missing -> "There is no file " + missing.getFile() + ".";
            case AccessDeniedException denied ->
                "This user may not read or write " + denied.getFile() + ". Change its rights, or name another one.";
            case FileAlreadyExistsException inTheWay -> aFolderIsNeeded(inTheWay.getFile());
            case NotDirectoryException file -> aFolderIsNeeded(file.getFile());
            case FileSystemException other -> other.getFile() + ": " + reason(other.getReason());
            case IOException other -> "A file could not be read or written: " + other.getMessage();
        };
    }

    private static String aFolderIsNeeded(String file) {
        return file + " is a file, but a folder is needed there. Name another one.";
    }

    private static String reason(@Nullable String told) {
        return (told == null ? "cannot be read or written" : told) + ".";
    }
}
