package photoset.standalone.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/** PostgreSQL's programs, unpacked from the jar that carries them for Linux on x86-64. */
record PostgresBinaries(Path folder) {
    private static final String ARCHIVE = "/postgres-linux-x86_64.txz";

    /** Unpacks the programs unless they are there. A start that is killed halfway unpacks again. */
    static PostgresBinaries in(Path folder) throws IOException {
        var done = folder.resolve("unpacked");
        if (!Files.exists(done)) {
            Files.createDirectories(folder);
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
            unpack(folder);
            Files.createFile(done);
        }
        return new PostgresBinaries(folder);
    }

    private static void unpack(Path folder) throws IOException {
        var archive = folder.resolve("postgres.txz");
        try (var in = PostgresBinaries.class.getResourceAsStream(ARCHIVE)) {
            if (in == null) {
                throw new UserError("The embedded PostgreSQL is packed for Linux on x86-64 only.");
            }
            Files.copy(in, archive, StandardCopyOption.REPLACE_EXISTING);
            ChildProcess.run(List.of("tar", "xJf", archive.toString(), "-C", folder.toString()));
        } catch (IOException failure) {
            throw new UserError(
                    "PostgreSQL cannot be unpacked (tar and xz are needed): " + failure.getMessage(), failure);
        } finally {
            Files.deleteIfExists(archive);
        }
    }

    String program(String name) {
        return folder.resolve("bin").resolve(name).toString();
    }
}
