package photoset.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import photoset.cli.album.ScriptedApi;

class RunCommandTest {
    private static final String SAGE = "{\"concepts\": {\"Wall\": {\"action\": \"recolor\", \"value\": \"sage\"}}}";

    @TempDir
    private Path folder;

    private final CapturedTerminal terminal = new CapturedTerminal();
    private ScriptedApi api;
    private Path album;
    private Path out;

    @BeforeEach
    void serve() throws IOException {
        api = new ScriptedApi();
        album = Files.createDirectory(folder.resolve("album"));
        out = folder.resolve("out");
        Files.writeString(album.resolve("hall.jpg"), "one");
        Files.writeString(album.resolve("room.PNG"), "two");
    }

    @AfterEach
    void stop() {
        api.close();
    }

    private int run(String rule, String... more) throws IOException {
        Files.writeString(folder.resolve("rule.json"), rule);
        return runWith("--rule", folder.resolve("rule.json").toString(), more);
    }

    private int runWith(String option, String value, String... more) {
        var words = new ArrayList<>(List.of(
                "run",
                album.toString(),
                option,
                value,
                "--out",
                out.toString(),
                "--url",
                api.address().toString()));
        words.addAll(List.of(more));
        return terminal.run(words.toArray(String[]::new));
    }

    @Test
    void leavesResultsManifestsAndTheSetInTheFolder() throws IOException {
        assertThat(run(SAGE, "--template", "before_after", "--title", "Flat 12", "--json"))
                .as(terminal.err())
                .isZero();

        assertThat(out.resolve("results/hall.png")).exists();
        assertThat(out.resolve("results/room.png")).exists();
        assertThat(out.resolve("manifests/room.json")).exists();
        assertThat(out.resolve("before_after/board-1.jpg")).exists();
        assertThat(out.resolve("before_after.zip.part")).doesNotExist();
        assertThat(terminal.outJson().path("delivered").asInt()).isEqualTo(2);
        assertThat(terminal.outJson().path("set").asString())
                .isEqualTo(out.resolve("before_after").toString());
        assertThat(terminal.err()).contains("Sent 2 photos.").doesNotContain("secret-token");
    }

