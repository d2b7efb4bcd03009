package photoset.standalone.installation;

import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import photoset.standalone.embedded.DataFolder;
import photoset.standalone.embedded.Infrastructure;
import photoset.standalone.embedded.Ports;
import photoset.standalone.embedded.StartRefused;
import photoset.standalone.embedded.TemporalChoice;

/** Everything, running: the servers and the three processes as one. Closing it stops all of it in good order. */
public final class Installation implements Closeable {
    /**
     * What to run.
     *
     * @param port the API's port on 127.0.0.1, 0 for any
     */
    public record Order(Path data, int port, TemporalChoice temporal) {}

    private final Infrastructure infrastructure;
    private final Processes processes;
    private final URI api;
    private boolean closed;

    private Installation(Infrastructure infrastructure, Processes processes, URI api) {
        this.infrastructure = infrastructure;
        this.processes = processes;
        this.api = api;
    }

    /**
     * Starts everything and returns when it serves. If a part does not start, those that did are stopped.
     *
     * @throws StartRefused with a sentence that says why
     */
    public static Installation start(Order order) {
        if (order.port() != 0 && !Ports.isFree(order.port())) {
            throw new StartRefused(
                    "Port " + order.port() + " is in use. Choose another one with --port, or 0 for any.");
        }
        int port = order.port() == 0 ? Ports.anyFree() : order.port();
        var folder = DataFolder.open(order.data());
        Logs.to(folder.file("photoset.log"));
        var infrastructure = Infrastructure.begin(folder, order.temporal());
        var processes = new Processes();
        var installation = new Installation(infrastructure, processes, URI.create("http://127.0.0.1:" + port));
        Runtime.getRuntime().addShutdownHook(new Thread(installation::close, "stop"));
        try {
            processes.start(infrastructure, port);
            return installation;
        } catch (RuntimeException failure) {
            installation.close();
            throw failure;
        }
    }

    /** Where the API answers. */
    public URI api() {
        return api;
    }

    /** The servers below. */
    public Infrastructure infrastructure() {
        return infrastructure;
    }

    /** Stops everything. Asked twice, the second caller waits for the first: a signal may come at any time. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        processes.close();
        try {
            infrastructure.close();
        } catch (IOException failure) {
            throw new IllegalStateException("The data folder could not be unlocked.", failure);
        }
    }
}
