package photoset.standalone.installation;

import java.io.Closeable;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import photoset.standalone.embedded.DataFolder;
import photoset.standalone.embedded.Infrastructure;
import photoset.standalone.embedded.Ports;
import photoset.standalone.embedded.TemporalChoice;
import photoset.standalone.embedded.UserError;

/** Everything, running: the servers and the three processes as one. Closing it stops all of it in good order. */
public final class Installation implements Closeable {
    /** Where the API listens unless told otherwise. */
    public static final int API_PORT = 8080;

    /**
     * What to run.
     *
     * @param port the API's port on 127.0.0.1, 0 for any
     * @param origins whose pages may use the links of the store besides the studio's, as {@code photoset.cors.allowed-origins}
     *     names them for the api
     * @param terminal where a line goes when a server ends by itself or serves again
     */
    public record Order(Path data, int port, TemporalChoice temporal, List<String> origins, PrintStream terminal) {}

    private final Infrastructure infrastructure;
    private final Processes processes;
    private final URI api;
    private final CompletableFuture<String> givenUp;
    private final EarlyCollection collection = new EarlyCollection();
    private final List<Runnable> beforeClose = new CopyOnWriteArrayList<>();
    private boolean closed;

    private Installation(
            Infrastructure infrastructure, Processes processes, URI api, CompletableFuture<String> givenUp) {
        this.infrastructure = infrastructure;
        this.processes = processes;
        this.api = api;
        this.givenUp = givenUp;
    }

    /**
     * Starts everything and returns when it serves. If a part does not start, those that did are stopped.
     *
     * @throws UserError with a sentence that says why
     */
    public static Installation start(Order order) {
        if (order.port() != 0 && !Ports.isFree(order.port())) {
            throw new UserError("Port " + order.port() + " is in use. Choose another one with --port, or 0 for any.");
        }
        int port = order.port() == 0 ? Ports.anyFree() : order.port();
        var folder = DataFolder.open(order.data());
        Logs.to(folder.file("photoset.log"));
        var watched = new WatchedServers(order.terminal());
        var infrastructure =
                Infrastructure.begin(folder, new Infrastructure.Order(order.temporal(), origins(order, port)), watched);
        var processes = new Processes();
        var installation =
                new Installation(infrastructure, processes, URI.create("http://127.0.0.1:" + port), watched.givenUp());
        Runtime.getRuntime().addShutdownHook(new Thread(installation::close, "stop"));
        try {
            processes.start(infrastructure, port);
            return installation;
        } catch (RuntimeException failure) {
            installation.close();
            throw failure;
        }
    }

    /** The studio has two names on this machine, and a browser compares letters. */
    private static Set<String> origins(Order order, int port) {
        var origins = new LinkedHashSet<>(order.origins());
        origins.add("http://127.0.0.1:" + port);
        origins.add("http://localhost:" + port);
        return origins;
    }

    /** Where the API answers. */
    public URI api() {
        return api;
    }

    /** Comes true with one sentence when a server could not be kept running; then only closing is left to do. */
    public CompletableFuture<String> givenUp() {
        return givenUp;
    }

    /** The servers below. */
    public Infrastructure infrastructure() {
        return infrastructure;
    }

    /** Does something while everything still serves, when it is about to be stopped, by a signal or otherwise. */
    public void beforeClose(Runnable step) {
        beforeClose.add(step);
    }

    /** Stops everything. Asked twice, the second caller waits for the first: a signal may come at any time. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        beforeClose.forEach(Runnable::run);
        processes.close();
        collection.close();
        try {
            infrastructure.close();
        } catch (IOException failure) {
            throw new IllegalStateException("The data folder could not be unlocked.", failure);
        }
    }
}
