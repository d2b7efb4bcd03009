package photoset.api.plans;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import photoset.api.Api;
import photoset.api.ApiTest;

@ApiTest
class PlanTest {
    private final Api api;
    private final ApplicationContextRunner app = new ApplicationContextRunner().withUserConfiguration(Settings.class);

    PlanTest(@LocalServerPort int port) {
        this.api = Api.at(port);
    }

    @Test
    void theTableIsThatOfTheContract() {
        var answer = api.get("/plans");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.at("$.data.plans[0]"))
                .isEqualTo(Map.of(
                        "id",
                        "free",
                        "max_concurrent_jobs",
                        1,
                        "max_rule_slots",
                        2,
                        "max_items_per_job",
                        10,
                        "credits",
                        10,
                        "watermark",
                        true,
                        "priority",
                        3,
                        "retention_days",
                        7));
        assertThat(answer.at("$.data.plans[1]"))
                .isEqualTo(Map.of(
                        "id",
                        "pro",
                        "max_concurrent_jobs",
                        3,
                        "max_rule_slots",
                        20,
                        "max_items_per_job",
                        200,
                        "credits",
                        200,
                        "watermark",
                        false,
                        "priority",
                        1,
                        "retention_days",
                        30));
        assertThat(answer.at("$.data.plans.length()")).isEqualTo(2);
    }

    @Test
    void nobodyNamesAPriceUnlessTheOperatorDoes() {
        assertThat(api.get("/plans").at("$.data.top_up")).isNull();
        var priced = new PlanController(new TopUpSettings(100L, new BigDecimal("9.90"), "EUR"))
                .list(MockServerWebExchange.from(MockServerHttpRequest.get("/plans")));
        assertThat(priced.data()).extracting("topUp").isEqualTo(new PlanController.TopUp(100, "9.90", "EUR"));
    }

    @Test
    void everybodyMayAskAndKeepTheAnswer() {
        var answer = api.with("a stale token").get("/plans");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers().getCacheControl()).isEqualTo("max-age=3600, public");
    }

    @Test
    void theDocumentSaysSo() {
        var document = api.get("/v3/api-docs");
        assertThat(document.text("$.paths['/plans'].get.operationId")).isEqualTo("listPlans");
        assertThat(document.text("$.paths['/plans'].get")).doesNotContain("security");
        assertThat(document.text("$.components.schemas.PlanDetail.required")).contains("retention_days");
        assertThat(document.text("$.components.schemas.Plans.required")).doesNotContain("top_up");
    }

    @Test
    void thePriceIsASetting() {
        app.withPropertyValues(
                        "photoset.top-up.credits=100", "photoset.top-up.price=9.90", "photoset.top-up.currency=EUR")
                .run(context -> assertThat(context.getBean(TopUpSettings.class))
                        .isEqualTo(new TopUpSettings(100L, new BigDecimal("9.90"), "EUR")));
        app.run(context ->
                assertThat(context.getBean(TopUpSettings.class)).isEqualTo(new TopUpSettings(null, null, null)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "photoset.top-up.credits=100",
                "photoset.top-up.credits=0,photoset.top-up.price=1,photoset.top-up.currency=EUR",
                "photoset.top-up.credits=1,photoset.top-up.price=-1,photoset.top-up.currency=EUR",
                "photoset.top-up.credits=1,photoset.top-up.price=1,photoset.top-up.currency=EURO",
                "photoset.top-up.credit=1"
            })
    void aPriceThatMakesNoSenseStopsTheStart(String properties) {
        app.withPropertyValues(properties.split(","))
                .run(context -> assertThat(context).getFailure().hasStackTraceContaining("photoset.top-up"));
    }

    @EnableConfigurationProperties(TopUpSettings.class)
    static class Settings {}
}
