package photoset.cli.demo;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import photoset.cli.album.JobSets;
import photoset.cli.album.PhotoFolder;
import photoset.cli.album.ProgressBars;
import photoset.cli.album.RunProgress;
import photoset.cli.client.AlbumJob;
import photoset.cli.client.PhotosetClient;
import tools.jackson.databind.JsonNode;

/**
 * Sends an album through the REST API as any client would, and leaves originals, results, masks, manifests, a sheet and a
 * set in a folder.
 *
 * @param server a client without a token
 * @param out the folder to leave everything in
 * @param progress where its steps are told
 * @param redraws whether a line of {@code progress} can be drawn again in place, as on a terminal
 */
public record Demo(PhotosetClient server, Path out, PrintStream progress, boolean redraws) {
    private static final String PRESET = "interior";
    private static final String TEMPLATE = "before_after";
    private static final Map<String, ?> SAGE_WALLS =
            Map.of("concepts", Map.of("Wall", Map.of("action", "recolor", "value", "sage")));
    private static final Duration POLL = Duration.ofMillis(300);

    /**
     * How it went.
     *
     * @param job its id
     * @param delivered how many of the photos have a result
     * @param seconds from the first call to the end of the job
     * @param folder where everything is
     * @param set where the set is; absent when nothing was delivered
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Result(
            @JsonProperty("job") String job,
            @JsonProperty("photos") int photos,
            @JsonProperty("delivered") int delivered,
            @JsonProperty("seconds") double seconds,
            @JsonProperty("folder") String folder,
            @JsonProperty("set") @Nullable String set) {
        /** For people. */
        public String words() {
            var sentence = "%d of %d photos in %.1f s, %.2f photos/s.%nEverything is in %s"
                    .formatted(delivered, photos, seconds, delivered / seconds, folder);
            return set == null ? sentence : "%s%nA set for a client is in %s".formatted(sentence, set);
        }
    }

    /** Runs one album through. */
    public Result run(PhotoFolder all) throws IOException {
        var signedIn = server.post("/auth/anon").orRefuse();
        var user = server.as(signedIn.path("token").asString());
        int photosMax = user.get("/me").orRefuse().path("max_items_per_job").asInt();
        var album = all.first(photosMax);
        if (album.photos().size() < all.photos().size()) {
            progress.printf(
                    "The free plan takes %d photos in a job; the first %d of %d are sent.%n",
                    photosMax, photosMax, all.photos().size());
        }
        var began = Instant.now();
        var job = send(user, album);
        var end = watch(job, album);
        var took = Duration.between(began, Instant.now());
        int delivered = keep(album, end);
        user.save("/jobs/" + job.id() + "/masks?format=png", out.resolve("masks.zip"))
                .orRefuse();
        return new Result(
                job.id(),
                album.photos().size(),
                delivered,
                took.toMillis() / 1e3,
                out.toAbsolutePath().normalize().toString(),
                delivered == 0 ? null : set(job));
    }

    private String set(AlbumJob job) throws IOException {
        return new JobSets(job, new RunProgress(progress, redraws))
                .compose(TEMPLATE, Optional.of("Sage walls"), out)
                .toString();
    }

    private AlbumJob send(PhotosetClient user, PhotoFolder album) throws IOException {
        var job = AlbumJob.create(user, PRESET, album.photos().size());
        progress.printf(
                "Job %s: %d photos, walls in sage.%n", job.id(), album.photos().size());
        var photos = new ArrayList<byte[]>();
        for (var photo : album.photos()) {
            photos.add(Files.readAllBytes(photo));
        }
        job.uploadAll(List.copyOf(photos));
        job.confirm().orRefuse();
        job.execute(SAGE_WALLS).orRefuse();
        return job;
    }

    private JsonNode watch(AlbumJob job, PhotoFolder album) {
        var bars = new ProgressBars(progress, redraws, album);
        while (true) {
            var state = job.state();
            bars.show(state.path("items"));
            if (AlbumJob.isFinal(state)) {
                return state;
            }
            pause();
        }
    }

    private int keep(PhotoFolder album, JsonNode end) throws IOException {
        for (int idx = 0; idx < album.photos().size(); idx++) {
            var original = album.photos().get(idx);
            write("originals", original.getFileName().toString(), Files.readAllBytes(original));
        }
        var sheet = new ContactSheet();
        for (var link : end.path("download_urls")) {
            keepPhoto(album, link, sheet);
        }
        if (!sheet.isEmpty()) {
            sheet.write(out.resolve("sheet.jpg"));
        }
        return end.path("download_urls").size();
    }

    private void keepPhoto(PhotoFolder album, JsonNode link, ContactSheet sheet) throws IOException {
        int idx = link.path("idx").intValue();
        var output = URI.create(link.path("output_url").asString());
        var result = server.download(output);
        var ending = output.getPath().substring(output.getPath().lastIndexOf('.'));
        write("results", album.name(idx) + ending, result);
        var manifest = server.download(URI.create(link.path("manifest_url").asString()));
        write("manifests", album.name(idx) + ".json", manifest);
        sheet.add(album.name(idx), Files.readAllBytes(album.photos().get(idx)), result);
    }

    private void write(String folder, String name, byte[] bytes) throws IOException {
        Files.write(Files.createDirectories(out.resolve(folder)).resolve(name), bytes);
    }

    private static void pause() {
        try {
            Thread.sleep(POLL);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", stop);
        }
    }
}
