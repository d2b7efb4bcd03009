package photoset.cli.client;

import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** One job as a client drives it: create, upload, confirm, execute, watch. */
public final class AlbumJob {
    /** Longer than a database or Temporal takes to come back from a restart. */
    private static final Duration OUTAGE_MAX = Duration.ofMinutes(2);

    private static final Set<String> FINAL = Set.of("done", "failed", "canceled");

    private final PhotosetClient user;
    private final String id;
    private final JsonNode links;

    private AlbumJob(PhotosetClient user, JsonNode created) {
        this.user = user;
        this.id = created.path("job_id").asString();
        this.links = created.path("presigned_urls");
    }

    /**
     * Creates a job for so many photos.
     *
     * @throws ApiError if the server does not let this user
     */
    public static AlbumJob create(PhotosetClient user, String preset, int photos) {
        return of(user, user.post("/jobs", Map.of("preset", preset, "item_count", photos)));
    }

    /** The job that a call to {@code POST /jobs} created. */
    public static AlbumJob of(PhotosetClient user, ApiResponse created) {
        return new AlbumJob(user, created.orRefuse());
    }

    public String id() {
        return id;
    }

    /** Puts photo {@code idx} to its link; answers the HTTP status of the store. */
    public int upload(int idx, byte[] photo) {
        var link = links.path(idx);
        var headers = new LinkedHashMap<String, String>();
        link.path("headers")
                .properties()
                .forEach(
                        header -> headers.put(header.getKey(), header.getValue().asString()));
        return user.upload(URI.create(link.path("url").asString()), headers, photo);
    }

    public void uploadAll(List<byte[]> photos) {
        for (int idx = 0; idx < photos.size(); idx++) {
            int status = upload(idx, photos.get(idx));
            if (status != 200) {
                throw new IllegalStateException("The store answered an upload with " + status + ".");
            }
        }
    }

    public ApiResponse confirm() {
        return user.post(path("/confirm-upload"));
    }

    /**
     * Executes a rule.
     *
     * @param rule the JSON body: concepts, protect and so on
     */
    public ApiResponse execute(Map<String, ?> rule) {
        return user.post(path("/execute"), rule);
    }

    public ApiResponse cancel() {
        return user.post(path("/cancel"));
    }

    /** What the server says of the job. */
    public ApiResponse answer() {
        return user.get(path(""));
    }

    /**
     * The job as it is now. A part of the service that is away for a while is waited for, as the answer asks.
     *
     * @throws ApiError if the server refuses for another reason, or for longer than {@link #OUTAGE_MAX}
     */
    public JsonNode state() {
        var deadline = Instant.now().plus(OUTAGE_MAX);
        var answer = answer();
        while (answer.retryAfter().isPresent() && Instant.now().isBefore(deadline)) {
            pause(answer.retryAfter().get());
            answer = answer();
        }
        return answer.orRefuse().path("job");
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new InterruptedIOException("interrupted"));
        }
    }

    /** Whether nothing more will happen to a job in this state. */
    public static boolean isFinal(JsonNode state) {
        return FINAL.contains(state.path("status").asString());
    }

    /** The path of one of the job's addresses. */
    public String path(String rest) {
        return "/jobs/" + id + rest;
    }
}
