package photoset.cli.album;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import photoset.cli.client.AlbumJob;
import photoset.cli.client.ApiError;
import photoset.cli.client.Outage;
import photoset.cli.client.PhotosetClient;
import photoset.standalone.embedded.UserError;
import tools.jackson.databind.JsonNode;

/**
 * An album from a folder to a folder through the REST API. Every step may be repeated: the same run, begun again on the
 * folder that it left, goes on where it stopped, and nothing is paid for twice.
 */
public final class AlbumRun {
    private static final Duration POLL = Duration.ofMillis(500);

    /** How long a person who pressed Ctrl-C waits to hear what was given back. */
    private static final Duration CANCEL_MAX = Duration.ofSeconds(20);

    private final PhotosetClient server;
    private final Optional<String> ownToken;
    private final RunOrder order;
    private final RunProgress progress;
    private volatile @Nullable AlbumJob open;
    private volatile boolean interrupted;

    /**
     * A run of a user.
     *
     * @param server a client without a token
     * @param ownToken of the user; else an anonymous one is made
     */
    public AlbumRun(PhotosetClient server, Optional<String> ownToken, RunOrder order, RunProgress progress) {
        this.server = server;
        this.ownToken = ownToken;
        this.order = order;
        this.progress = progress;
    }

    /**
     * Runs it to its end.
     *
     * @throws UserError if something is in the way, with what to do
     */
    public RunResult run() throws IOException {
        try {
            return delivered();
        } catch (UncheckedIOException away) {
            awaitSignal();
            throw new UserError(
                    "The Photoset does not answer any more. A job that was begun goes on by itself: run the same command"
                            + " again to go on with it.",
                    away);
        } catch (RuntimeException failure) {
            awaitSignal();
            throw failure;
        }
    }

    /** Cancels the job, if one goes on, and tells what was given back. For the thread that hears a signal. */
    public void interrupt() {
        interrupted = true;
        var job = open;
        if (job == null) {
            return;
        }
        try {
            progress.tell("Canceling job %s.", job.id());
            job.cancel();
            var deadline = System.nanoTime() + CANCEL_MAX.toNanos();
            var state = job.answer().orRefuse().path("job");
            while (!AlbumJob.isFinal(state) && System.nanoTime() < deadline) {
                Outage.pause(POLL);
                state = job.answer().orRefuse().path("job");
            }
            progress.tell(
                    "Canceled: %d credits were given back, %d paid for pictures that were delivered.",
                    state.path("credits").path("released").asInt(),
                    state.path("credits").path("captured").asInt());
        } catch (RuntimeException away) {
            progress.tell(
                    "Job %s could not be canceled and goes on. Run the same command again to see its end.", job.id());
        }
    }

    /** A process that a signal ends has nothing more to say. */
    private void awaitSignal() {
        while (interrupted) {
            LockSupport.park(this);
        }
    }

    private RunResult delivered() throws IOException {
        var items = order.items();
        var fingerprint = order.fingerprint(items);
        var folder = RunFolder.open(order.out(), fingerprint);
        var earlier = folder.record();
        var token = ownToken.or(() -> earlier.map(RunRecord::token)).orElseGet(this::newToken);
        var user = server.as(token);
        requireTemplate(user);
        var rule = order.rule().body(user, order.presetId());
        var record = earlier.orElseGet(() -> RunRecord.begun(fingerprint, ownToken.isPresent() ? null : token));
        folder.keep(record);
        var job = job(user, folder, record, items);
        open = job;
        prepare(job, rule);
        var end = watched(job);
        open = null;
        awaitSignal();
        keep(folder, end);
        return result(job, folder, end);
    }

    private String newToken() {
        return Outage.outlasted(() -> server.post("/auth/anon"))
                .orRefuse()
                .path("token")
                .asString();
    }

    private void requireTemplate(PhotosetClient user) {
        var preset = user.get("/presets/" + order.presetId()).orRefuse();
        var offered = preset.path("output_templates")
                .valueStream()
                .map(template -> template.path("id").asString())
                .toList();
        if (order.template().isPresent() && !offered.contains(order.template().get())) {
            throw new UserError("The preset %s has no template %s. It has: %s."
                    .formatted(order.presetId(), order.template().get(), String.join(", ", offered)));
        }
    }

