package photoset.e2e.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.awaitility.Awaitility;

/**
 * One run of the command line to its end, its streams in pipes as a script has them.
 *
 * @param out what it printed as its result
 * @param err what it told meanwhile
 */
public record CommandRun(int exitCode, String out, String err) {
    /** Runs the jar of {@code cli}. */
    public static CommandRun of(String... words) {
        return run(Optional.empty(), words);
    }

    /** The same, and asks it to end, as Ctrl-C does, when it has told this. */
    public static CommandRun endedWhen(String told, String... words) {
        return run(Optional.of(told), words);
    }

    private static CommandRun run(Optional<String> lastWord, String... words) {
        var command = new ArrayList<>(Program.java("cli"));
        command.addAll(List.of(words));
        try {
            Path err = Files.createTempFile("photoset-command", ".err");
            var process =
                    new ProcessBuilder(command).redirectError(err.toFile()).start();
            if (lastWord.isPresent()) {
                Awaitility.await()
                        .atMost(Duration.ofMinutes(2))
                        .until(() -> Files.readString(err).contains(lastWord.get()) || !process.isAlive());
                // Not that of Process, which closes the pipes that are still to be read.
                process.toHandle().destroy();
            }
            var out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            var run = new CommandRun(process.waitFor(), out, Files.readString(err));
            Files.delete(err);
            return run;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        }
    }
}
