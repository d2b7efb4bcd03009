package photoset.standalone.embedded;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Keeps what happens to servers. */
final class HeardEvents implements ServerEvents {
    private static final int WAIT_SECONDS_MAX = 30;

    private final BlockingQueue<String> notes = new LinkedBlockingQueue<>();
    private final CompletableFuture<String> last = new CompletableFuture<>();

    @Override
    public void note(String sentence) {
        notes.add(sentence);
    }

    @Override
    public void givenUp(String sentence) {
        last.complete(sentence);
    }

    /** The next note, once it has come. */
    @Nullable
    String next() throws InterruptedException {
        return notes.poll(WAIT_SECONDS_MAX, TimeUnit.SECONDS);
    }

    /** Why a server was given up, once it was. */
    String last() {
        return last.orTimeout(WAIT_SECONDS_MAX, TimeUnit.SECONDS).join();
    }

    boolean isGivenUp() {
        return last.isDone();
    }
}
