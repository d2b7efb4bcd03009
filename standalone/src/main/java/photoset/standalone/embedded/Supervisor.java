package photoset.standalone.embedded;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/** Keeps a server running: one that ends by itself is started again on its data and port, until it ends too often. */
final class Supervisor implements Closeable {
    /** Starts the server and returns when it serves. */
    interface Launch {
        ChildProcess start() throws IOException;
    }

    /**
     * What is kept running.
     *
     * @param name for people
     * @param stopSignal what stops it in good order
     */
    record Server(String name, String stopSignal, Launch launch) {}

    private final Server server;
    private final RestartPolicy policy;
    private final ServerEvents events;
    private final Deque<Long> ends = new ArrayDeque<>();
    private final Thread watcher;
    private volatile ChildProcess process;
    private volatile boolean closed;

    private Supervisor(Server server, RestartPolicy policy, ServerEvents events) throws IOException {
        this.server = server;
        this.policy = policy;
        this.events = events;
        this.process = server.launch().start();
        this.watcher =
                Thread.ofPlatform().daemon().name("watch-" + server.name()).unstarted(this::watch);
    }

    /** Starts the server, returns when it serves, and watches it from then on. */
    static Supervisor start(Server server, RestartPolicy policy, ServerEvents events) throws IOException {
        var supervisor = new Supervisor(server, policy, events);
        supervisor.watcher.start();
        return supervisor;
    }

    private void watch() {
        try {
            var end = awaitEnd();
            while (!closed) {
                if (isOneTooMany()) {
                    events.givenUp(
                            "%s. That was too often within %d minutes, so it is given up; the file %s may say why."
                                    .formatted(end, policy.window().toMinutes(), process.log()));
                    return;
                }
                events.note(end + ". It is started again.");
                Thread.sleep(policy.pause(ends.size()));
                end = runAgain();
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isOneTooMany() {
        long now = System.nanoTime();
        ends.addLast(now);
        ends.removeIf(end -> now - end > policy.window().toNanos());
        return ends.size() > policy.endsMax();
    }

    private String awaitEnd() throws InterruptedException {
        return "%s ended by itself (exit code %d)".formatted(server.name(), process.awaitEnd());
    }

    private String runAgain() throws InterruptedException {
        long began = System.nanoTime();
        try {
            process = server.launch().start();
        } catch (IOException | UserError failure) {
            return server.name() + " could not be started again";
        }
        var took = Duration.ofNanos(System.nanoTime() - began);
        events.note("%s runs again after %.1f s.".formatted(server.name(), took.toMillis() / 1e3));
        return awaitEnd();
    }

    /** Of the process that runs now, or ran last. */
    long pid() {
        return process.pid();
    }

    /** Stops the server in good order, permanently. */
    @Override
    public void close() {
        closed = true;
        watcher.interrupt();
        try {
            watcher.join();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
        process.stop(server.stopSignal());
    }
}
