package photoset.cpu.materials;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import photoset.workflows.rendering.MaterialRecipe;
import photoset.workflows.rendering.ResolvedMaterial;
import tools.jackson.databind.json.JsonMapper;

/** The materials of the product, read from the api's data files. */
public final class Catalogue {
    /** The api's resources, seen from this module's folder. */
    static final Path RESOURCES = Path.of("..", "api", "src", "main", "resources");

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Entry(
            @JsonProperty("id") String id,
            @JsonProperty("hex") String hex,
            @JsonProperty("recipe") MaterialRecipe recipe) {}

    private Catalogue() {}

    /** All of them, in the order of the files. */
    public static List<ResolvedMaterial> all() {
        try (Stream<Path> files = Files.list(RESOURCES.resolve("materials"))) {
            return files.sorted().flatMap(Catalogue::entries).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The one with this id. */
    public static ResolvedMaterial of(String id) {
        return all().stream()
                .filter(material -> material.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Stream<ResolvedMaterial> entries(Path file) {
        return Arrays.stream(JSON.readValue(file, Entry[].class))
                .map(entry -> new ResolvedMaterial(entry.id(), entry.hex(), entry.recipe()));
    }
}
