package photoset.standalone.installation;

import java.io.PrintStream;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import photoset.standalone.embedded.ServerEvents;

/** Tells the terminal and the log about servers that end by themselves. */
record WatchedServers(PrintStream terminal, CompletableFuture<String> givenUp) implements ServerEvents {
    private static final Logger log = LoggerFactory.getLogger(WatchedServers.class);

    WatchedServers(PrintStream terminal) {
        this(terminal, new CompletableFuture<>());
    }

    @Override
    public void note(String sentence) {
        log.warn("server.restarted reason={}", sentence);
        terminal.println(sentence);
    }

    @Override
    public void givenUp(String sentence) {
        log.error("server.given_up reason={}", sentence);
        givenUp.complete(sentence);
    }
}
