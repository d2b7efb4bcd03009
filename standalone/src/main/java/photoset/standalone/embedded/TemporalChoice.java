package photoset.standalone.embedded;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Which Temporal server an installation uses. */
public sealed interface TemporalChoice {
    /**
     * A server that runs already.
     *
     * @param address {@code host:port}
     */
    record Given(String address) implements TemporalChoice {}

    /**
     * The development server of the Temporal command line: durable, with the Web UI.
     *
     * @param program the executable
     */
    record Binary(Path program) implements TemporalChoice {}

    /** The test server of the Java SDK in this JVM: forgets everything when it ends, and has no Web UI. */
    record InMemory() implements TemporalChoice {}

    /** Names the Temporal command line. */
    String PROGRAM = "PHOTOSET_TEMPORAL";

    /**
     * The best server that there is: a given address, else the program named by {@code PHOTOSET_TEMPORAL}, else
     * {@code temporal} on the {@code PATH}, else none but the JVM's own.
     *
     * @param address what the command line says, which wins over {@code TEMPORAL_ADDRESS}
     * @throws UserError if the variable names what cannot be run
     */
    static TemporalChoice best(Optional<String> address, Map<String, String> environment) {
        return address.or(() -> Optional.ofNullable(environment.get("TEMPORAL_ADDRESS")))
                .filter(given -> !given.isBlank())
                .<TemporalChoice>map(Given::new)
                .or(() -> program(environment).map(Binary::new))
                .orElseGet(InMemory::new);
    }

    private static Optional<Path> program(Map<String, String> environment) {
        var named = environment.getOrDefault(PROGRAM, "");
        if (!named.isBlank() && !Files.isExecutable(Path.of(named))) {
            throw new UserError(PROGRAM + " names " + named + ", which is no program that can be run. Correct it, or"
                    + " leave it empty to use what is on the PATH.");
        }
        var onPath = Stream.of(environment.getOrDefault("PATH", "").split(File.pathSeparator))
                .filter(folder -> !folder.isBlank())
                .map(folder -> Path.of(folder).resolve("temporal"));
        return named.isBlank() ? onPath.filter(Files::isExecutable).findFirst() : Optional.of(Path.of(named));
    }
}
