package photoset.standalone.installation;

import java.nio.file.Path;
import java.util.logging.LogManager;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;

/** Where the log of an installation goes. */
public final class Logs {
    private Logs() {}

    /**
     * Keeps the log off the terminal, which belongs to the command: warnings of this JVM's parts go to the file that
     * {@code logback.xml} names.
     */
    public static void quiet() {
        // The three contexts share one logging system; none of them may set it up again while another one logs.
        System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
        // gRPC logs by java.util.logging, whose handler is the terminal.
        LogManager.getLogManager().reset();
    }

    /** Names the log file. Must run before anything logs. */
    static void to(Path file) {
        System.setProperty("photoset.log", file.toString());
        // Begun by three contexts at once, SLF4J tells the terminal what it had to hold back.
        LoggerFactory.getILoggerFactory();
        SLF4JBridgeHandler.install();
    }
}
