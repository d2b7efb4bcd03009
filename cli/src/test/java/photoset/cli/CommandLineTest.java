package photoset.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {
    @TempDir
    private Path folder;

    private final CapturedTerminal terminal = new CapturedTerminal();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "dance                    | Unmatched argument at index 0: 'dance'",
                "up --prot 1              | Unknown options: '--prot', '1'",
                "verify --all a b c       | Unknown option: '--all'",
                "up --port                | Missing required parameter for option '--port' (N)",
                "up --data --port 0       | Expected parameter for option '--data' but found '--port'",
                "up --port 1 --port 2     | option '--port' (N) should be specified only once",
                "up --port 70000          | Invalid value for option '--port': \"70000\" is no whole number from 0 to 65535.",
                "up --port x              | Invalid value for option '--port': \"x\" is no whole number from 0 to 65535.",
                "up somewhere             | Unmatched argument at index 1: 'somewhere'",
                "demo --url elsewhere     | Invalid value for option '--url': \"elsewhere\" is no address like http://",
                "run album --rule r       | Missing required option: '--out=DIR'",
                "run album --out o        | Missing required argument (specify one of these)",
                "run --rule r --out o     | Missing required parameter: 'ALBUM'",
                "run a --rule r --say s --out o | --rule=FILE, --say=TEXT are mutually exclusive",
                "run a --rule r --out o --title t | A --title is printed on a set; name its --template too.",
                "masks flat --out f.json  | Missing required option: '--format=FORMAT'",
                "masks flat --format svg --out f | \"svg\" is none of coco, png and polygon.",
                "segment a.jpg --out m    | Missing required option: '--concepts=NAMES'",
                "segment --concepts W --out m | Missing required parameter: 'PHOTO'",
                "segment a --concepts , --out m | Name at least one concept",
                "segment a b --concepts Wall --out o --like Wall=1,2,3,4  | Examples are boxes in one photo",
                "segment a --concepts Wall --out o --like Wall=1,2,0,4    | An example is written --like",
                "segment a --concepts Wall --out o --unlike Door=1,2,3,4  | There is an example of Door",
                "render --photo p         | Missing required options: '--mask=CONCEPT=FILE', '--rule=FILE', '--out=FILE'",
                "render --photo p --rule r --mask W=w --out o.gif | The result's name ends in .png",
                "render --photo p --rule r --mask W=w --out /     | The result's name ends in .png",
                "render --photo p --rule r --mask W --out o.png   | Invalid value for option '--mask' (CONCEPT=FILE): a mask is",
                "render --photo p --rule r --mask W=w --mask W=v --out o.png | There are two masks of W.",
                "render --photo p --rule r --mask W=w --out o.png --edges soft | Invalid value for option '--edges':",
                "verify a b               | Missing required parameter: 'MANIFEST'",
                "model                    | Missing required subcommand",
                "model check x            | Unmatched argument",
                "token                    | Missing required argument",
                "token --admin            | Missing required parameter for option '--admin' (NAME)",
                "token --admin a/b        | Invalid value for option '--admin': A user id has 1 to 64",
                "token --admin a --user b | --admin=NAME, --user=ID are mutually exclusive"
            })
    void whatCannotBeUnderstoodIsNamedAndEndsWithTwo(String line, String sentence) {
        assertThat(terminal.run(line.split(" +", -1))).isEqualTo(2);
        assertThat(terminal.err()).contains(sentence).contains(" --help says what there is.");
        assertThat(terminal.out()).isEmpty();
    }

    @Test
    void aMisspeltCommandBringsTheOneThatIsMeant() {
        assertThat(terminal.run("rendr")).isEqualTo(2);
        assertThat(terminal.err()).contains("Did you mean", "render", "./photoset --help says");
    }

    @Test
    void helpNamesEveryCommandAndEachSaysWhatItTakes() {
        assertThat(terminal.run("--help")).isZero();
        assertThat(terminal.out())
                .contains(
                        "up",
                        "demo",
                        "run",
                        "masks",
                        "segment",
                        "render",
                        "verify",
                        "model",
                        "token",
                        "test",
                        "completion")
                .contains("Exit codes:", "NO_COLOR");

        assertThat(terminal.run("help", "token")).isZero();
        assertThat(terminal.run("model", "verify", "--help")).isZero();
        assertThat(terminal.out()).contains("Usage: ./photoset token", "Usage: ./photoset model verify", "--json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--version", "-V"})
    void tellsTheVersion(String option) {
        assertThat(terminal.run(option)).isZero();
        assertThat(terminal.out()).startsWith("Photoset ");
    }

    @Test
    void completionKnowsCommandsOptionsAndWords() {
        assertThat(terminal.run("completion")).isZero();
        assertThat(terminal.out()).contains("complete -F", "photoset", "--concepts", "as_is");
    }

    @Test
    void errorsAreColoredForAPersonUnlessNoColorIsSet() {
        int code = Photoset.commandLine(terminal.terminal(Map.of(), true)).execute("verify");
        assertThat(code).isEqualTo(2);
        assertThat(terminal.err()).contains("\u001b[");

        var plain = new CapturedTerminal();
        Photoset.commandLine(plain.terminal(Map.of("NO_COLOR", "1"), true)).execute("verify");
        plain.run("verify");
        assertThat(plain.err()).isNotEmpty().doesNotContain("\u001b[");
    }

    @Test
    void aBusyPortIsRefusedBeforeAnythingStarts() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var port = Integer.toString(taken.getLocalPort());
            var data = folder.resolve("data");
            assertThat(terminal.run("up", "--port", port, "--data", data.toString()))
                    .isEqualTo(1);
            assertThat(terminal.err()).contains("Port " + port + " is in use.");
            assertThat(data).doesNotExist();
        }
    }

    @Test
    void anAlbumWithoutPhotosIsRefused() throws IOException {
        Files.writeString(folder.resolve("notes.txt"), "no photo");
        assertThat(terminal.run("demo", "--album", folder.toString())).isEqualTo(1);
        assertThat(terminal.run("demo", "--album", folder.resolve("nowhere").toString()))
                .isEqualTo(1);
        assertThat(terminal.err()).contains("has no photos", "There is no folder");
    }

    @Test
    void whatStandsInTheWayOfADataFolderIsNamed() throws IOException {
        var file = Files.writeString(folder.resolve("data"), "no folder");

        assertThat(terminal.run("up", "--port", "0", "--data", file.toString())).isEqualTo(1);
        assertThat(terminal.err())
                .contains(file + " is a file, but a folder is needed there.", "Choose another one with --data.");
    }

    @Test
    void aTemporalProgramThatIsNoneIsRefused() {
        assertThat(terminal.run(Map.of("PHOTOSET_TEMPORAL", "/nowhere/temporal"), "up", "--port", "0"))
                .isEqualTo(1);
        assertThat(terminal.err()).contains("PHOTOSET_TEMPORAL names /nowhere/temporal");
    }

    @Test
    void photosThatWouldLeaveMasksOfOneNameAreRefused() {
        assertThat(terminal.run("segment", "first/room.jpg", "second/room.png", "--concepts", "Wall", "--out", "masks"))
                .isEqualTo(1);
        assertThat(terminal.err()).contains("the second of them second/room.png");
    }
}
