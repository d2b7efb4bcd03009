package photoset.api.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import photoset.api.Api;
import photoset.api.Api.Answer;
import photoset.api.ApiTest;
import photoset.workflows.rendering.Action;

/** Every way to say a rule wrongly, and what the person who did it reads. */
@ApiTest
class BadRuleTest {
    private static final String ACTIONS = Arrays.stream(
                    Action.class.getAnnotation(JsonSubTypes.class).value())
            .map(JsonSubTypes.Type::name)
            .collect(Collectors.joining(", "));

    private final Api user;

    BadRuleTest(@LocalServerPort int port) {
        this.user = Api.at(port).signedUp();
    }

    @Test
    void everyMissingFieldIsNamed() {
        assertThat(refused("{}"))
                .containsExactly(
                        entry("name", "must have 1 to 80 characters"),
                        entry("preset_id", "is missing; GET /presets lists them"),
                        entry("concepts", "must name at least one concept and its action"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\\t", "a\\u0085", "\\u3000\\u00a0", "\\nliving room"})
    void aNameShowsSomethingOnOneLine(String name) {
        assertThat(refused(rule(name, "{\"Wall\":{\"action\":\"blur\"}}", "[]")))
                .containsOnlyKeys("name");
    }

    @Test
    void everyBrokenFieldIsNamedAtOnce() {
        var concepts = "{\"Wall\":{\"action\":\"recolor\",\"value\":\"oak_z\",\"keep_light\":1.5},"
                + "\"Floor\":{\"action\":\"recolor\"},\"Door\":null}";
        assertThat(refused(rule("x".repeat(81), concepts, "[null]")))
                .containsOnlyKeys(
                        "name",
                        "concepts.Wall.value",
                        "concepts.Wall.keep_light",
                        "concepts.Floor.value",
                        "concepts.Door",
                        "protect[0]");
    }

    @Test
    void everyWrongTypeIsNamedAtOnce() {
        var concepts = "{\"Wall\":{\"action\":\"recolor\",\"value\":5},"
                + "\"Floor\":{\"action\":\"paint\",\"value\":\"oak_a\"},"
                + "\"Door\":{\"value\":\"oak_a\"},"
                + "\"Tile\":{\"action\":\"recolor\",\"value\":\"oak_a\",\"keep_light\":\"much\",\"opacity\":1}}";
        assertThat(refused("{\"name\":7,\"preset_id\":true,\"colour\":\"red\",\"concepts\":" + concepts
                        + ",\"protect\":\"Window\"}"))
                .containsOnly(
                        entry("name", "must be a text"),
                        entry("preset_id", "must be a text"),
                        entry("colour", "is not a known field; known: concepts, name, preset_id, protect"),
                        entry("concepts.Wall.value", "must be a text"),
                        entry("concepts.Floor.action", "must be one of " + ACTIONS),
                        entry("concepts.Door.action", "must be one of " + ACTIONS),
                        entry("concepts.Tile.keep_light", "must be a number"),
                        entry(
                                "concepts.Tile.opacity",
                                "is not a known field; known: anchor, finish, keep_light, mode, present, value"),
                        entry("protect", "must be a list"));
    }

    @Test
    void anOptionOfAnotherActionIsRefusedByName() {
        assertThat(refused(rule(
                        "n",
                        "{\"Floor\":{\"action\":\"texture\",\"value\":\"oak_herringbone\",\"finish\":\"satin\"},"
                                + "\"Wall\":{\"action\":\"recolor\",\"value\":\"oak_a\",\"scale\":2},"
                                + "\"Door\":{\"action\":\"blur\",\"shadow\":1}}",
                        "[]")))
                .containsOnly(
                        entry(
                                "concepts.Floor.finish",
                                "is not a known field; known: angle, corners, keep_light, scale, value"),
                        entry(
                                "concepts.Wall.scale",
                                "is not a known field; known: anchor, finish, keep_light, mode, present, value"),
                        entry("concepts.Door.shadow", "is not a known field; known: strength"));
    }

    @Test
    void aSurfaceThatIsToBeRemovedIsAnsweredWithWhatCanBe() {
        assertThat(refused(rule("n", "{\"Wall\":{\"action\":\"remove\"},\"Light\":{\"action\":\"remove\"}}", "[]")))
                .containsOnly(entry(
                        "concepts.Wall.action",
                        "must not be remove, since it is a surface; what can be removed: Window, Door, Cabinet,"
                                + " Countertop, Light, Handle, Socket, Cable, Sticker"));
    }

    @Test
    void aSmallThingCanOnlyBeRemoved() {
        assertThat(refused(rule(
                        "n",
                        "{\"Socket\":{\"action\":\"recolor\",\"value\":\"oak_a\"},\"Cable\":{\"action\":\"remove\"}}",
                        "[\"Sticker\"]")))
                .containsOnly(entry("concepts.Socket.action", "must be remove: nothing else is done to this concept"));
    }

    @Test
    void anUnknownConceptIsAnsweredWithTheKnownOnes() {
        var answer = user.post(
                "/rules",
                rule(
                        "n",
                        "{\"Roof\":{\"action\":\"recolor\",\"value\":\"oak_a\"},"
                                + "\"Glass_highlight\":{\"action\":\"recolor\",\"value\":\"oak_a\"}}",
                        "[\"Logo\",\"Glass_highlight\"]"));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.code()).isEqualTo("UNKNOWN_CONCEPT");
        assertThat(answer.details()).containsOnlyKeys("concepts.Roof", "concepts.Glass_highlight", "protect.Logo");
        assertThat(answer.details().get("concepts.Roof"))
                .contains("Wall, Floor")
                .doesNotContain("Glass_highlight");
        assertThat(answer.details().get("protect.Logo")).contains("Glass_highlight");
    }

    @Test
    void anUnknownPresetIsSaid() {
        var answer = user.post("/rules", rule("n", wall(), "[]").replace("interior", "garden"));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("INVALID_PRESET");
    }

    @Test
    void whatIsNotJsonIsSaid() {
        assertThat(post("{\"name\":").details())
                .hasEntrySatisfying("", said -> assertThat(said).startsWith("The body must be JSON; line 1"));
        assertThat(post("").details()).containsEntry("", "A JSON body is needed.");
        assertThat(post("null").code()).isEqualTo("VALIDATION_FAILED");
        assertThat(post("[]").details()).containsEntry("", "must be an object");
        assertThat(post("{\"name\":\"a\",\"name\":\"b\"}").code()).isEqualTo("VALIDATION_FAILED");
        assertThat(post(rule("n", wall(), "[]") + "{}").code()).isEqualTo("VALIDATION_FAILED");
        assertThat(post("[".repeat(5000)).code()).isEqualTo("VALIDATION_FAILED");
    }

    @Test
    void aHostileBodyGetsABoundedAnswer() {
        var many = new StringBuilder("{");
        for (int i = 0; i < 5000; i++) {
            many.append(i == 0 ? "" : ",")
                    .append("\"")
                    .append("c".repeat(100))
                    .append(i)
                    .append("\":null");
        }
        var answer = post(rule("n", many.append("}").toString(), "[]"));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().length()).isLessThan(20_000);
    }

    private Map<String, String> refused(String json) {
        var answer = post(json);
        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("VALIDATION_FAILED");
        return answer.details();
    }

    private Answer post(String json) {
        return user.post("/rules", json);
    }

    private static String wall() {
        return "{\"Wall\":{\"action\":\"recolor\",\"value\":\"oak_a\"}}";
    }

    private static String rule(String name, String concepts, String protect) {
        return RuleTest.rule(name, concepts, protect);
    }
}
