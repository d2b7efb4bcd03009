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
    private final String job = uploaded();

    private String uploaded() {
        var id = api.post("/jobs", "{\"preset\": \"interior\", \"item_count\": 1}")
                .text("$.data.job_id");
        api.post("/jobs/" + id + "/confirm-upload", null);
        return id;
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
                    {}                                                                        | VALIDATION_FAILED | concepts
                    {"concepts": {}}                                                          | VALIDATION_FAILED | concepts
                    {"concepts": {"Wall": null}}                                              | VALIDATION_FAILED | concepts.Wall
                    {"concepts": {"Wall": {"action": "recolor", "value": "reddish"}}}         | VALIDATION_FAILED | concepts.Wall.value
                    {"concepts": {"Wall": {"action": "recolor", "value": "#112233", "keep_light": 2}}} | VALIDATION_FAILED | concepts.Wall.keep_light
                    {"concepts": {"Wall": {"action": "recolor", "value": "#112233"}}, "instances": []} | VALIDATION_FAILED | instances
                    {"concepts": {"Wall": {"action": "recolor", "value": "#112233"}}, "variants": []} | VALIDATION_FAILED | variants
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
