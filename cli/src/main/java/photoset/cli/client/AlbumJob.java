package photoset.cli.client;

import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** One job as a client drives it: create, upload, confirm, execute, watch. */
public final class AlbumJob {
    private static final Set<String> FINAL = Set.of("done", "failed", "canceled");

    private final PhotosetClient user;
    private final String id;
    private final JsonNode links;

    private AlbumJob(PhotosetClient user, String id, JsonNode links) {
        this.user = user;
        this.id = id;
        this.links = links;
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
        var job = created.orRefuse();
        return new AlbumJob(user, job.path("job_id").asString(), job.path("presigned_urls"));
    }

    /** A job that was created before, without the links for its photos. */
    public static AlbumJob known(PhotosetClient user, String id) {
        return new AlbumJob(user, id, MissingNode.getInstance());
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
    public ApiResponse execute(Object rule) {
        return user.post(path("/execute"), rule);
    }

    public ApiResponse cancel() {
        return user.post(path("/cancel"));
    }

    /**
     * Has a set composed of what was delivered.
     *
     * @param set the JSON body: output_template, title and so on
     */
    public ApiResponse compose(Object set) {
        return user.post(path("/sets"), set);
    }

    /** The sets of the job. */
    public ApiResponse sets() {
        return user.get(path("/sets"));
    }

    /** Writes what lies behind a link to a file. */
    public void download(URI link, Path file) {
        user.download(link, file);
    }

    /** What the server says of the job. */
    public ApiResponse answer() {
        return user.get(path(""));
    }

    /**
     * The job as it is now. A part of the service that is away for a while is waited for, as the answer asks.
     *
     * @throws ApiError if the server refuses for another reason, or for too long
     */
    public JsonNode state() {
        return Outage.outlasted(this::answer).orRefuse().path("job");
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
