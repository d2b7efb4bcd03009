package photoset.api.ruleparser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import photoset.api.Api;
import photoset.api.Api.Answer;
import photoset.api.ApiTest;
import tools.jackson.databind.json.JsonMapper;

/** {@code POST /rules/parse} as a client sees it. */
@ApiTest
class ParseTest {
    private static final JsonMapper JSON = new JsonMapper();

    private final Api user;
    private final Api stranger;

    ParseTest(@LocalServerPort int port) {
        this.user = Api.at(port).signedUp();
        this.stranger = Api.at(port);
    }

    @Test
    void aLineBecomesARuleThatCanBeKept() {
        var parsed = parse("interior", "walls sage, oak herringbone floor, keep the trim");

        assertThat(parsed.status()).isEqualTo(200);
        assertThat(parsed.text("$.data.rule.concepts.Wall")).isEqualTo("{action=recolor, value=sage}");
        assertThat(parsed.text("$.data.rule.concepts.Floor")).isEqualTo("{action=texture, value=oak_herringbone}");
        assertThat(parsed.text("$.data.rule.protect")).isEqualTo("[\"Grout\",\"Frame_Molding\",\"Glass_highlight\"]");
        assertThat(parsed.text("$.data.understood[2]"))
                .isEqualTo("{text=oak herringbone, at=12, meaning=oak_herringbone}");
        assertThat(parsed.text("$.data.unknown")).isEqualTo("[]");
        var kept = user.post(
                "/rules",
                "{\"name\":\"n\",\"preset_id\":\"interior\",\"concepts\":%s,\"protect\":%s}"
                        .formatted(
                                JSON.writeValueAsString(parsed.at("$.data.rule.concepts")),
                                parsed.text("$.data.rule.protect")));
        assertThat(kept.status()).as(kept.body()).isEqualTo(201);
    }

    @Test
    void whatIsNotUnderstoodIsNamed() {
        var parsed = parse("interior", "벽은 셰이지, 바닥은 헤링본");

        assertThat(parsed.status()).isEqualTo(200);
        assertThat(parsed.text("$.data.rule.concepts")).isEqualTo("{}");
        assertThat(parsed.text("$.data.unknown[*].text")).isEqualTo("[\"벽\",\"셰이지\",\"바닥\",\"헤링본\"]");
        assertThat(parsed.text("$.data.unknown[*].at")).isEqualTo("[0,3,8,12]");
        assertThat(parsed.text("$.data.unknown[1].reason")).isEqualTo("unknown_word");
        assertThat(parsed.text("$.data.unknown[3].choices")).isEqualTo("[\"oak_herringbone\",\"walnut_herringbone\"]");
    }

    @Test
    void everyBrokenFieldIsNamed() {
        var tooLong = "w".repeat(ParseController.TEXT_CHARS_MAX + 1);
        var broken = entry("text", "must have 1 to 500 characters, not all of them blank");
        assertThat(user.post("/rules/parse", "{}").details())
                .containsExactly(entry("preset", "is missing; GET /presets lists them"), broken);
        assertThat(parse("interior", " ").details()).containsExactly(broken);
        assertThat(parse("interior", tooLong).details()).containsExactly(broken);
        assertThat(parse("interior", tooLong.substring(1)).status()).isEqualTo(200);
        assertThat(parse("interior", "walls\\u0000").code()).isEqualTo("VALIDATION_FAILED");
        assertThat(user.post("/rules/parse", "{\"preset\":\"interior\",\"text\":7}")
                        .details())
                .containsExactly(entry("text", "must be a text"));
        assertThat(user.post("/rules/parse", "{\"preset\":\"interior\",\"text\":\"a\",\"lang\":\"ko\"}")
                        .details())
                .containsOnlyKeys("lang");
    }

    @Test
    void anUnknownPresetAndAStrangerAreRefused() {
        assertThat(parse("garden", "walls white").code()).isEqualTo("INVALID_PRESET");
        assertThat(stranger.post("/rules/parse", "{}").code()).isEqualTo("AUTH_REQUIRED");
    }

    @Test
    void nothingIsKeptAndTheCallIsCounted() {
        assertThat(parse("interior", "walls white").headers().headerNames())
                .anyMatch(name -> name.startsWith("RateLimit"));
        assertThat(user.get("/me").text("$.data.rule_slots")).isEqualTo("0");
    }

    @Test
    void theDocumentStatesWhatIsHeld() {
        var document = stranger.get("/v3/api-docs");
        assertThat(document.text("$.components.schemas.RuleText.properties.text.maxLength"))
                .isEqualTo("500");
        assertThat(document.text("$.components.schemas.RuleText.properties.preset.enum"))
                .isEqualTo("[\"interior\",\"seller\"]");
        assertThat(document.text("$.components.schemas.NotUnderstood.properties.reason.enum"))
                .contains("\"unknown_word\"", "\"not_combinable\"");
    }

    private Answer parse(String preset, String text) {
        return user.post("/rules/parse", "{\"preset\":\"%s\",\"text\":\"%s\"}".formatted(preset, text));
    }
}
