package photoset.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import photoset.e2e.harness.CommandRun;
import photoset.e2e.harness.Photos;
import photoset.e2e.harness.Server;
import tools.jackson.databind.json.JsonMapper;

/** {@code ./photoset run} against an installation that runs. */
class RunTest {
    private static final String SAGE = "{\"action\": \"recolor\", \"value\": \"sage\"}";

    private final Server server = Server.shared();

    @TempDir
    private Path folder;

    private Path album;
    private Path out;

    @BeforeEach
    void fill() throws IOException {
        album = Files.createDirectory(folder.resolve("album"));
        out = folder.resolve("out");
        Files.write(album.resolve("hall.jpg"), Photos.plain());
        Files.write(album.resolve("room.png"), Photos.asPng(Photos.plain()));
    }

    private String[] words(String... more) {
        var words = new ArrayList<>(List.of(
                "run",
                album.toString(),
                "--out",
                out.toString(),
                "--url",
                server.address().toString()));
        words.addAll(List.of(more));
        return words.toArray(String[]::new);
    }

    private String rule(String json) throws IOException {
        return Files.writeString(folder.resolve("rule.json"), json).toString();
    }

    @Test
    void wordsBecomeResultsManifestsASetAndMasks() {
        var run = CommandRun.of(words(
                "--say", "walls sage, keep the windows", "--template", "client_card", "--title", "Flat 12", "--json"));

        assertThat(run.exitCode()).as(run.err()).isZero();
        var result = JsonMapper.shared().readTree(run.out());
        assertThat(result.path("delivered").asInt()).isEqualTo(2);
        assertThat(result.path("paid").asInt()).isEqualTo(2);
        for (var name : List.of("hall", "room")) {
            assertThat(out.resolve("results/" + name + ".png")).exists();
            assertThat(out.resolve("manifests/" + name + ".json")).content().contains("\"sha256\"");
        }
        assertThat(out.resolve("client_card/boards/02.jpg")).exists();
        assertThat(out.resolve("client_card/client_card.pdf")).exists();
        assertThat(run.err()).contains("Sent 2 photos.", "100% done", "Composing the set client_card.");

        var coco = folder.resolve("flat.json");
        var masks = CommandRun.of(
                "masks",
                out.toString(),
                "--format",
                "coco",
                "--out",
                coco.toString(),
                "--url",
                server.address().toString());
        assertThat(masks.exitCode()).as(masks.err()).isZero();
        assertThat(coco).content().contains("\"annotations\"");
    }

    @Test
    void variantsLieInFoldersOfTheirOwn() throws IOException {
        var rule = rule(
                "{\"variants\": [{\"id\": \"a\", \"concepts\": {\"Wall\": %s}}, {\"id\": \"b\", \"concepts\": {\"Floor\": %s}}]}"
                        .formatted(SAGE, SAGE));

        var run = CommandRun.of(words("--rule", rule));

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(out.resolve("results/a/hall.png")).exists();
        assertThat(out.resolve("results/b/room.png")).exists();
        assertThat(out.resolve("manifests/b/room.json")).exists();
        assertThat(run.out()).contains("2 of 2 photos. Credits: 4 paid, 0 given back.");
    }

    @Test
    void aRuleThatTheServerRefusesCostsNothing() throws IOException {
        var run = CommandRun.of(words("--rule", rule("{\"concepts\": {\"Wand\": %s}}".formatted(SAGE))));

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("concepts.Wand is unknown; the known ones:", "Nothing was paid");
    }

    @Test
    void aPhotoThatIsNoneIsNamedAndTheOthersAreDelivered() throws IOException {
        Files.write(album.resolve("broken.jpg"), Photos.text());

        var run = CommandRun.of(words("--rule", rule("{\"concepts\": {\"Wall\": %s}}".formatted(SAGE))));

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("broken ", "failed");
        assertThat(run.out()).contains("2 of 3 photos. Credits: 2 paid, 1 given back.");
        assertThat(out.resolve("results/room.png")).exists();
    }

    @Test
    void aSignalCancelsTheJobAndTellsWhatWasGivenBack() throws IOException {
        for (int i = 0; i < 8; i++) {
            Files.write(album.resolve("room" + i + ".jpg"), Photos.room("living_tv"));
        }
        var rule = rule("{\"concepts\": {\"Wall\": %s}}".formatted(SAGE));

        var stopped = CommandRun.endedWhen("running", words("--rule", rule));

        assertThat(stopped.exitCode()).as(stopped.err()).isNotZero();
        assertThat(stopped.err()).containsPattern("Canceled: \\d+ credits were given back, \\d+ paid");
    }

    @Test
    void anAlbumThatThePlanDoesNotTakeIsRefusedBeforeItIsSent() throws IOException {
        for (int i = 0; i < 9; i++) {
            Files.write(album.resolve("more" + i + ".jpg"), Photos.plain());
        }

        var run = CommandRun.of(words("--say", "walls sage"));

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("10").doesNotContain("Sent");
    }
}
