package photoset.api.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import photoset.api.Api;
import photoset.api.ApiTest;
import photoset.api.RunningApi;
import photoset.workflows.rendering.Action;
import photoset.workflows.rendering.ActionOption;

@ApiTest
class DocsTest {
    private final Api api;
    private final Api operations;

    private final RequestMappingHandlerMapping mapping;

    DocsTest(
            @LocalServerPort int port,
            @LocalManagementPort int managementPort,
            @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mapping) {
        this.mapping = mapping;
        this.api = Api.at(port);
        this.operations = Api.at(managementPort);
    }

    @Test
    void theDocumentNamesEveryCall() {
        var document = api.get("/v3/api-docs");
        assertThat(document.text("$.openapi")).startsWith("3.1");
        var documented = new TreeSet<String>();
        JsonPath.<Map<String, Map<String, Object>>>read(document.body(), "$.paths")
                .forEach((path, calls) -> calls.keySet().forEach(verb -> documented.add(verb + " " + path)));
        assertThat(documented).hasSizeGreaterThan(10).isEqualTo(mapped());
    }

    /** What the product's controllers answer; tests bring one of their own. */
    private Set<String> mapped() {
        var calls = new TreeSet<String>();
        mapping.getHandlerMethods().forEach((call, handler) -> {
            var owner = handler.getBeanType().getPackageName();
            if (owner.startsWith("photoset.api.") && !owner.equals("photoset.api.probe")) {
                // OPTIONS says what the others are.
                for (var verb : call.getMethodsCondition().getMethods().stream()
                        .filter(method -> method != RequestMethod.OPTIONS)
                        .toList()) {
                    for (var path : call.getPatternsCondition().getPatterns()) {
                        calls.add(verb.name().toLowerCase(Locale.ROOT) + " " + path.getPatternString());
                    }
                }
            }
        });
        return calls;
    }

    @Test
    void everyCallHasANameASummaryATagAndItsRefusal() {
        var body = api.get("/v3/api-docs").body();
        for (Map<String, Object> call : JsonPath.<List<Map<String, Object>>>read(body, "$.paths.*.*")) {
            assertThat(call).containsKeys("operationId", "summary", "tags", "responses");
            assertThat(String.valueOf(call.get("responses"))).contains("#/components/schemas/Refusal");
        }
        assertThat(JsonPath.<Map<String, Object>>read(body, "$.components.schemas.Refusal.properties"))
                .containsOnlyKeys("success", "data", "error", "meta");
    }

    @Test
    void everyTagIsDeclaredAndEveryNameIsItsOwn() {
        var body = RunningApi.shared().stranger().get("/v3/api-docs").body();
        assertThat(JsonPath.<List<String>>read(body, "$.tags[*].name"))
                .containsAll(JsonPath.<List<String>>read(body, "$.paths.*.*.tags[*]"));
        assertThat(JsonPath.<List<String>>read(body, "$.paths.*.*.operationId")).doesNotHaveDuplicates();
    }

    @Test
    void aMethodThatNobodyServesIsRefusedAsOne() {
        var refused = api.send(HttpMethod.TRACE, "/presets", null);

        assertThat(refused.status()).as(refused.body()).isEqualTo(405);
    }

    @Test
    void theDocumentHoldsWhatTheChecksHold() {
        var body = RunningApi.shared().stranger().get("/v3/api-docs").body();
        var schemas = "$.components.schemas.";
        assertThat(JsonPath.<Object>read(body, schemas + "Tone.additionalProperties"))
                .isEqualTo(false);
        assertThat(JsonPath.<List<String>>read(body, schemas + "Recolor.required"))
                .containsExactly("action", "value");
        assertThat(JsonPath.<List<Object>>read(
                        body, schemas + "NewRule.properties.concepts.additionalProperties.oneOf"))
                .hasSize(Action.class.getPermittedSubclasses().length);
        assertThat(JsonPath.<Object>read(body, schemas + "NewRule.properties.concepts.maxProperties"))
                .isEqualTo(16);
        assertThat(JsonPath.<List<String>>read(body, schemas + "CreateJobRequest.properties.preset.enum"))
                .contains("interior", "seller");
        assertThat(JsonPath.<List<Object>>read(body, schemas + "CreateJobRequest.oneOf"))
                .hasSize(3);
        assertThat(JsonPath.<Object>read(body, schemas + "ExecuteRequest.properties.variants.maxItems"))
                .isEqualTo(3);
    }

