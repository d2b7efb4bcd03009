package photoset.api.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.r2dbc.core.DatabaseClient;
import photoset.api.Api;
import photoset.api.Api.Answer;
import photoset.api.ApiTest;
import photoset.api.probe.Probe;

@ApiTest
class IdempotencyTest {
    private static final String RULE = rule("n");
    private static final String KEY = "Idempotency-Key";

    /** The default. */
    private static final int KEYS_PER_USER_MAX = 5000;

    private final int port;
    private final Api api;
    private final DatabaseClient sql;
    private final Probe probe;
    private final IdempotencyKeys keys;

    IdempotencyTest(@LocalServerPort int port, DatabaseClient sql, Probe probe, IdempotencyKeys keys) {
        this.port = port;
        this.api = Api.at(port);
        this.sql = sql;
        this.probe = probe;
        this.keys = keys;
    }

    @Test
    void aRepeatedRequestGetsTheFirstAnswer() {
        var user = api.signedUp();
        var first = user.post("/rules", RULE, KEY, "k");
        var second = user.post("/rules", RULE, KEY, "k");
        assertThat(first.status()).isEqualTo(201);
        assertThat(first.headers().containsHeader("Idempotency-Replayed")).isFalse();
        assertThat(second.status()).isEqualTo(201);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.headers().getFirst("Idempotency-Replayed")).isEqualTo("true");
        assertThat(second.headers().getFirst("Content-Type")).isEqualTo("application/json");
        assertThat(names(user)).containsExactly("n");
    }

    @Test
    void theQuotesOfTheStandardMakeNoDifference() {
        var user = api.signedUp();
        user.post("/rules", RULE, KEY, "\"k\"");
        assertThat(user.post("/rules", RULE, KEY, "k").headers().getFirst("Idempotency-Replayed"))
                .isEqualTo("true");
    }

    @Test
    void putAndDeleteAreReplayedToo() {
        var user = api.signedUp();
        var path = "/rules/" + user.post("/rules", RULE).text("$.data.rule.id");
        user.put(path, "{\"name\":\"b\"}", KEY, "put");
        user.put(path, "{\"name\":\"c\"}");
        assertThat(user.put(path, "{\"name\":\"b\"}", KEY, "put").at("$.data.rule.name"))
                .isEqualTo("b");
        assertThat(names(user)).containsExactly("c");
        user.delete(path, KEY, "delete");
        assertThat(user.delete(path, KEY, "delete").status()).isEqualTo(200);
        assertThat(user.delete(path, KEY, "another").status()).isEqualTo(404);
    }

    @Test
    void aCallThatNobodyServesIsRefusedAsThatAndUsesNoKey() {
        var user = api.signedUp();
        var path = "/rules/" + user.post("/rules", RULE, KEY, "used").text("$.data.rule.id");

        assertThat(user.post(path, "{}", KEY, "used").status()).isEqualTo(405);
        assertThat(user.put("/rules", "{}", KEY, "new").status()).isEqualTo(405);
        assertThat(user.post("/nothing", "{}", KEY, "new").status()).isEqualTo(404);
        assertThat(user.put(path, "{\"name\":\"b\"}", KEY, "new").status()).isEqualTo(200);
    }

    @Test
    void aRefusalIsAnAnswerToo() {
        var user = api.signedUp();
        var first = user.post("/rules", "{}", KEY, "k");
        var second = user.post("/rules", "{}", KEY, "k");
        assertThat(first.status()).isEqualTo(400);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.headers().getFirst("Idempotency-Replayed")).isEqualTo("true");
    }

    @Test
    void anotherRequestUnderTheSameKeyIsRefused() {
        var user = api.signedUp();
        user.post("/rules", RULE, KEY, "k");
        for (Answer other : new Answer[] {
            user.post("/rules", rule("other"), KEY, "k"),
            user.post("/rules?x=1", RULE, KEY, "k"),
            user.post("/probe/flaky", RULE, KEY, "k"),
            user.put("/rules/any", RULE, KEY, "k")
        }) {
            assertThat(other.status()).as(other.body()).isEqualTo(409);
            assertThat(other.code()).isEqualTo("IDEMPOTENCY_CONFLICT");
            assertThat(other.headers().containsHeader("Retry-After")).isFalse();
        }
    }

    @Test
    void anotherUsersKeyIsAnotherKey() {
        var first = api.signedUp().post("/rules", RULE, KEY, "k");
        var second = api.signedUp().post("/rules", RULE, KEY, "k");
        assertThat(second.status()).isEqualTo(201);
        assertThat(second.text("$.data.rule.id")).isNotEqualTo(first.text("$.data.rule.id"));
    }

    @Test
    void ofManyAtOnceOneDoesTheWork() throws InterruptedException, ExecutionException {
        var user = api.signedUp();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Answer>> calls = IntStream.range(0, 30)
                    .<Callable<Answer>>mapToObj(_ -> () -> user.post("/rules", RULE, KEY, "k"))
                    .toList();
            for (Future<Answer> call : threads.invokeAll(calls)) {
                assertThat(call.get().status()).isIn(201, 409);
            }
        }
        assertThat(names(user)).containsExactly("n");
        assertThat(user.post("/rules", RULE, KEY, "k").status()).isEqualTo(201);
    }

    @Test
    void aFailureOfOursAndARefusalForNowAreWorthAnotherTry() {
        var user = api.signedUp();
        int failed = user.post("/probe/flaky", null, KEY, "k").status();
        int again = failed == 500
                ? user.post("/probe/flaky", null, KEY, "k").status()
                : user.post("/probe/flaky", null, KEY, "k2").status();
        assertThat(again).isEqualTo(failed == 500 ? 200 : 500);

        int before = probe.calls();
        var busy = user.post("/probe/busy", null, KEY, "b");
        assertThat(busy.code()).isEqualTo("CONCURRENCY_LIMIT");
        assertThat(busy.headers().getFirst("Retry-After")).isEqualTo("2");
        user.post("/probe/busy", null, KEY, "b");
        assertThat(probe.calls()).isEqualTo(before + 2);
    }

    @Test
    void whoGoesAwayFindsTheAnswerLater() {
        probe.shut();
        int before = probe.calls();
        var token = api.post("/auth/anon", null).text("$.data.token");
        var user = api.with(token);
        try (var http = HttpClient.newHttpClient()) {
            var call = http.sendAsync(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/probe/slow"))
                            .header("Authorization", "Bearer " + token)
                            .header(KEY, "k")
                            .POST(HttpRequest.BodyPublishers.noBody())
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            await().until(() -> probe.calls() == before + 1);
            var meanwhile = user.post("/probe/slow", null, KEY, "k");
            assertThat(meanwhile.status()).isEqualTo(409);
            assertThat(meanwhile.headers().getFirst("Retry-After")).isEqualTo("1");
            call.cancel(true);
            http.shutdownNow();
        }
        probe.open();
        await().untilAsserted(() ->
                assertThat(user.post("/probe/slow", null, KEY, "k").status()).isEqualTo(200));
        assertThat(probe.calls()).isEqualTo(before + 1);
    }

    @Test
    void afterADayTheKeyIsFreeAgain() {
        var user = api.signedUp();
        user.post("/rules", RULE, KEY, "day");
        age(user, "23 hours 59 minutes");
        assertThat(user.post("/rules", RULE, KEY, "day").headers().getFirst("Idempotency-Replayed"))
                .isEqualTo("true");
        age(user, "24 hours");
        assertThat(user.post("/rules", rule("second"), KEY, "day").status()).isEqualTo(201);
        assertThat(names(user)).containsExactly("second", "n");
    }

    @Test
    void oldKeysAreDeletedAndYoungOnesStay() {
        var old = api.signedUp();
        var young = api.signedUp();
        old.post("/rules", RULE, KEY, "k");
        young.post("/rules", RULE, KEY, "k");
        age(old, "25 hours");
        assertThat(keys.sweep().block()).isGreaterThanOrEqualTo(1);
        assertThat(young.post("/rules", RULE, KEY, "k").headers().getFirst("Idempotency-Replayed"))
                .isEqualTo("true");
        assertThat(old.post("/rules", RULE, KEY, "k").headers().containsHeader("Idempotency-Replayed"))
                .isFalse();
    }

    @Test
    void oneSweepDeletesMoreThanOneBite() {
        var user = api.signedUp();
        sql.sql("""
                        insert into idempotency_keys (owner, key, fingerprint, created_at)
                        select :o, 'old' || n, 'f', now() - interval '25 hours' from generate_series(1, 20001) as n""").bind("o", id(user)).then().block();
        assertThat(keys.sweep().block()).isGreaterThanOrEqualTo(20_001);
        assertThat(kept(user)).isZero();
    }

    @Test
    void aUserHasAQuotaOfKeysAndWhatWasKeptIsStillReplayed() {
        var user = api.signedUp();
        user.post("/rules", RULE, KEY, "k");
        sql.sql("""
                        insert into idempotency_keys (owner, key, fingerprint)
                        select :o, 'other' || n, 'f' from generate_series(1, :n) as n""").bind("o", id(user)).bind("n", KEYS_PER_USER_MAX - 2).then().block();
        assertThat(user.post("/rules", rule("last"), KEY, "last").status()).isEqualTo(201);

        var refused = user.delete("/rules/none", KEY, "too many");
        assertThat(refused.status() + " " + refused.code()).isEqualTo("429 RATE_LIMITED");
        assertThat(refused.headers().getFirst("Retry-After")).isEqualTo("1800");
        assertThat(kept(user)).isEqualTo(KEYS_PER_USER_MAX);
        assertThat(user.delete("/rules/none").status()).as("without a key").isEqualTo(404);
        assertThat(user.post("/rules", RULE, KEY, "k").headers().getFirst("Idempotency-Replayed"))
                .isEqualTo("true");
        assertThat(api.signedUp().post("/rules", RULE, KEY, "k").status())
                .as("another user")
                .isEqualTo(201);
    }

    @Test
    void aRequestWhoseProcessDiedIsTakenOver() {
        var user = api.signedUp();
        user.post("/rules", RULE, KEY, "k");
        sql.sql("update idempotency_keys set status = null where owner = :o")
                .bind("o", id(user))
                .then()
                .block();
        assertThat(user.post("/rules", RULE, KEY, "k").status()).isEqualTo(409);
        age(user, "3 minutes");
        assertThat(user.post("/rules", rule("other"), KEY, "k").status()).isEqualTo(409);
        assertThat(user.post("/rules", RULE, KEY, "k").status()).isEqualTo(201);
    }

    @Test
    void aKeyMustBeSane() {
        var user = api.signedUp();
        assertThat(user.post("/rules", RULE, KEY, "x".repeat(256)).details()).containsKey(KEY);
        assertThat(user.post("/rules", RULE, KEY, "\"\"").details()).containsKey(KEY);
        assertThat(user.post("/rules", RULE, KEY, "a", KEY, "b").details()).containsKey(KEY);
        assertThat(user.post("/rules", RULE, KEY, "x".repeat(255)).status()).isEqualTo(201);
    }

    @Test
    void signingUpIsNeverReplayed() {
        var first = api.post("/auth/anon", null, KEY, "k");
        var second = api.post("/auth/anon", null, KEY, "k");
        assertThat(second.status()).isEqualTo(201);
        assertThat(second.text("$.data.user_id")).isNotEqualTo(first.text("$.data.user_id"));
    }

    private void age(Api user, String by) {
        sql.sql("update idempotency_keys set created_at = now() - cast(:by as interval) where owner = :o")
                .bind("by", by)
                .bind("o", id(user))
                .then()
                .block();
    }

    private long kept(Api user) {
        return Objects.requireNonNull(sql.sql("select count(*) from idempotency_keys where owner = :o")
                .bind("o", id(user))
                .map(row -> Objects.requireNonNull(row.get(0, Long.class)))
                .one()
                .block());
    }

    private static String id(Api user) {
        return user.get("/me").text("$.data.user_id");
    }

    private static List<String> names(Api user) {
        return JsonPath.read(user.get("/rules").body(), "$.data.rules[*].name");
    }

    private static String rule(String name) {
        return ("{\"name\":\"%s\",\"preset_id\":\"interior\","
                        + "\"concepts\":{\"Wall\":{\"action\":\"recolor\",\"value\":\"oak_a\"}}}")
                .formatted(name);
    }
}
