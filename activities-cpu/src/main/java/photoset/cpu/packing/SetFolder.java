package photoset.cpu.packing;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A set in a folder. */
public final class SetFolder implements SetFiles {
    private final Path folder;

    /** Makes the folder if it is not there. */
    public SetFolder(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
    }

    @Override
    public void write(String name, byte[] file) throws IOException {
        stream(name, out -> out.write(file));
    }

    @Override
    public void stream(String name, Content content) throws IOException {
        var file = folder.resolve(name);
        Files.createDirectories(file.resolveSibling("."));
        try (var out = new BufferedOutputStream(Files.newOutputStream(file))) {
            content.writeTo(out);
        }
    }

    @Override
    public InputStream open(String name) throws IOException {
        return Files.newInputStream(folder.resolve(name));
    }
}