    @ParameterizedTest
    @MethodSource("actions")
    void anOptionHasTheRangeAndDefaultOfItsAction(Class<? extends Action> action) {
        var body = RunningApi.shared().stranger().get("/v3/api-docs").body();
        for (var option : ActionOption.of(action)) {
            var schema = "$.components.schemas." + action.getSimpleName() + ".properties." + option.name();
            option.interval().ifPresent(interval -> {
                assertThat(JsonPath.<Number>read(body, schema + ".minimum").doubleValue())
                        .isEqualTo(interval.min());
                assertThat(JsonPath.<Number>read(body, schema + ".maximum").doubleValue())
                        .isEqualTo(interval.max());
            });
            option.word()
                    .ifPresent(word -> assertThat(JsonPath.<List<Object>>read(body, schema + "..default"))
                            .singleElement()
                            .hasToString(
                                    option.interval().isPresent()
                                            ? Double.valueOf(word).toString()
                                            : word));
        }
    }

    static Stream<Class<?>> actions() {
        return Arrays.stream(Action.class.getPermittedSubclasses());
    }

    @Test
    void whatNeedsATokenSaysSo() {
        var body = api.get("/v3/api-docs").body();
        assertThat(JsonPath.<List<Object>>read(body, "$.paths['/rules'].post.security[*].bearer"))
                .hasSize(1);
        assertThat(JsonPath.<Map<String, Object>>read(body, "$.paths['/presets'].get"))
                .doesNotContainKey("security");
        assertThat(JsonPath.<Object>read(body, "$.components.securitySchemes.bearer.scheme"))
                .isEqualTo("bearer");
        assertThat(JsonPath.<List<String>>read(body, "$.paths['/rules'].post.parameters[*].name"))
                .containsExactly("Idempotency-Key");
    }

    @Test
    void everyFieldIsInSnakeCaseAndTheEnvelopeIsTyped() {
        var body = api.get("/v3/api-docs").body();
        for (Map<String, Object> fields :
                JsonPath.<List<Map<String, Object>>>read(body, "$.components.schemas.*.properties")) {
            assertThat(fields.keySet()).allSatisfy(name -> assertThat(name).matches("[a-z0-9]+(_[a-z0-9]+)*"));
        }
        assertThat(JsonPath.<Object>read(body, "$.components.schemas.EnvelopeAccount.properties.data['$ref']"))
                .isEqualTo("#/components/schemas/Account");
        assertThat(JsonPath.<List<String>>read(body, "$.components.schemas.Account.required"))
                .contains("user_id", "held_credits");
        assertThat(JsonPath.<List<String>>read(body, "$.components.schemas.EnvelopeAccount.required"))
                .contains("data", "meta");
        assertThat(JsonPath.<Map<String, Object>>read(body, "$.components.schemas.RuleChange"))
                .doesNotContainKey("required");
    }

    @Test
    void theDocsPageIsServed() {
        var redirect = api.get("/docs", "Accept", "text/html");
        assertThat(redirect.status()).isEqualTo(302);
        var page = api.get(String.valueOf(redirect.headers().getFirst("Location")), "Accept", "text/html");
        assertThat(page.status()).as(String.valueOf(redirect.headers())).isEqualTo(200);
        assertThat(page.body()).contains("swagger-ui");
        assertThat(page.headers().getFirst("Content-Security-Policy")).contains("style-src 'self' 'unsafe-inline'");
    }

    @Test
    void healthIsOpenAndAnEnvelope() {
        var answer = api.get("/health");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text("$.data")).isEqualTo("{status=ok, parts={database=up}}");
    }

    @Test
    void operatorsSeeHealthAndMetricsOnTheirPortAndNothingElse() {
        assertThat(operations.get("/actuator/health").at("$.status")).isEqualTo("UP");
        assertThat(operations.get("/actuator/health/liveness").status()).isEqualTo(200);
        assertThat(operations.get("/actuator/health/readiness").status()).isEqualTo(200);
        assertThat(operations.get("/actuator/prometheus").body()).contains("jvm_memory_used_bytes");
        for (String hidden : List.of("/actuator/env", "/actuator/heapdump", "/actuator/beans", "/actuator/loggers")) {
            assertThat(operations.get(hidden).status()).as(hidden).isIn(401, 404);
        }
    }

    @Test
    void thePublicPortHasNoActuator() {
        assertThat(api.get("/actuator/health").status()).isEqualTo(401);
        assertThat(api.signedUp().get("/actuator/health").status()).isEqualTo(404);
        assertThat(api.signedUp().get("/actuator/prometheus").status()).isEqualTo(404);
    }
}
