package photoset.bench.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import photoset.cli.client.AlbumJob;
import photoset.cli.client.ApiError;
import photoset.cli.client.ApiResponse;
import photoset.cli.client.PhotosetClient;
import tools.jackson.databind.JsonNode;

/** One of the clients that work at the same time: sends one job after the other, as a new user when credits run out. */
final class OneClient {
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration JOB_TIME_MAX = Duration.ofMinutes(2);
    private static final byte[] PHOTO = PhonePhoto.jpeg();

    private final PhotosetClient server;
    private final Timings timings;
    private @Nullable PhotosetClient user;
    private int credits;

    OneClient(PhotosetClient server, Timings timings) {
        this.server = server;
        this.timings = timings;
    }

    /** Runs one job to its end; answers what went wrong, if anything did. */
    Optional<String> runJob() {
        try {
            var user = userWithCredits();
            var created =
                    timings.time("create", () -> user.post("/jobs", Map.of("preset", "interior", "item_count", 1)));
            var job = AlbumJob.of(user, created);
            int stored = timings.time("upload", () -> job.upload(0, PHOTO));
            if (stored != 200) {
                return Optional.of("the store answered " + stored);
            }
            expect(timings.time("confirm", job::confirm));
            expect(timings.time(
                    "execute",
                    () -> job.execute(
                            Map.of("concepts", Map.of("Wall", Map.of("action", "recolor", "value", "sage"))))));
            return end(job);
        } catch (ApiError | UncheckedIOException failure) {
            return Optional.of(String.valueOf(failure.getMessage()));
        }
    }

    private static void expect(ApiResponse answer) {
        if (!answer.success()) {
            answer.orRefuse();
        }
    }

    private PhotosetClient userWithCredits() {
        var known = user;
        if (known == null || credits == 0) {
            known = timings.time("sign in", server::newUser);
            credits = known.get("/me").orRefuse().path("credits").asInt();
            user = known;
        }
        credits--;
        return known;
    }

    private Optional<String> end(AlbumJob job) {
        long began = System.nanoTime();
        return timings.time("execute to end", () -> {
            while (System.nanoTime() - began < JOB_TIME_MAX.toNanos()) {
                var state = timings.time("poll", job::state);
                if (AlbumJob.isFinal(state)) {
                    return failure(state);
                }
                pause();
            }
            return Optional.of("a job did not end within " + JOB_TIME_MAX.toMinutes() + " minutes");
        });
    }

    private static Optional<String> failure(JsonNode state) {
        var status = state.path("status").asString();
        return status.equals("done") ? Optional.empty() : Optional.of("a job ended as " + status);
    }

    private static void pause() {
        try {
            Thread.sleep(POLL);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException("interrupted", stop));
        }
    }
}
