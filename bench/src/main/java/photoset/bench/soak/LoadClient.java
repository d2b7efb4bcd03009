package photoset.bench.soak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import photoset.bench.load.PhonePhoto;
import photoset.cli.client.AlbumJob;
import photoset.cli.client.ApiError;
import photoset.cli.client.ApiResponse;
import photoset.cli.client.PhotosetClient;
import tools.jackson.databind.JsonNode;

/** A client that repeats what failed, as a good one does, and sends one album after the other. */
record LoadClient(PhotosetClient server, Outcomes outcomes, long until) implements Runnable {
    private static final int PHOTOS = 2;
    private static final byte[] PHOTO = PhonePhoto.jpeg();
    private static final Map<String, ?> RULE =
            Map.of("concepts", Map.of("Wall", Map.of("action", "recolor", "value", "sage")));
    private static final Duration POLL = Duration.ofMillis(300);

    /** Longer than any fault and what follows from it; then an album is left to the product to clear away. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final Duration JOB_TIME_MAX = Duration.ofMinutes(4);

    @Override
    public void run() {
        while (System.nanoTime() < until) {
            try {
                outcomes.add(album());
            } catch (ApiError | UncheckedIOException left) {
                outcomes.add("left: " + left.getMessage());
            }
        }
    }

    /** A new user for each: the account of a free one is small, and each is checked at the end. */
    private String album() {
        var signedUp = persist(() -> server.post("/auth/anon")).orRefuse();
        var user = server.as(signedUp.path("token").asString());
        var once = user.with("Idempotency-Key", UUID.randomUUID().toString());
        var job = AlbumJob.of(
                user, persist(() -> once.post("/jobs", Map.of("preset", "interior", "item_count", PHOTOS))));
        for (int idx = 0; idx < PHOTOS; idx++) {
            upload(job, idx);
        }
        expect(job, persist(job::confirm), "created");
        expect(job, persist(() -> job.execute(RULE)), "uploaded");
        return end(job);
    }

    private static void upload(AlbumJob job, int idx) {
        long deadline = deadline(PATIENCE);
        while (System.nanoTime() < deadline) {
            try {
                if (job.upload(idx, PHOTO) == 200) {
                    return;
                }
            } catch (UncheckedIOException away) {
                // tried again
            }
            pause();
        }
        throw new UncheckedIOException(new IOException("the store took no upload"));
    }

    /** A repeated call may find that the first one was heard. */
    private static void expect(AlbumJob job, ApiResponse answer, String stateBefore) {
        if (!answer.success() && state(job).path("status").asString().equals(stateBefore)) {
            answer.orRefuse();
        }
    }

    private static String end(AlbumJob job) {
        long deadline = deadline(JOB_TIME_MAX);
        while (System.nanoTime() < deadline) {
            var state = state(job);
            if (AlbumJob.isFinal(state)) {
                return state.path("status").asString() + ", "
                        + state.path("done_items").asInt() + " of " + PHOTOS + " photos";
            }
            pause();
        }
        return "not ended within " + JOB_TIME_MAX.toMinutes() + " minutes";
    }

    private static JsonNode state(AlbumJob job) {
        return persist(job::answer).orRefuse().path("job");
    }

    private static ApiResponse persist(Supplier<ApiResponse> call) {
        long deadline = deadline(PATIENCE);
        while (true) {
            try {
                var answer = call.get();
                if ((answer.status() < 500 && answer.status() != 429) || System.nanoTime() > deadline) {
                    return answer;
                }
            } catch (UncheckedIOException away) {
                if (System.nanoTime() > deadline) {
                    throw away;
                }
            }
            pause();
        }
    }

    private static long deadline(Duration patience) {
        return System.nanoTime() + patience.toNanos();
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
