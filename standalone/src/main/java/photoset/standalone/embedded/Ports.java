package photoset.standalone.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/**
 * The ports of the embedded parts, all on 127.0.0.1. A part keeps the port of the last start while that is free, so that
 * links which clients hold survive a restart.
 */
public final class Ports {
    /**
     * The ports that are given out. All lie below the ephemeral ranges of Linux (from 32768) and macOS (from 49152): a
     * port of those may become the local end of anyone's connection between the choice and the bind.
     */
    private static final int LOWEST = 20_000;

    private static final int HIGHEST = 29_999;

    /** Ports of one process: two that start at the same time choose seconds before they bind, and seldom share a slice. */
    private static final int SLICE = 100;

    /** How many ports are tried before the machine counts as full. */
    private static final int ATTEMPTS_MAX = 200;

    /** A port that was given out may not be bound yet. */
    private static final Set<Integer> GIVEN = ConcurrentHashMap.newKeySet();

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

    /** A port that nothing listens on now, that this process was not given before, and that nobody is given unasked. */
    public static int anyFree() {
        return candidates(ProcessHandle.current().pid())
                .filter(port -> isFree(port) && GIVEN.add(port))
                .findFirst()
                .orElseThrow(() ->
                        new UserError("No port between " + LOWEST + " and " + HIGHEST + " is free on 127.0.0.1."));
    }

    /** The ports that a process tries, in turn: those of its slice, then all. */
    static IntStream candidates(long pid) {
        int slices = (HIGHEST + 1 - LOWEST) / SLICE;
        int first = LOWEST + SLICE * (int) (pid % slices);
        return IntStream.concat(between(first, first + SLICE), between(LOWEST, HIGHEST + 1));
    }

    private static IntStream between(int from, int to) {
        return ThreadLocalRandom.current().ints(ATTEMPTS_MAX, from, to);
    }
}
