package photoset.api.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import photoset.api.execution.ActionResolver;
import photoset.api.json.StrictReader;
import photoset.api.materials.Materials;
import photoset.api.presets.PresetSettings;
import photoset.api.presets.Presets;
import photoset.api.problem.ApiException;
import photoset.workflows.rendering.Action;
import photoset.workflows.rendering.Finish;
import photoset.workflows.rendering.RecolorMode;
import photoset.workflows.rendering.ResolvedAction;
import photoset.workflows.rendering.Rule;
import photoset.workflows.rendering.SurfaceKind;

class ActionCheckTest {
    private static final Materials MATERIALS = new Materials();
    private static final Presets PRESETS = new Presets(new PresetSettings(false));

    private static ResolvedAction resolved(String action) {
        var read = StrictReader.read(action.getBytes(StandardCharsets.UTF_8), Action.class);
        var rule = new RuleCheck(MATERIALS).checked(Map.of("Wall", read), null);
        return new ActionResolver(MATERIALS, PRESETS).of(rule).getFirst();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'action':'recolor','value':'#fff'}                              | concepts.Wall.value",
                "{'action':'recolor','value':'#ffffff','anchor':0.4}              | concepts.Wall.anchor",
                "{'action':'recolor','value':'#ffffff','present':'greenish'}      | concepts.Wall.present",
                "{'action':'tone'}                                                | concepts.Wall",
                "{'action':'tone','exposure':4}                                   | concepts.Wall.exposure",
                "{'action':'tone','contrast':0}                                   | concepts.Wall.contrast",
                "{'action':'tone','temperature':-101}                             | concepts.Wall.temperature",
                "{'action':'tone','tint':101}                                     | concepts.Wall.tint",
                "{'action':'tone','saturation':-1}                                | concepts.Wall.saturation",
                "{'action':'tone','gloss':2}                                      | concepts.Wall.gloss",
                "{'action':'texture','value':'#ffffff'}                           | concepts.Wall.value",
                "{'action':'texture','value':'oak_a','corners':[[0,0],[1,0]]}     | concepts.Wall.corners",
                "{'action':'texture','value':'oak_a','corners':[[0],[1],[1],[0]]} | concepts.Wall.corners",
                "{'action':'texture','value':'oak_a','scale':0}                   | concepts.Wall.scale",
                "{'action':'texture','value':'oak_a','angle':200}                 | concepts.Wall.angle",
                "{'action':'background','value':'clear'}                          | concepts.Wall.value",
                "{'action':'background','value':'#ffffff','shadow':2}             | concepts.Wall.shadow",
                "{'action':'blur','strength':-0.1}                                | concepts.Wall.strength"
            })
    void everyOptionOutOfItsRangeIsNamed(String action, String field) {
        assertThatThrownBy(() -> resolved(action.replace('\'', '"')))
                .isInstanceOfSatisfying(
                        ApiException.class,
                        refused -> assertThat(refused.details())
                                .singleElement()
                                .satisfies(detail -> assertThat(detail.field()).isEqualTo(field)));
    }

    @Test
    void defaultsAreFilledIn() {
        assertThat(resolved("{\"action\":\"recolor\",\"value\":\"oak_a\"}"))
                .isEqualTo(new ResolvedAction.Recolor(
                        "Wall", "#c9a77a", 1, Finish.MATTE, .65, RecolorMode.APPEARANCE, null));
        assertThat(resolved("{\"action\":\"tone\",\"exposure\":1}"))
                .isEqualTo(new ResolvedAction.Tone("Wall", 1, 1, 0, 0, 1, 0));
        assertThat(resolved("{\"action\":\"background\",\"value\":\"transparent\"}"))
                .isEqualTo(new ResolvedAction.Background("Wall", null, 1));
        assertThat(resolved("{\"action\":\"blur\"}")).isEqualTo(new ResolvedAction.Blur("Wall", .5));
        assertThat(resolved("{\"action\":\"remove\"}")).isEqualTo(new ResolvedAction.Remove("Wall"));
    }

    @ParameterizedTest
    @CsvSource({"Floor, FLOOR", "Countertop, COUNTERTOP", "Ceiling, CEILING", "Wall, WALL", "Oak_Beam, WALL"})
    void aTextureLiesAsThePresetSays(String concept, SurfaceKind lies) {
        var rule = new Rule(Map.of(concept, new Action.Texture("oak_a", null, null, null, null)), List.of());

        assertThat(new ActionResolver(MATERIALS, PRESETS).of(rule))
                .singleElement()
                .isInstanceOfSatisfying(
                        ResolvedAction.Texture.class,
                        texture -> assertThat(texture.surface()).isEqualTo(lies));
    }

    @Test
    void aTextureKnowsItsMaterialAndCorners() {
        var texture = (ResolvedAction.Texture)
                resolved("{\"action\":\"texture\",\"value\":\"oak_a\",\"corners\":[[0,0.5],[1,0.5],[1.5,1],[-0.5,1]]}");

        assertThat(texture.material().id()).isEqualTo("oak_a");
        assertThat(texture.corners()).hasSize(4).last().isEqualTo(new ResolvedAction.Corner(-.5, 1));
    }
}
