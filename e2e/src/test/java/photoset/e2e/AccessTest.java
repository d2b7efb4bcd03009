package photoset.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import photoset.cli.client.ApiResponse;
import photoset.e2e.harness.Job;
import photoset.e2e.harness.Json;
import photoset.e2e.harness.Photos;
import photoset.e2e.harness.Server;
import photoset.e2e.harness.Tokens;

/** Who may do what, and how often. */
class AccessTest {
    private final Server server = Server.shared();

    @Test
    void nobodyGetsInWithoutAToken() {
        expect(server.client().get("/me"), 401, "AUTH_REQUIRED");
        expect(server.client().post("/jobs", Map.of("preset", "interior", "item_count", 1)), 401, "AUTH_REQUIRED");
    }

    @Test
    void expiredAndForgedTokensAreToldApart() {
        var user = server.newUser();
        var expired = server.tokens().expired(user.id());
        expect(server.client().as(expired).get("/me"), 401, "TOKEN_EXPIRED");
        var forged = new Tokens("a secret of thirty-two bytes, but not ours").of(user.id());
        expect(server.client().as(forged).get("/me"), 401, "TOKEN_INVALID");
        expect(server.client().as("no token at all").get("/me"), 401, "TOKEN_INVALID");
    }

    @TestFactory
    Stream<DynamicTest> anotherUsersJobIsNotFound() {
        var job = Job.confirmed(server, server.newUser(), Photos.plain());
        var stranger = server.newUser().client();
        return Stream.of(
                        List.of("GET", ""),
                        List.of("POST", "/confirm-upload"),
                        List.of("POST", "/execute"),
                        List.of("POST", "/cancel"),
                        List.of("GET", "/events"))
                .map(call -> DynamicTest.dynamicTest(String.join(" ", call), () -> {
                    var body = call.getLast().equals("/execute") ? Json.text(Job.SAGE_WALLS) : null;
                    var path = job.calls().path(call.getLast());
                    expect(stranger.call(call.getFirst(), path, body), 404, "JOB_NOT_FOUND");
                }));
    }

    @Test
    void anotherUsersRuleIsNotFound() {
        var rule = server.newUser()
                .client()
                .post(
                        "/rules",
                        Map.of(
                                "name",
                                "sage walls",
                                "preset_id",
                                "interior",
                                "concepts",
                                Job.SAGE_WALLS.get("concepts"),
                                "protect",
                                List.of()))
                .orRefuse()
                .path("rule")
                .path("id")
                .asString();
        var user = server.newUser();
        var job = Job.confirmed(server, user, Photos.plain());
        expect(job.calls().execute(Map.of("rule_id", rule)), 404, "RULE_NOT_FOUND");
        expect(user.client().delete("/rules/" + rule), 404, "RULE_NOT_FOUND");
        job.calls().cancel().orRefuse();
        assertThat(user.credits()).isEqualTo(10);
    }

    @Test
    void aSecondJobAtTheSameTimeIsRefusedOnTheFreePlan() {
        var user = server.newUser();
        var first = Job.uploaded(server, user, Photos.plain());
        var second = user.client().post("/jobs", Map.of("preset", "interior", "item_count", 1));
        expect(second, 429, "CONCURRENCY_LIMIT");
        first.calls().cancel().orRefuse();
        assertThat(user.client()
                        .post("/jobs", Map.of("preset", "interior", "item_count", 1))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void morePhotosThanThePlanAllowsAreRefused() {
        var answer = server.newUser().client().post("/jobs", Map.of("preset", "interior", "item_count", 11));
        expect(answer, 400, "ITEM_LIMIT");
        assertThat(answer.message()).contains("10");
    }

    @Test
    void workBeginsOnlyAfterTheConfirmation() {
        var user = server.newUser();
        var job = Job.uploaded(server, user, Photos.plain());
        expect(job.calls().execute(Job.SAGE_WALLS), 409, "INVALID_TRANSITION");
        assertThat(user.credits()).isEqualTo(10);
    }

    @Test
    void whoHasTooFewCreditsIsToldHowMany() {
        var user = server.newUser();
        Job.executed(server, user, Job.SAGE_WALLS, Photos.plain()).end();
        assertThat(user.credits()).isEqualTo(9);
        var photos = Stream.generate(Photos::plain).limit(10).toArray(byte[][]::new);
        var refused = Job.uploaded(server, user, photos).calls().confirm();
        expect(refused, 402, "INSUFFICIENT_CREDITS");
        var details = refused.body().path("error").path("details").path(0);
        assertThat(details.path("needed").asInt()).isEqualTo(10);
        assertThat(details.path("available").asInt()).isEqualTo(9);
        assertThat(user.credits()).isEqualTo(9);
        assertThat(user.held()).isZero();
    }

    @Test
    void aRepeatedKeyReplaysTheFirstAnswer() {
        var user = server.newUser();
        var keyed = user.client().with("Idempotency-Key", "album-of-monday");
        var order = Map.of("preset", "interior", "item_count", 2);
        var first = keyed.post("/jobs", order);
        var second = keyed.post("/jobs", order);
        assertThat(first.status()).isEqualTo(201);
        assertThat(second.status()).isEqualTo(201);
        assertThat(second.data().path("job_id")).isEqualTo(first.data().path("job_id"));
        expect(keyed.post("/jobs", Map.of("preset", "interior", "item_count", 3)), 409, "IDEMPOTENCY_CONFLICT");
    }

    private static void expect(ApiResponse answer, int status, String code) {
        assertThat(answer.status()).describedAs(answer.body().toString()).isEqualTo(status);
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.message()).isNotBlank();
    }
}
