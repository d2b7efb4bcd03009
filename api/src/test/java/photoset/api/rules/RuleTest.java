package photoset.api.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import photoset.api.Api;
import photoset.api.Api.Answer;
import photoset.api.ApiTest;
import photoset.workflows.UserId;

@ApiTest
class RuleTest {
    private static final String WALL = "{\"Wall\":{\"action\":\"recolor\",\"value\":\"#a0b1c2\",\"keep_light\":0.5}}";

    private final Api api;
    private final SavedRules rules;

    RuleTest(@LocalServerPort int port, SavedRules rules) {
        this.api = Api.at(port);
        this.rules = rules;
    }

    @Test
    void aRuleIsKeptAsItWasSaid() {
        var user = api.signedUp();
        var made = user.post("/rules", rule(" Sage walls ", WALL, "[\"Window\",\"Window\"]"));
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        assertThat(made.at("$.data.rule.name")).isEqualTo("Sage walls");
        assertThat(made.at("$.data.rule.preset_id")).isEqualTo("interior");
        assertThat(made.text("$.data.rule.concepts"))
                .isEqualTo("{Wall={action=recolor, value=#a0b1c2, keep_light=0.5}}");
        assertThat(made.text("$.data.rule.protect")).isEqualTo("[\"Window\"]");
        assertThat(made.at("$.data.rule.created_at")).isEqualTo(made.at("$.data.rule.updated_at"));

        var listed = user.get("/rules");
        assertThat(listed.at("$.data.rules[0]")).isEqualTo(made.at("$.data.rule"));
    }

    @Test
    void anAbsentProtectListMeansThePresetsAndAnEmptyOneMeansNone() {
        var user = api.signedUp();
        assertThat(user.post("/rules", rule("a", WALL, "null")).text("$.data.rule.protect"))
                .isEqualTo("[\"Grout\",\"Frame_Molding\",\"Glass_highlight\"]");
        assertThat(user.post("/rules", rule("b", WALL, "[]")).text("$.data.rule.protect"))
                .isEqualTo("[]");
    }

    @Test
    void theOrderOfTheConceptsIsKept() {
        var concepts = "{\"Window\":{\"action\":\"recolor\",\"value\":\"oak_a\"},"
                + "\"Door\":{\"action\":\"recolor\",\"value\":\"oak_a\"},"
                + "\"Wall\":{\"action\":\"recolor\",\"value\":\"oak_a\"}}";
        var user = api.signedUp();
        var id = user.post("/rules", rule("n", concepts, "[]")).text("$.data.rule.id");
        var owner = new UserId(user.get("/me").text("$.data.user_id"));
        assertThat(rules.find(owner, id)
                        .blockOptional()
                        .orElseThrow()
                        .rule()
                        .concepts()
                        .keySet())
                .containsExactly("Window", "Door", "Wall");
    }

    @Test
    void theNewestComesFirst() {
        var user = api.signedUp();
        user.post("/rules", rule("old", WALL, "[]"));
        user.post("/rules", rule("new", WALL, "[]"));
        assertThat(JsonPath.<List<String>>read(user.get("/rules").body(), "$.data.rules[*].name"))
                .containsExactly("new", "old");
    }

    @Test
    void thePlansSlotsAreABoundAndDeletingFreesOne() {
        var user = api.signedUp();
        var first = user.post("/rules", rule("1", WALL, "[]")).text("$.data.rule.id");
        user.post("/rules", rule("2", WALL, "[]"));
        var third = user.post("/rules", rule("3", WALL, "[]"));
        assertThat(third.status()).isEqualTo(403);
        assertThat(third.code()).isEqualTo("RULE_SLOT_LIMIT");
        assertThat(third.text("$.error.message")).contains("2 rule slots");

        var deleted = user.delete("/rules/" + first);
        assertThat(deleted.text("$.data")).isEqualTo("{id=" + first + ", deleted=true}");
        assertThat(user.post("/rules", rule("3", WALL, "[]")).status()).isEqualTo(201);
        assertThat(user.delete("/rules/" + first).code()).isEqualTo("RULE_NOT_FOUND");
    }

    @Test
    void manyAtOnceDoNotTakeMoreThanTheSlots() throws InterruptedException, ExecutionException {
        var user = api.signedUp();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Answer>> calls = IntStream.range(0, 20)
                    .<Callable<Answer>>mapToObj(i -> () -> user.post("/rules", rule("r" + i, WALL, "[]")))
                    .toList();
            int made = 0;
            for (Future<Answer> call : threads.invokeAll(calls)) {
                made += call.get().status() == 201 ? 1 : 0;
            }
            assertThat(made).isEqualTo(2);
        }
        assertThat(user.get("/me").at("$.data.rule_slots")).isEqualTo(2);
    }

    @Test
    void aChangeTouchesOnlyWhatItNames() {
        var user = api.signedUp();
        var made = user.post("/rules", rule("old", WALL, "[\"Window\"]"));
        var path = "/rules/" + made.text("$.data.rule.id");

        var renamed = user.put(path, "{\"name\":\"new\"}");
        assertThat(renamed.status()).as(renamed.body()).isEqualTo(200);
        assertThat(renamed.at("$.data.rule.name")).isEqualTo("new");
        assertThat(renamed.at("$.data.rule.concepts")).isEqualTo(made.at("$.data.rule.concepts"));
        assertThat(renamed.at("$.data.rule.protect")).isEqualTo(made.at("$.data.rule.protect"));
        assertThat(renamed.text("$.data.rule.updated_at")).isNotEqualTo(made.text("$.data.rule.updated_at"));

        var unprotected = user.put(path, "{\"protect\":[]}");
        assertThat(unprotected.text("$.data.rule.protect")).isEqualTo("[]");
        assertThat(unprotected.at("$.data.rule.name")).isEqualTo("new");
        assertThat(user.put(path, "{\"concepts\":{\"Roof\":{\"action\":\"recolor\",\"value\":\"oak_a\"}}}")
                        .code())
                .isEqualTo("UNKNOWN_CONCEPT");
        assertThat(user.put(path, "{\"preset_id\":\"seller\"}").details()).containsKey("preset_id");
        assertThat(user.put(path, "{\"name\":\" \",\"concepts\":{}}").details()).containsKeys("name", "concepts");
    }

    @Test
    void anotherUsersRuleIsNotFound() {
        var path =
                "/rules/" + api.signedUp().post("/rules", rule("n", WALL, "[]")).text("$.data.rule.id");
        var stranger = api.signedUp();
        var changed = stranger.put(path, "{\"name\":\"mine\"}");
        assertThat(changed.status()).isEqualTo(404);
        assertThat(changed.code()).isEqualTo("RULE_NOT_FOUND");
        assertThat(stranger.delete(path).code()).isEqualTo("RULE_NOT_FOUND");
        assertThat(stranger.delete("/rules/none").at("$.error"))
                .isEqualTo(stranger.delete(path).at("$.error"));
        assertThat(stranger.get("/rules").text("$.data.rules")).isEqualTo("[]");
    }

    static String rule(String name, String concepts, String protect) {
        return "{\"name\":\"%s\",\"preset_id\":\"interior\",\"concepts\":%s,\"protect\":%s}"
                .formatted(name, concepts, protect);
    }
}
