package photoset.cli.album;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.zip.ZipInputStream;
import photoset.cli.client.AlbumJob;
import photoset.cli.client.Outage;
import photoset.standalone.embedded.UserError;
import tools.jackson.databind.JsonNode;

/** The sets of a job that has ended. */
public record JobSets(AlbumJob job, RunProgress progress) {
    private static final Duration POLL = Duration.ofMillis(500);

    /**
     * Has a set composed, and unpacks it into a folder of its template's name.
     *
     * @return where that is
     * @throws UserError if the set could not be composed
     */
    public Path compose(String template, Optional<String> title, Path root) throws IOException {
        var wanted = new LinkedHashMap<String, String>();
        wanted.put("output_template", template);
        title.ifPresent(words -> wanted.put("title", words));
        var id = Outage.outlasted(() -> job.compose(wanted))
                .orRefuse()
                .path("set_id")
                .asString();
        progress.tell("Composing the set %s.", template);
        var done = done(id);
        var folder =
                Files.createDirectories(root.resolve(template)).toAbsolutePath().normalize();
        var zip = root.resolve(template + ".zip.part");
        job.download(URI.create(done.path("zip_url").asString()), zip);
        unpack(zip, folder);
        Files.delete(zip);
        return folder;
    }

    private JsonNode done(String id) {
        while (true) {
            var set = Outage.outlasted(job::sets)
                    .orRefuse()
                    .valueStream()
                    .filter(each -> each.path("set_id").asString().equals(id))
                    .findFirst()
                    .orElseThrow(() -> new UserError("The set is not kept any more. Run the same command again."));
            switch (set.path("status").asString()) {
                case "done" -> {
                    return set;
                }
                case "failed" ->
                    throw new UserError(
                            "%s The pictures are there; run the same command again to try the set once more."
                                    .formatted(set.path("error").path("message").asString()));
                default -> Outage.pause(POLL); // queued or running, the API's words
            }
        }
    }

    private static void unpack(Path zip, Path folder) throws IOException {
        try (var entries = new ZipInputStream(new BufferedInputStream(Files.newInputStream(zip)))) {
            for (var entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                var file = folder.resolve(entry.getName()).normalize();
                if (!file.startsWith(folder)) {
                    throw new FileSystemException(
                            entry.getName(), null, "this entry of the set leads out of its folder");
                }
                if (!entry.isDirectory()) {
                    Files.createDirectories(file.getParent());
                    Files.copy(entries, file, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }
}
