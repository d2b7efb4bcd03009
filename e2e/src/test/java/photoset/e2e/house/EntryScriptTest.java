package photoset.e2e.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code ./photoset} answers by itself: on a machine without a JDK, in a checkout that was never built. */
class EntryScriptTest {
    private static final List<String> NEEDED =
            List.of("photoset", "pom.xml", "docs/reference/commands.md", "cli/completion.bash", "native/fetch.sh");

    @TempDir
    private Path checkout;

    private record Answer(int code, String out, String err) {}

    @BeforeEach
    void copy() throws IOException {
        for (var file : NEEDED) {
            var to = checkout.resolve(file);
            Files.createDirectories(to.getParent());
            Files.copy(Repository.ROOT.resolve(file), to);
        }
    }

    private Answer run(String... words) throws IOException, InterruptedException {
        var command = new ArrayList<>(
                List.of("/bin/bash", checkout.resolve("photoset").toString()));
        command.addAll(List.of(words));
        var builder = new ProcessBuilder(command).directory(checkout.toFile());
        builder.environment().clear();
        builder.environment().putAll(Map.of("PATH", "/usr/bin:/bin", "HOME", checkout.toString()));
        var err = checkout.resolve("err");
        var process = builder.redirectError(err.toFile()).start();
        var out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Answer(process.waitFor(), out, Files.readString(err));
    }

    private void expectNothingBuilt() {
        assertThat(checkout.resolve("cli/target")).doesNotExist();
        assertThat(checkout.resolve(".cache")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "                          | Usage: ./photoset [-hV] COMMAND",
                "help                      | Usage: ./photoset [-hV] COMMAND",
                "--help                    | Usage: ./photoset [-hV] COMMAND",
                "up --help                 | Usage: ./photoset up ",
                "up --port 80 -h           | Usage: ./photoset up ",
                "help token                | Usage: ./photoset token ",
                "bench --help              | Usage: ./photoset bench ",
                "bench quality --help      | Usage: ./photoset bench quality ",
                "help bench gpu            | Usage: ./photoset bench gpu ",
                "segment a.jpg --help      | Usage: ./photoset segment ",
                "test --help               | Usage: ./photoset test ",
                "help completion           | Usage: ./photoset completion "
            })
    void helpNeedsNeitherJdkNorBuild(String line, String usage) throws IOException, InterruptedException {
        var answer = line == null ? run() : run(line.split(" ", -1));

        assertThat(answer.code).as(answer.err).isZero();
        assertThat(answer.out).startsWith(usage.strip());
        assertThat(answer.err).isEmpty();
        expectNothingBuilt();
    }

    @Test
    void theVersionAndTheCompletionNeedNeitherJdkNorBuild() throws IOException, InterruptedException {
        var version = run("--version");
        assertThat(version.code).isZero();
        assertThat(version.out).matches("Photoset \\d+\\.\\d+\\.\\d+\\S*\n");

        var completion = run("completion");
        assertThat(completion.code).isZero();
        assertThat(completion.out).isEqualTo(Repository.read("cli/completion.bash"));
        expectNothingBuilt();
    }

    @ParameterizedTest
    @CsvSource({"dance", "dance --help", "help dance", "--verbose"})
    void aCommandThatThereIsNotEndsWithTwo(String line) throws IOException, InterruptedException {
        var answer = run(line.split(" ", -1));

        assertThat(answer.code).isEqualTo(2);
        assertThat(answer.out).isEmpty();
        assertThat(answer.err).contains("There is no", "./photoset help");
        expectNothingBuilt();
    }
}
