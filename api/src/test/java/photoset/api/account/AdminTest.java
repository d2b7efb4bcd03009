package photoset.api.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.r2dbc.core.DatabaseClient;
import photoset.api.Api;
import photoset.api.Api.Answer;
import photoset.api.ApiTest;
import photoset.api.auth.OfflineTokens;

@ApiTest
class AdminTest {
    private final Api api;
    private final Api operator;
    private final DatabaseClient sql;

    AdminTest(@LocalServerPort int port, DatabaseClient sql) {
        this.api = Api.at(port);
        this.sql = sql;
        this.operator =
                api.with(OfflineTokens.run("token", "--admin", "ops", "--photoset.auth.secret=" + ApiTest.SECRET));
    }

    @Test
    void anOperatorChangesThePlanAndGrantsOnce() {
        var user = api.signedUp();
        var id = user.get("/me").text("$.data.user_id");

        var changed = patch(operator, id, "{\"plan\":\"pro\",\"grant\":90,\"reason\":\"sorry-17\"}");
        assertThat(changed.status()).as(changed.body()).isEqualTo(200);
        assertThat(changed.text("$.data")).contains("plan=pro", "credits=100", "max_rule_slots=20");

        var again = patch(operator, id, "{\"plan\":\"free\",\"grant\":91,\"reason\":\"sorry-17\"}");
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.code()).isEqualTo("ALREADY_GRANTED");
        assertThat(user.get("/me").text("$.data")).contains("plan=pro", "credits=100");
    }

    @Test
    void whatOperatorsDidIsKept() {
        var id = api.post("/auth/anon", null).text("$.data.user_id");
        patch(operator, id, "{\"plan\":\"pro\",\"grant\":7,\"reason\":\"r\"}");
        patch(operator, id, "{\"grant\":7,\"reason\":\"r\"}");
        patch(operator, id, "{\"plan\":\"free\",\"reason\":\"unpaid\"}");
        var kept = sql.sql(
                        "select operator || ' ' || plan_before || ' ' || plan_after || ' ' || granted || ' ' || reason as did"
                                + " from account_changes where user_id = :u order by id")
                .bind("u", id)
                .map(row -> String.valueOf(row.get("did", String.class)))
                .all()
                .collectList()
                .block();
        assertThat(kept).containsExactly("ops free pro 7 r", "ops pro free 0 unpaid");
    }

    @Test
    void aUserIsNoOperator() {
        var user = api.signedUp();
        var answer = patch(user, user.get("/me").text("$.data.user_id"), "{\"plan\":\"pro\"}");
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.code()).isEqualTo("FORBIDDEN");
        assertThat(patch(api, "x", "{\"plan\":\"pro\"}").code()).isEqualTo("AUTH_REQUIRED");
    }

    @Test
    void aChangeThatMakesNoSenseIsRefused() {
        var id = api.post("/auth/anon", null).text("$.data.user_id");
        assertThat(patch(operator, id, "{}").code()).isEqualTo("VALIDATION_FAILED");
        assertThat(patch(operator, id, "{\"grant\":0,\"reason\":\"r\"}").details())
                .containsKey("grant");
        for (var wanted : new String[] {"{\"grant\":5}", "{\"plan\":\"pro\"}", "{\"plan\":\"pro\",\"reason\":\"\"}"}) {
            assertThat(patch(operator, id, wanted, "Idempotency-Key", "k").details())
                    .as(wanted)
                    .containsKey("reason");
        }
        assertThat(patch(operator, id, "{\"plan\":\"gold\"}").details())
                .hasEntrySatisfying("plan", said -> assertThat(said).isEqualTo("must be one of free, pro"));
        assertThat(patch(operator, id, "{\"plan\":0,\"reason\":\"r\"}").details())
                .containsOnlyKeys("plan");
        assertThat(patch(operator, "nobody", "{\"plan\":\"pro\",\"reason\":\"r\"}")
                        .code())
                .isEqualTo("NOT_FOUND");
        assertThat(patch(operator, "a.b", "{\"plan\":\"pro\",\"reason\":\"r\"}").code())
                .isEqualTo("NOT_FOUND");
    }

    private static Answer patch(Api as, String user, String json, String... headers) {
        return as.send(HttpMethod.PATCH, "/admin/users/" + user, json, headers);
    }
}
