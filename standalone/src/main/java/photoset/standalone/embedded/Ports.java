package photoset.standalone.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/**
 * The ports of the embedded parts, all on 127.0.0.1. A part keeps the port of the last start while that is free, so that
 * links which clients hold survive a restart.
 */
public final class Ports {
    private final Path file;
    private final Properties last = new Properties();

    private Ports(Path file) {
        this.file = file;
    }

    static Ports of(DataFolder folder) throws IOException {
        var ports = new Ports(folder.file("ports.properties"));
        if (Files.exists(ports.file)) {
            try (var in = Files.newBufferedReader(ports.file)) {
                ports.last.load(in);
            }
        }
        return ports;
    }

    /** The port of a part: the last one if it is free, else any free one. Remembered for the next start. */
    synchronized int of(String part) throws IOException {
        int known = Integer.parseInt(last.getProperty(part, "0"));
        int port = known != 0 && isFree(known) ? known : anyFree();
        last.setProperty(part, Integer.toString(port));
        try (var out = Files.newBufferedWriter(file)) {
            last.store(out, null);
        }
        return port;
    }

    /** Whether nothing listens on this port of 127.0.0.1. */
    public static boolean isFree(int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true); // a connection of the last run in TIME_WAIT is no obstacle
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    /** A port that nothing listens on now. */
    public static int anyFree() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new UserError("No port is free on 127.0.0.1.", none);
        }
    }
}
