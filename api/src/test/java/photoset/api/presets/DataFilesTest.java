package photoset.api.presets;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;

class DataFilesTest {
    @Test
    void theFirstOfTwoFilesWithOneNameCounts() {
        var own = file("oak.json", "an operator's");
        var other = file("ash.json", "ours");
        var ours = file("oak.json", "ours");

        assertThat(DataFiles.firstOfEachName(own, other, ours)).containsExactly(own, other);
    }

    private static Resource file(String name, String content) {
        return new ByteArrayResource(content.getBytes(StandardCharsets.UTF_8), content) {
            @Override
            public String getFilename() {
                return name;
            }
        };
    }
}
