package photoset.cli.album;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Optional;
import photoset.cli.client.AlbumJob;
import photoset.cli.client.Outage;
import photoset.standalone.embedded.UserError;
import tools.jackson.databind.JsonNode;

/** The sets of a job that has ended. */
record JobSets(AlbumJob job, RunProgress progress) {
    private static final Duration POLL = Duration.ofMillis(500);

    /** Has a set composed, and unpacks it into the folder of its template. Answers where that is. */
    String compose(String template, Optional<String> title, RunFolder folder) throws IOException {
        var wanted = new LinkedHashMap<String, String>();
        wanted.put("output_template", template);
        title.ifPresent(words -> wanted.put("title", words));
        var id = Outage.outlasted(() -> job.compose(wanted))
                .orRefuse()
                .path("set_id")
                .asString();
        progress.tell("Composing the set %s.", template);
        var done = done(id);
        var zip = folder.file("", template + ".zip.part");
        job.download(URI.create(done.path("zip_url").asString()), zip);
        folder.unpack(zip, template);
        return folder.root().resolve(template).toAbsolutePath().normalize().toString();
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
}
