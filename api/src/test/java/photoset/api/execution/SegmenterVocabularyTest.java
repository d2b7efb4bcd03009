package photoset.api.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import photoset.api.Api;
import photoset.api.Records;
import photoset.api.RunningApi;
import photoset.api.TestPostgres;
import photoset.api.presets.SegmenterVocabulary;
import photoset.api.problem.ApiException;
import photoset.objects.FreePorts;
import photoset.workflows.SharedKeys;
import photoset.workflows.segmentation.Concept;
import photoset.workflows.segmentation.SegmenterDescription;

/** What execute refuses because of the segmenter, and how many concepts it takes, where rules may name any words. */
class SegmenterVocabularyTest {
    private static final String DESCRIPTION =
            "{\"model\": \"lite/1.0.0\", \"concepts\": [\"Wall\", \"Floor\"], \"takes_exemplars\": false}";

    private static Records records;
    private static HttpServer store;
    private static ConfigurableApplicationContext context;

    @BeforeAll
    static void start() throws IOException {
        store = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        store.createContext("/photoset/" + SharedKeys.SEGMENTER, exchange -> {
            try (exchange) {
                byte[] body = DESCRIPTION.getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().add("ETag", "\"0\"");
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
            }
        });
        store.start();
        var database = TestPostgres.fresh();
        records = new Records(database);
        context = RunningApi.start(
                database,
                "127.0.0.1:" + FreePorts.any(),
                "--photoset.presets.open-vocabulary=true",
                "--photoset.temporal-client.update-max=500ms",
                "--photoset.store.endpoint=http://127.0.0.1:"
                        + store.getAddress().getPort());
    }

    @AfterAll
    static void stop() {
        records.close();
        store.stop(0);
    }

    @Test
    void executeNamesWhatTheRunningSegmenterDoesNotKnow() {
        var refused = execute("""
                {"concepts": {"Wall": {"action": "blur"}, "Herringbone_Floor": {"action": "blur"}}, "protect": ["Lamp"]}""");

        assertThat(refused.status() + " " + refused.code()).as(refused.body()).isEqualTo("422 UNKNOWN_CONCEPT");
        assertThat(refused.details()).containsOnlyKeys("concepts.Herringbone_Floor", "concepts.Lamp");
        assertThat(refused.details().get("concepts.Lamp")).contains("lite/1.0.0", "Wall, Floor");
    }

    @Test
    void whatTheSegmenterKnowsGoesOnToTheWorkflow() {
        var away = execute("{\"concepts\": {\"Wall\": {\"action\": \"blur\"}}, \"protect\": []}");

        assertThat(away.code()).as(away.body()).isEqualTo("UNAVAILABLE");
    }

    @Test
    void aPresetSaysWhatTheRunningSegmenterFinds() {
        var preset = Api.at(RunningApi.port(context)).get("/presets/interior");

        assertThat(preset.at("$.data.concept_details[?(@.findable==true)].id")).hasToString("[\"Wall\",\"Floor\"]");
    }

    @Test
    void aJobNamesSixteenConceptsAtMost() {
        var refused = execute("{\"concepts\": {" + blurred(1, 17) + "}, \"protect\": []}");

        assertThat(refused.status() + " " + refused.code()).isEqualTo("400 VALIDATION_FAILED");
        assertThat(refused.details().get("concepts")).contains("at most 16", "are 17");
    }

    @Test
    void theConceptsOfAllVariantsAndTheProtectedOnesCountTogether() {
        var refused = execute("""
                {"protect": ["C20"], "variants": [
                    {"id": "a", "concepts": {%s}}, {"id": "b", "concepts": {%s}}]}""".formatted(blurred(1, 8), blurred(8, 16)));

        assertThat(refused.status() + " " + refused.code()).isEqualTo("400 VALIDATION_FAILED");
        assertThat(refused.details().get("concepts")).contains("are 17");
    }

    @Test
    void aRuleOfMoreConceptsThanAJobTakesIsNotSaved() {
        var refused = Api.at(RunningApi.port(context))
                .signedUp()
                .post(
                        "/rules",
                        "{\"name\": \"All\", \"preset_id\": \"interior\", \"protect\": [], \"concepts\": {"
                                + blurred(1, 17) + "}}");

        assertThat(refused.status() + " " + refused.code()).isEqualTo("400 VALIDATION_FAILED");
    }

    @Test
    void whileNothingIsKnownEveryConceptPassesAndTheStoreIsAskedOnce() {
        var asked = new AtomicInteger();
        var away = new SegmenterVocabulary(
                () -> {
                    asked.incrementAndGet();
                    throw new IllegalStateException("away");
                },
                Duration.ofMinutes(1));
        for (int time = 0; time < 3; time++) {
            assertThatCode(() -> away.refuseUnknown(List.of(concept("Lamp"))).block())
                    .doesNotThrowAnyException();
        }
        assertThat(asked).hasValue(1);
    }

    @Test
    void peopleAreLookedForOnlyWhereTheyAreFoundForSure() {
        var person = concept("Person");
        var open =
                new SegmenterVocabulary(() -> Optional.of(SegmenterDescription.open("sam3/1")), Duration.ofMinutes(1));
        var closed = new SegmenterVocabulary(
                () -> Optional.of(new SegmenterDescription("lite/1.0.0", List.of("Wall"), false)),
                Duration.ofMinutes(1));
        var nothing = new SegmenterVocabulary(Optional::empty, Duration.ofMinutes(1));

        assertThat(open.finds(person).block()).isTrue();
        assertThat(closed.finds(person).block()).isFalse();
        assertThat(nothing.finds(person).block()).isFalse();
    }

    @Test
    void anotherSegmenterIsNoticedWhenTheOldDescriptionIsForgotten() {
        var read = new AtomicInteger();
        var vocabulary = new SegmenterVocabulary(
                () -> Optional.of(
                        read.incrementAndGet() == 1
                                ? new SegmenterDescription("lite/1.0.0", List.of("Wall"), false)
                                : SegmenterDescription.open("sam3/1")),
                Duration.ZERO);
        assertThatThrownBy(
                        () -> vocabulary.refuseUnknown(List.of(concept("Lamp"))).block())
                .isInstanceOf(ApiException.class);
        assertThatCode(() -> vocabulary.refuseUnknown(List.of(concept("Lamp"))).block())
                .doesNotThrowAnyException();
    }

    private static Api.Answer execute(String body) {
        var api = Api.at(RunningApi.port(context)).signedUp();
        var user = RunningApi.user(api);
        return api.post("/jobs/" + records.job(user, "job_" + user, 1) + "/execute", body);
    }

    private static String blurred(int from, int to) {
        return IntStream.rangeClosed(from, to)
                .mapToObj(i -> "\"C" + i + "\": {\"action\": \"blur\"}")
                .collect(Collectors.joining(", "));
    }

    private static Concept concept(String id) {
        return new Concept(id, id, Concept.Kind.STUFF);
    }
}
