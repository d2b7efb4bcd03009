package photoset.api.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import org.junit.jupiter.api.Test;
import photoset.api.RunningApi;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The API document that lies in the repository, from which the studio takes its types, is the one that the api serves. After a
 * change of the api it is written anew with {@code -Dphotoset.docs.write=true}.
 */
class OpenApiFileTest {
    private static final Path FILE = Path.of("..", "docs", "reference", "openapi.json");

    @Test
    void theFileIsWhatIsServed() throws IOException {
        var served = served();
        if (Boolean.getBoolean("photoset.docs.write")) {
            Files.writeString(FILE, served);
        }

        assertThat(Files.readString(FILE))
                .as("written anew with -Dtest=OpenApiFileTest -Dphotoset.docs.write=true")
                .isEqualTo(served);
    }

    /** Without what is another one in each process: the address of the server, and the order of a set of types. */
    private static String served() {
        var mapper = new JsonMapper();
        var document = (ObjectNode) mapper.readTree(
                RunningApi.shared().stranger().get("/v3/api-docs").body());
        document.remove("servers");
        for (var types : document.findValues("type")) {
            if (types instanceof ArrayNode several) {
                var sorted = several.valueStream()
                        .sorted(Comparator.comparing(JsonNode::asString))
                        .toList();
                several.removeAll().addAll(sorted);
            }
        }
        return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(document) + "\n";
    }
}
