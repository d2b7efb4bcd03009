package photoset.standalone.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SupervisorTest {
    private static final RestartPolicy QUICK =
            new RestartPolicy(3, Duration.ofMinutes(5), Duration.ofMillis(10), Duration.ofMillis(20));

    @TempDir
    private Path folder;

    private final HeardEvents events = new HeardEvents();
    private final List<ChildProcess> started = new CopyOnWriteArrayList<>();

    @Test
    void startsAServerAgainThatWasKilled() throws IOException, InterruptedException {
        try (var supervisor = Supervisor.start(server("exec sleep 600"), QUICK, events)) {
            assertThat(supervisor).isNotNull();
            kill(started.getFirst());
            assertThat(events.next()).isEqualTo("Server ended by itself (exit code 137). It is started again.");
            assertThat(events.next()).startsWith("Server runs again after ");
            assertThat(isAlive(started.getLast())).isTrue();
        }
        assertThat(started).hasSize(2).noneMatch(SupervisorTest::isAlive);
        assertThat(events.isGivenUp()).isFalse();
    }

    @Test
    void givesUpWhatEndsTooOften() throws IOException {
        try (var supervisor = Supervisor.start(server("exit 3"), QUICK, events)) {
            assertThat(supervisor).isNotNull();
            assertThat(events.last())
                    .isEqualTo("Server ended by itself (exit code 3). That was too often within 5 "
                            + "minutes, so it is given up; the file " + folder.resolve("log") + " may say why.");
        }
        assertThat(started).hasSize(4);
    }

    @Test
    void countsWhatCannotBeStartedAgain() throws IOException {
        Supervisor.Launch once = () -> {
            if (!started.isEmpty()) {
                throw new UserError("no");
            }
            return launch("exit 3");
        };
        try (var supervisor = Supervisor.start(new Supervisor.Server("Server", "TERM", once), QUICK, events)) {
            assertThat(supervisor).isNotNull();
            assertThat(events.last()).startsWith("Server could not be started again. That was too often");
        }
    }

    @Test
    void pausesLongerEachTimeUpToALimit() {
        var policy = RestartPolicy.USUAL;
        assertThat(List.of(policy.pause(1), policy.pause(2), policy.pause(4), policy.pause(10)))
                .containsExactly(
                        Duration.ofMillis(500), Duration.ofSeconds(1), Duration.ofSeconds(4), Duration.ofSeconds(30));
    }

    private Supervisor.Server server(String script) {
        return new Supervisor.Server("Server", "TERM", () -> launch(script));
    }

    private ChildProcess launch(String script) throws IOException {
        var process = ChildProcess.start("TERM", List.of(), List.of("sh", "-c", script), folder.resolve("log"));
        started.add(process);
        return process;
    }

    private static boolean isAlive(ChildProcess process) {
        return ProcessHandle.of(process.pid()).filter(ProcessHandle::isAlive).isPresent();
    }

    private static void kill(ChildProcess process) {
        ProcessHandle.of(process.pid()).orElseThrow().destroyForcibly();
    }
}
