package photoset.bench.previews;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import photoset.cpu.codec.ImageCodecs;
import photoset.workflows.rendering.ResolvedAction;

/** A preview is what the job delivers, for every action. */
class PreviewBenchTest {
    private final ByteArrayOutputStream table = new ByteArrayOutputStream();
    private final PreviewBench bench = new PreviewBench(new PrintStream(table, true, UTF_8), ImageCodecs.find(null));

    @Test
    void everyActionLooksAsItIsDelivered() {
        assertThat(bench.differences(List.of(2), PreviewCase.all()))
                .as(table.toString(UTF_8))
                .isTrue();
    }

    /** From 6 MP on, tiles are drawn at another size. */
    @Test
    void texturesOfLargePhotosLieWhereTheyWillLie() {
        var textures = PreviewCase.all().stream()
                .filter(what -> what.action() instanceof ResolvedAction.Texture)
                .toList();

        assertThat(bench.differences(List.of(7), textures))
                .as(table.toString(UTF_8))
                .isTrue();
    }
}
