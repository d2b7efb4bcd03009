package photoset.api.execution;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import photoset.api.Api;
import photoset.api.RunningApi;

class ExecutionTest {
    private static final RunningApi RUNNING = RunningApi.shared();

    private final Api api = RUNNING.free();
    private final String job = api.uploadedJob(1);

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
                    {}                                                                        | VALIDATION_FAILED | concepts
                    {"concepts": {}}                                                          | VALIDATION_FAILED | concepts
                    {"concepts": {"Wall": null}}                                              | VALIDATION_FAILED | concepts.Wall
                    {"concepts": {"Wall": {"action": "recolor", "value": "reddish"}}}         | VALIDATION_FAILED | concepts.Wall.value
                    {"concepts": {"Wall": {"action": "recolor", "value": "#112233", "keep_light": 2}}} | VALIDATION_FAILED | concepts.Wall.keep_light
                    {"concepts": {"Wall": {"action": "recolor", "value": "#112233"}}, "instances": []} | VALIDATION_FAILED | instances
                    {"concepts": {"Wall": {"action": "recolor", "value": "#112233"}}, "variants": []} | VALIDATION_FAILED | concepts
                    {"variants": []}                                                          | VALIDATION_FAILED | variants
                    {"variants": [null]}                                                      | VALIDATION_FAILED | variants[0]
                    {"variants": [{"id": "A", "rule_id": "r"}]}                               | VALIDATION_FAILED | variants[0].id
                    {"variants": [{"rule_id": "r"}]}                                          | VALIDATION_FAILED | variants[0].id
                    {"variants": [{"id": "a", "rule_id": "r"}, {"id": "a", "rule_id": "r"}]}  | VALIDATION_FAILED | variants[1].id
                    {"variants": [{"id": "a", "name": " ", "rule_id": "r"}]}                  | VALIDATION_FAILED | variants[0].name
                    {"variants": [{"id": "a", "rule_id": "r"}], "rule_id": "r"}               | VALIDATION_FAILED | rule_id
                    {"variants": [{"id": "a"}, {"id": "b"}, {"id": "c"}, {"id": "d"}]}        | VALIDATION_FAILED | variants
                    {"variants": [{"id": "a"}]}                                               | VALIDATION_FAILED | variants[0].concepts
                    {"variants": [{"id": "a", "colour": "red"}]}                              | VALIDATION_FAILED | variants[0].colour
                    {"variants": [{"id": "a", "concepts": {"Sky": {"action": "blur"}}}]}      | UNKNOWN_CONCEPT | variants[0].concepts.Sky
                    {"variants": [{"id": "a", "concepts": {"Wall": {"action": "blur"}}}], "protect": ["Sky"]} | UNKNOWN_CONCEPT | protect.Sky
                    {"concepts": {"Wall": {"action": "recolor", "value": "#112233"}}, "output_template": "x"} | VALIDATION_FAILED | output_template
                    {"concepts": {"Sky": {"action": "recolor", "value": "#112233"}}}          | UNKNOWN_CONCEPT | concepts.Sky
                    """)
    void namesWhatIsWrongWithARule(String body, String code, String field) {
        var refused = api.post("/jobs/" + job + "/execute", body);

        assertThat(refused.code()).as(refused.body()).isEqualTo(code);
        assertThat(refused.status()).isEqualTo(code.equals("UNKNOWN_CONCEPT") ? 422 : 400);
        assertThat(refused.details()).containsKey(field);
        assertThat(RUNNING.records.line("select status from jobs where id = '" + job + "'"))
                .isEqualTo("uploaded");
    }

    @Test
    void namesWhatIsWrongWithEveryVariantAtOnce() {
        var refused = api.post("/jobs/" + job + "/execute", """
                {"output_format": "jpeg", "variants": [
                    {"id": "a", "concepts": {"Wall": {"action": "recolor", "value": "reddish"}}},
                    {"id": "b", "concepts": {"Wall": {"action": "recolor", "value": "sage"}}},
                    {"id": "c", "concepts": {"Wall": {"action": "recolor", "value": "sage", "keep_light": 2}}}]}""");

        assertThat(refused.status() + " " + refused.code()).isEqualTo("400 VALIDATION_FAILED");
        assertThat(refused.details())
                .containsOnlyKeys("variants[0].concepts.Wall.value", "variants[2].concepts.Wall.keep_light");
    }

    @Test
    void aVariantMayTakeASavedRuleAndNobodyElses() {
        var refused = api.post("/jobs/" + job + "/execute", """
                {"variants": [
                    {"id": "a", "concepts": {"Wall": {"action": "recolor", "value": "sage"}}},
                    {"id": "b", "rule_id": "nobodys"}]}""");

        assertThat(refused.status() + " " + refused.code()).isEqualTo("404 RULE_NOT_FOUND");
        assertThat(refused.details()).containsOnlyKeys("variants[1]");
    }

    @Test
    void aRuleOfAnotherUserDoesNotExist() {
        var other = RUNNING.free().post("/rules", """
                        {"name": "Oak", "preset_id": "interior", "protect": [],
                         "concepts": {"Floor": {"action": "recolor", "value": "#112233"}}}""").text("$.data.rule.id");
        var refused = api.post("/jobs/" + job + "/execute", "{\"rule_id\": \"" + other + "\"}");

        assertThat(refused.status() + " " + refused.code()).isEqualTo("404 RULE_NOT_FOUND");
    }

    @Test
    void aRuleForAnotherPresetDoesNotFit() {
        var rule = api.post("/rules", """
                        {"name": "Red", "preset_id": "seller", "protect": [],
                         "concepts": {"Body": {"action": "recolor", "value": "#112233"}}}""").text("$.data.rule.id");
        var refused = api.post("/jobs/" + job + "/execute", "{\"rule_id\": \"" + rule + "\"}");

        assertThat(refused.status() + " " + refused.code()).isEqualTo("400 VALIDATION_FAILED");
        assertThat(refused.details()).containsKey("rule_id");
    }
}
