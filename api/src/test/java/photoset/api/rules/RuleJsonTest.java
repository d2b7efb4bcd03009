package photoset.api.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import photoset.workflows.rendering.Action;
import photoset.workflows.rendering.Rule;
import tools.jackson.databind.json.JsonMapper;

/** REST speaks Jackson 3, the histories Jackson 2. */
class RuleJsonTest {
    private final JsonMapper rest = JsonMapper.builder().build();
    private final ObjectMapper history = new ObjectMapper();

    @Test
    void restAndHistoriesWriteTheSameAndReadEachOther() throws JsonProcessingException {
        Map<String, Action> concepts = new LinkedHashMap<>();
        concepts.put("Window", new Action.Recolor("#a0b1c2", 0.5));
        concepts.put("Wall", new Action.Recolor("oak_a", null));
        var rule = new Rule(concepts, List.of("Grout"));

        var json = rest.writeValueAsString(rule);
        assertThat(json)
                .isEqualTo(
                        "{\"concepts\":{\"Window\":{\"action\":\"recolor\",\"value\":\"#a0b1c2\",\"keep_light\":0.5},"
                                + "\"Wall\":{\"action\":\"recolor\",\"value\":\"oak_a\"}},\"protect\":[\"Grout\"]}");
        assertThat(history.writeValueAsString(rule)).isEqualTo(json);
        assertThat(history.readValue(json, Rule.class)).isEqualTo(rule);
        assertThat(rest.readValue(json, Rule.class)).isEqualTo(rule);
    }
}
