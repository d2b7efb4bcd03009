package photoset.api.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpMethod;
import photoset.api.Api;
import photoset.api.Api.Answer;
import photoset.api.ApiTest;

@ApiTest
class ProblemTest {
    private final Api api;
    private final Environment settings;

    ProblemTest(@LocalServerPort int port, Environment settings) {
        this.api = Api.at(port);
        this.settings = settings;
    }

    @Test
    void everyRefusalIsAnEnvelope() {
        var user = api.signedUp();
        refused(user.get("/nowhere"), 404, "NOT_FOUND");
        refused(api.get("/presets/interior/none"), 404, "NOT_FOUND");
        refused(user.send(HttpMethod.PATCH, "/rules", "{}"), 405, "METHOD_NOT_ALLOWED");
        refused(user.get("/me", "Accept", "image/png"), 406, "NOT_ACCEPTABLE");
        refused(user.post("/rules", null, "Content-Type", "text/plain"), 415, "UNSUPPORTED_MEDIA_TYPE");
        refused(user.post("/rules", "\"" + "x".repeat(1 << 20) + "\""), 413, "PAYLOAD_TOO_LARGE");
        refused(
                user.post("/rules", "\"" + "x".repeat(1 << 20) + "\"", "Idempotency-Key", "k"),
                413,
                "PAYLOAD_TOO_LARGE");
        refused(user.get("/rules;x=1"), 400, "VALIDATION_FAILED");
        refused(user.get("/probe/failure"), 500, "INTERNAL_ERROR");
    }

    @Test
    void theMethodsThatWorkAreNamed() {
        var answer = api.signedUp().send(HttpMethod.PATCH, "/rules", "{}");
        assertThat(answer.headers().getAllow()).contains(HttpMethod.GET, HttpMethod.POST);
    }

    @Test
    void aWrongParameterIsNamed() {
        var user = api.signedUp();
        assertThat(user.get("/probe/number?pageSize=many").details())
                .containsEntry("pageSize", "must be a whole number");
        assertThat(user.get("/probe/number").details()).containsEntry("pageSize", "is missing");
    }

    @Test
    void anInnerFailureShowsNothingInner() {
        var answer = api.signedUp().get("/probe/failure");
        assertThat(answer.body()).doesNotContain("inner-host").doesNotContain("IllegalState");
    }

    @Test
    void aBodyOfManyPhotosFits() {
        var answer = api.signedUp().post("/rules", "{\"name\":\"" + "x".repeat(900_000) + "\"}");
        assertThat(answer.code()).isEqualTo("VALIDATION_FAILED");
    }

    @Test
    void theIdOfTheRequestIsOnEveryAnswer() {
        var own = api.get("/presets", "X-Request-Id", "my-id_1.2");
        assertThat(own.at("$.meta.request_id")).isEqualTo("my-id_1.2");
        assertThat(own.headers().get("X-Request-Id")).containsExactly("my-id_1.2");

        var refused = api.get("/me", "X-Request-Id", "my-id");
        assertThat(refused.at("$.meta.request_id")).isEqualTo("my-id");
        assertThat(refused.headers().getFirst("X-Request-Id")).isEqualTo("my-id");

        var insane = api.get("/presets", "X-Request-Id", "a b<script>");
        assertThat(insane.text("$.meta.request_id")).matches("[0-9a-f-]{36}");
        assertThat(insane.headers().getFirst("X-Request-Id")).isEqualTo(insane.text("$.meta.request_id"));
        assertThat(api.get("/presets", "X-Request-Id", "x".repeat(65)).text("$.meta.request_id"))
                .hasSize(36);
    }

    @Test
    void everyAnswerHasTheSafetyHeaders() {
        for (Answer answer : new Answer[] {
            api.get("/presets"),
            api.get("/me"),
            api.signedUp().get("/nowhere"),
            api.signedUp().get("/probe/failure")
        }) {
            assertThat(answer.headers().getFirst("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(answer.headers().getFirst("X-Frame-Options")).isEqualTo("DENY");
            assertThat(answer.headers().getFirst("Referrer-Policy")).isEqualTo("no-referrer");
            assertThat(answer.headers().getFirst("Content-Security-Policy")).contains("default-src 'none'");
            assertThat(answer.headers().getFirst("Cache-Control")).contains("no-store");
        }
    }

    @Test
    void aDatabaseThatIsAwayIsSaidAndComesBack() throws SQLException {
        var user = api.signedUp();
        var database = settings.getRequiredProperty("photoset.database.name");
        try {
            server("alter database " + database + " with allow_connections false");
            server("select pg_terminate_backend(pid) from pg_stat_activity where datname = '" + database + "'");
            var away = user.get("/me");
            assertThat(away.status()).as(away.body()).isEqualTo(503);
            assertThat(away.code()).isEqualTo("UNAVAILABLE");
            assertThat(away.headers().getFirst("Retry-After")).isEqualTo("5");
            assertThat(user.post("/rules", "{}", "Idempotency-Key", "k").code()).isEqualTo("UNAVAILABLE");
            await().untilAsserted(() -> assertThat(api.get("/health").code()).isEqualTo("UNAVAILABLE"));
            assertThat(api.get("/presets").status()).isEqualTo(200);
        } finally {
            server("alter database " + database + " with allow_connections true");
        }
        await().untilAsserted(() -> assertThat(user.get("/me").status()).isEqualTo(200));
        await().untilAsserted(() -> assertThat(api.get("/health").status()).isEqualTo(200));
    }

    private void server(String statement) throws SQLException {
        var url = "jdbc:postgresql://127.0.0.1:" + settings.getRequiredProperty("photoset.database.port") + "/postgres";
        try (var connection = DriverManager.getConnection(url, "postgres", null);
                var sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }

    private static void refused(Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.at("$.success")).isEqualTo(false);
        assertThat(answer.at("$.data")).isNull();
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.text("$.error.message")).isNotBlank();
        assertThat(answer.headers().getContentType()).hasToString("application/json");
    }
}