    @Test
    void theKeyToThePicturesIsForItsOwnerAlone() throws IOException {
        run(SAGE);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(out.resolve("run.json"))))
                .isEqualTo("rw-------");
        assertThat(terminal.out()).doesNotContain("secret-token");
    }

    @Test
    void theSameCommandGoesOnWithTheSameJob() throws IOException {
        assertThat(run(SAGE)).isZero();
        assertThat(run(SAGE, "--template", "client_card")).isZero();

        assertThat(api.calls())
                .filteredOn(call -> call.startsWith("POST /jobs "))
                .hasSize(1);
        assertThat(out.resolve("client_card/board-1.jpg")).exists();
        assertThat(terminal.err()).contains("Going on with job job_1.");
    }

    @Test
    void anAnswerThatWasLostIsAskedForWithTheSameKey() throws IOException {
        api.refuse("PUT /put/1", "{}");
        assertThat(run(SAGE)).isEqualTo(1);
        assertThat(terminal.err()).contains("room.PNG with 400. Run the same command again to go on.");

        api.allow("PUT /put/1");
        assertThat(run(SAGE)).isZero();
        assertThat(api.calls())
                .filteredOn(call -> call.startsWith("POST /jobs "))
                .hasSize(2)
                .containsOnly(api.calls().stream()
                        .filter(call -> call.startsWith("POST /jobs "))
                        .findFirst()
                        .orElseThrow());
    }

    @Test
    void aJobThatWasCanceledIsBegunAnew() throws IOException {
        assertThat(run(SAGE)).isZero();
        api.jobIs("canceled");
        assertThat(run(SAGE)).isZero();

        assertThat(api.calls())
                .filteredOn(call -> call.startsWith("POST /jobs "))
                .hasSize(2)
                .doesNotHaveDuplicates();
        assertThat(terminal.err()).contains("Job job_1 is canceled; a new one is begun.");
    }

    @Test
    void aRefusedRuleLeavesNothingHeld() throws IOException {
        api.refuse(
                "POST /jobs/job_1/execute",
                "{\"message\": \"No such concept.\", \"details\": [{\"field\": \"concepts.Wand\", \"message\": \"is unknown\"}]}");

        assertThat(run(SAGE)).isEqualTo(1);
        assertThat(terminal.err())
                .contains("No such concept.\n  concepts.Wand is unknown\nNothing was paid; job job_1 was canceled.");
        assertThat(api.calls()).last().isEqualTo("POST /jobs/job_1/cancel");
    }

    @Test
    void wordsThatAreNotUnderstoodStopTheRunBeforeAnythingIsSent() {
        assertThat(runWith("--say", "walls plaid")).isEqualTo(1);

        assertThat(terminal.err())
                .contains("Not every word of the rule was understood:\n  \"plaid\": There is no such color.");
        assertThat(api.calls()).noneMatch(call -> call.startsWith("POST /jobs"));
        assertThat(out).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[1]                                                     | The file must be a JSON object like",
                "{'concepts':                                            | The file is no JSON; see line 1, column",
                "{'concepts': {'Wall': {'action': 'recolor'}}}           | concepts.Wall.value",
                "{'concepts': {'Wall': {'action': 'recolor', 'value': 'sage'}}, 'preset_id': 1} | preset_id must be a text.",
                "{'concept': {}}                                         | concept",
                "{'variants': [{'id': 'a', 'concepts': {'Wall': {'action': 'recolor', 'value': 'nosuch'}}}]} | variants[0].concepts.Wall.value"
            })
    void aRuleThatDoesNotFitIsNamedBeforeAnythingIsSent(String rule, String sentence) throws IOException {
        assertThat(run(rule.replace('\'', '"'))).isEqualTo(1);
        assertThat(terminal.err()).contains("rule.json: ").contains(sentence);
        assertThat(api.calls()).isEmpty();
    }

    @Test
    void anUnknownTemplateIsRefusedWithThoseThatThereAre() throws IOException {
        assertThat(run(SAGE, "--template", "poster")).isEqualTo(1);
        assertThat(terminal.err())
                .contains("The preset interior has no template poster. It has: before_after, client_card.");
        assertThat(out).doesNotExist();
    }

    @Test
    void aFolderThatHoldsSomethingElseIsLeftAsItIs() throws IOException {
        Files.createDirectory(out);
        Files.writeString(out.resolve("letter.txt"), "mine");
        assertThat(run(SAGE)).isEqualTo(1);
        assertThat(terminal.err()).contains("out is not empty. Choose another folder with --out, or empty this one.");

        Files.delete(out.resolve("letter.txt"));
        assertThat(run(SAGE)).isZero();
        assertThat(run(SAGE.replace("sage", "#102030"))).isEqualTo(1);
        assertThat(terminal.err()).contains("holds the run of other photos or another rule.");
    }

    @Test
    void anAlbumWithoutPhotosIsRefused() throws IOException {
        Files.delete(album.resolve("hall.jpg"));
        Files.delete(album.resolve("room.PNG"));
        assertThat(run(SAGE)).isEqualTo(1);
        assertThat(terminal.err()).contains("has no photos: no file ends in .avif, .heic, .heif, .jpeg, .jpg, .png");
    }

    @Test
    void aSetThatWouldWriteElsewhereIsNotUnpacked() throws IOException {
        api.packs("../outside.txt");
        assertThat(run(SAGE, "--template", "before_after")).isEqualTo(1);
        assertThat(terminal.err()).contains("../outside.txt: this entry of the set leads out of its folder.");
        assertThat(out.resolve("outside.txt")).doesNotExist();
    }

    @Test
    void anOwnTokenIsUsedAndNotKept() throws IOException {
        Files.writeString(folder.resolve("rule.json"), SAGE);
        int code = terminal.run(
                Map.of("PHOTOSET_TOKEN", "mine"),
                "run",
                album.toString(),
                "--rule",
                folder.resolve("rule.json").toString(),
                "--out",
                out.toString(),
                "--url",
                api.address().toString());

        assertThat(code).as(terminal.err()).isZero();
        assertThat(api.calls()).doesNotContain("POST /auth/anon");
        assertThat(out.resolve("run.json")).content().doesNotContain("mine");
    }

    private int masks(Map<String, String> environment, String job, Path file) {
        return terminal.run(
                environment,
                "masks",
                job,
                "--format",
                "coco",
                "--out",
                file.toString(),
                "--url",
                api.address().toString());
    }

    @Test
    void masksOfARunAreExportedFromItsFolder() throws IOException {
        run(SAGE);
        var file = folder.resolve("exports/flat.json");

        assertThat(masks(Map.of(), out.toString(), file)).as(terminal.err()).isZero();
        assertThat(file).hasBinaryContent(new byte[] {1, 2, 3});
        assertThat(masks(Map.of(), out.toString(), file)).isEqualTo(1);
        assertThat(terminal.err()).contains("flat.json is there already. Choose another name with --out.");
    }

    @Test
    void aRefusedExportLeavesNoFile() {
        api.refuse("GET /jobs/job_1/masks", "{\"message\": \"There is nothing at this address.\"}");
        var file = folder.resolve("flat.json");

        assertThat(masks(Map.of("PHOTOSET_TOKEN", "mine"), "job_1", file)).isEqualTo(1);
        assertThat(terminal.err()).contains("There is nothing at this address.");
        assertThat(folder).isDirectoryNotContaining("glob:**flat.json*");
    }

    @Test
    void masksOfWhoKnowsWhomAreNotAskedFor() {
        assertThat(masks(Map.of(), "job_1", folder.resolve("flat.json"))).isEqualTo(1);
        assertThat(terminal.err()).contains("put the token of its user into PHOTOSET_TOKEN");
        assertThat(masks(Map.of("PHOTOSET_TOKEN", "mine"), "no/where", folder.resolve("flat.json")))
                .isEqualTo(1);
        assertThat(terminal.err()).contains("There is no folder no/where, and it is no id of a job.");
        assertThat(masks(Map.of(), album.toString(), folder.resolve("flat.json")))
                .isEqualTo(1);
        assertThat(terminal.err()).contains("is not the folder that a ./photoset run with --out has left.");
    }
}
