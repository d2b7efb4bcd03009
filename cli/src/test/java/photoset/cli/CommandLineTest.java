package photoset.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandLineTest {
    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "dance                     | There is no command \"dance\".",
                "up --prot 1               | There is no option --prot here; there are --data,",
                "verify --all a b c        | There is no option --all here.",
                "up --port                 | The option --port needs a value.",
                "up --data --port 0        | The option --data needs a value.",
                "demo --url elsewhere      | The option --url takes an address like http://127.0.0.1:8080.",
                "up --port 70000           | The option --port takes a number from 0 to 65535.",
                "up somewhere              | The word \"somewhere\" means nothing here.",
                "segment a.jpg --out masks | The option --concepts is needed.",
                "render --rule r.json      | The option --out is needed.",
                "render --out o.png        | The option --photo is needed.",
                "render --photo p --out o.gif | Name at least one mask",
                "render --photo p --rule r --mask W=w --out o.gif | The result's name ends in .png",
                "render --photo p --rule r --mask W --out o.png   | A mask is written --mask Wall=wall.png",
                "render --photo p --mask W=w --out o.png          | The option --rule is needed.",
                "render --photo p --rule r --mask W=w --out /     | The result's name ends in .png",
                "render --photo p --rule r --mask W=w --out o.png --keep-profile maybe | The option --keep-profile takes",
                "verify a b                | Name three files",
                "model check x             | Say which package: model verify DIR.",
                "segment a b --concepts Wall --out o --like Wall=1,2,3,4  | Examples are boxes in one photo",
                "segment a --concepts Wall --out o --like Wall=1,2,0,4    | An example is written --like",
                "segment a --concepts Wall --out o --unlike Door=1,2,3,4  | There is an example of Door",
                "segment a --concepts ,    | Name at least one concept",
                "segment --concepts Wall   | Name at least one photo."
            })
    void whatCannotBeUnderstoodIsNamed(String line, String sentence) {
        assertThat(run(line.split(" ", -1))).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).startsWith(sentence).contains("./photoset help");
    }

    @Test
    void helpNamesEveryCommand() {
        assertThat(run("help")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("demo", "up", "segment", "load", "bench", "test");
    }

    @Test
    void aBusyPortIsRefusedBeforeAnythingStarts() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var port = Integer.toString(taken.getLocalPort());
            var data = folder.resolve("data");
            assertThat(run("up", "--port", port, "--data", data.toString())).isEqualTo(1);
            assertThat(err.toString(StandardCharsets.UTF_8)).contains("Port " + port + " is in use.");
            assertThat(data).doesNotExist();
        }
    }

    @Test
    void anAlbumWithoutPhotosIsRefused() throws IOException {
        Files.writeString(folder.resolve("notes.txt"), "no photo");
        assertThat(run("demo", "--album", folder.toString())).isEqualTo(1);
        assertThat(run("demo", "--album", folder.resolve("nowhere").toString())).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("has no photos", "There is no folder");
    }

    @Test
    void whatStandsInTheWayOfADataFolderIsNamed() throws IOException {
        var file = Files.writeString(folder.resolve("data"), "no folder");

        assertThat(run("up", "--port", "0", "--data", file.toString())).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains(file + " is a file, but a folder is needed there.", "Choose another one with --data.");
    }

    @Test
    void aTemporalProgramThatIsNoneIsRefused() {
        var photoset = new Photoset(print(out), print(err), Map.of("PHOTOSET_TEMPORAL", "/nowhere/temporal"));

        assertThat(photoset.run(List.of("up", "--port", "0"))).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("PHOTOSET_TEMPORAL names /nowhere/temporal");
    }

    @Test
    void photosThatWouldLeaveMasksOfOneNameAreRefused() {
        assertThat(run("segment", "first/room.jpg", "second/room.png", "--concepts", "Wall", "--out", "masks"))
                .isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("the second of them second/room.png");
    }

    private int run(String... words) {
        var photoset = new Photoset(print(out), print(err), Map.of());
        return photoset.run(List.of(words));
    }

    private static PrintStream print(ByteArrayOutputStream to) {
        return new PrintStream(to, true, StandardCharsets.UTF_8);
    }
}