    /** The job of an earlier try, unless it was canceled or has failed; else a new one. */
    private AlbumJob job(PhotosetClient user, RunFolder folder, RunRecord record, List<Map<String, Object>> items)
            throws IOException {
        if (record.job() != null) {
            var earlier = AlbumJob.known(user, record.job());
            var status = Outage.outlasted(earlier::answer)
                    .data()
                    .path("job")
                    .path("status")
                    .asString("");
            if (List.of("uploaded", "queued", "running", "done").contains(status)) {
                progress.tell("Going on with job %s.", record.job());
                return earlier;
            }
            if (!status.equals("created")) {
                progress.tell("Job %s is %s; a new one is begun.", record.job(), status);
                return created(user, folder, RunRecord.begun(record.fingerprint(), record.token()), items);
            }
        }
        return created(user, folder, record, items);
    }

    private AlbumJob created(PhotosetClient user, RunFolder folder, RunRecord record, List<Map<String, Object>> items)
            throws IOException {
        folder.keep(record);
        var keyed = user.with("Idempotency-Key", record.key());
        var job = AlbumJob.of(
                user, Outage.outlasted(() -> keyed.post("/jobs", Map.of("preset", order.presetId(), "items", items))));
        folder.keep(record.with(job.id()));
        progress.tell("Job %s: %d photos.", job.id(), items.size());
        return job;
    }

    /** Takes the job to where it works by itself. What refuses the rule is told, and then nothing is held. */
    private void prepare(AlbumJob job, JsonNode rule) throws IOException {
        var status = job.state().path("status").asString();
        if (status.equals("created")) {
            upload(job);
        }
        if (List.of("created", "uploaded").contains(status)) {
            try {
                Outage.outlasted(job::confirm).orRefuse();
                Outage.outlasted(() -> job.execute(rule)).orRefuse();
            } catch (ApiError refused) {
                job.cancel();
                open = null;
                throw new UserError(
                        refused.getMessage() + "\nNothing was paid; job " + job.id() + " was canceled.", refused);
            }
        }
    }

    private void upload(AlbumJob job) throws IOException {
        var photos = order.album().photos();
        for (int idx = 0; idx < photos.size(); idx++) {
            int status = job.upload(idx, Files.readAllBytes(photos.get(idx)));
            if (status != 200) {
                throw new UserError("The store refused %s with %d. Run the same command again to go on."
                        .formatted(photos.get(idx), status));
            }
        }
        progress.tell("Sent %d photos.", photos.size());
    }

    private JsonNode watched(AlbumJob job) {
        var bars = new ProgressBars(progress.out(), progress.redraws(), order.album());
        while (true) {
            var state = job.state();
            if (!interrupted) {
                bars.show(state.path("items"));
            }
            if (AlbumJob.isFinal(state)) {
                return state;
            }
            Outage.pause(POLL);
        }
    }

    private void keep(RunFolder folder, JsonNode end) throws IOException {
        boolean several = end.path("variants").size() > 1;
        for (var link : end.path("download_urls")) {
            var in = several ? "/" + link.path("variant").asString() : "";
            var name = order.album().name(link.path("idx").intValue());
            var picture = URI.create(link.path("output_url").asString());
            var ending = picture.getPath().substring(picture.getPath().lastIndexOf('.'));
            server.download(picture, folder.file("results" + in, name + ending));
            server.download(
                    URI.create(link.path("manifest_url").asString()), folder.file("manifests" + in, name + ".json"));
        }
    }

    private RunResult result(AlbumJob job, RunFolder folder, JsonNode end) throws IOException {
        int delivered = end.path("done_items").asInt();
        @Nullable String set = null;
        if (order.template().isPresent() && delivered > 0) {
            set = new JobSets(job, progress)
                    .compose(order.template().get(), order.title(), folder.root())
                    .toString();
        }
        var credits = end.path("credits");
        return new RunResult(
                job.id(),
                order.album().photos().size(),
                delivered,
                credits.path("captured").asInt(),
                credits.path("released").asInt(),
                folder.root().toAbsolutePath().normalize().toString(),
                set);
    }
}
