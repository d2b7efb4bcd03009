package photoset.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import photoset.e2e.harness.CommandRun;
import photoset.e2e.harness.Json;
import photoset.e2e.harness.Photos;
import photoset.e2e.harness.Server;
import tools.jackson.databind.json.JsonMapper;

/** Commands that need an installation which runs. */
class CommandsTest {
    private final Server server = Server.shared();

    @TempDir
    private Path folder;

    @Test
    void anOperatorChangesAPlanWithATokenFromTheDataFolder() {
        var user = server.newUser();

        var run =
                CommandRun.of("token", "--admin", "ann", "--data", server.data().toString());
        assertThat(run.exitCode()).as(run.err()).isZero();
        var change = Map.of("plan", "pro", "grant", 200, "reason", "invoice-17");
        server.client()
                .as(run.out().strip())
                .call("PATCH", "/admin/users/" + user.id(), Json.text(change))
                .orRefuse();

        assertThat(user.client().get("/me").orRefuse().path("plan").asString()).isEqualTo("pro");
    }

    @Test
    void aUserWhoHasLostTheirTokenGetsAnother() {
        var user = server.newUser();

        var run = CommandRun.of(
                "token", "--user", user.id(), "--data", server.data().toString());

        var found = server.client().as(run.out().strip()).get("/me").orRefuse();
        assertThat(found.path("user_id").asString()).isEqualTo(user.id());
    }

    @Test
    void aScriptTakesTheDemosResultFromStdoutAndAPersonSeesTheProgress() throws IOException {
        Files.write(folder.resolve("room.jpg"), Photos.plain());
        var out = folder.resolve("out");

        var run = CommandRun.of(
                "demo",
                "--json",
                "--album",
                folder.toString(),
                "--out",
                out.toString(),
                "--url",
                server.address().toString(),
                "--data",
                server.data().toString());

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out().lines()).hasSize(1);
        var result = JsonMapper.shared().readTree(run.out());
        assertThat(result.path("delivered").asInt()).isEqualTo(1);
        assertThat(Path.of(result.path("folder").asString())).isEqualTo(out);
        assertThat(Path.of(result.path("set").asString()).resolve("boards/01.jpg"))
                .exists();
        assertThat(out.resolve("masks.zip")).isNotEmptyFile();
        assertThat(run.err()).contains("Using the Photoset at", "room ", "100% done");
        assertThat(run.err().strip()).endsWith("in the studio: " + server.address());
    }
}
