package photoset.cli.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import photoset.workflows.JobId;
import photoset.workflows.ObjectKeys;
import photoset.workflows.UserId;

/**
 * The masks of a finished job as they were laid. The REST API does not hand them out, so they are copied from the folder in
 * which an installation on this machine keeps its bucket.
 */
record JobArtifacts(Path bucket, ObjectKeys keys) {
    static JobArtifacts of(Path bucket, String user, String job) {
        return new JobArtifacts(bucket, new ObjectKeys(new UserId(user), new JobId(job)));
    }

    /** Whether the bucket of this job lies here. */
    boolean areHere() {
        return Files.isDirectory(maskFolder(0).resolveSibling(""));
    }

    /** Copies the masks of a photo to {@code <name>.<Concept>.png} and tells how many there were. */
    int copyMasks(int idx, String name, Path to) throws IOException {
        var folder = maskFolder(idx);
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        Files.createDirectories(to);
        try (var masks = Files.newDirectoryStream(folder, "*.png")) {
            int copied = 0;
            for (var mask : masks) {
                copy(mask, to.resolve(name + "." + mask.getFileName()));
                copied++;
            }
            return copied;
        }
    }

    private Path maskFolder(int idx) {
        return bucket.resolve(keys.laidMask(ObjectKeys.ONLY_VARIANT, idx, "any"))
                .resolveSibling("");
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
}
