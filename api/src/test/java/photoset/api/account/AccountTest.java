package photoset.api.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.r2dbc.core.DatabaseClient;
import photoset.api.Api;
import photoset.api.ApiTest;

@ApiTest
class AccountTest {
    private static final String RULE =
            "{\"name\":\"n\",\"preset_id\":\"interior\",\"concepts\":{\"Wall\":{\"action\":\"recolor\",\"value\":\"oak_a\"}}}";

    private final Api api;
    private final DatabaseClient sql;

    AccountTest(@LocalServerPort int port, DatabaseClient sql) {
        this.api = Api.at(port);
        this.sql = sql;
    }

    @Test
    void signingUpOpensAFreeAccount() {
        var answer = api.post("/auth/anon", null);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        assertThat(answer.at("$.success")).isEqualTo(true);
        assertThat(answer.at("$.error")).isNull();
        assertThat(answer.at("$.data.plan")).isEqualTo("free");
        assertThat(answer.at("$.data.is_new")).isEqualTo(true);
        assertThat(answer.text("$.data.user_id")).matches("[A-Za-z0-9_-]{1,64}");
        assertThat(answer.headers().getFirst("RateLimit-Limit")).isEqualTo("1000");
    }

    @Test
    void theFirstCreditsAreInTheLedger() {
        var user = api.post("/auth/anon", null).text("$.data.user_id");
        var event = sql.sql(
                        "select kind || ' ' || amount || ' ' || cause as event from billing_events where user_id = :u")
                .bind("u", user)
                .map(row -> String.valueOf(row.get("event", String.class)))
                .all()
                .collectList()
                .block();
        assertThat(event).containsExactly("grant 10 grant:start");
    }

    @Test
    void theAccountSaysWhatCanBeDone() {
        var user = api.signedUp();
        var fresh = user.get("/me");
        assertThat(fresh.status()).as(fresh.body()).isEqualTo(200);
        assertThat(fresh.text("$.data")).contains("plan=free", "credits=10", "held_credits=0");
        assertThat(fresh.text("$.data")).contains("rule_slots=0", "max_rule_slots=2", "max_items_per_job=10");
        assertThat(fresh.text("$.data")).contains("concurrent_jobs=0", "max_concurrent_jobs=1");
        assertThat(fresh.headers().getFirst("RateLimit-Limit")).isEqualTo("1200");

        user.post("/rules", RULE);
        job(fresh.text("$.data.user_id"), "running");
        job(fresh.text("$.data.user_id"), "done");
        var later = user.get("/me");
        assertThat(later.at("$.data.rule_slots")).isEqualTo(1);
        assertThat(later.at("$.data.concurrent_jobs")).isEqualTo(1);
    }

    private void job(String user, String status) {
        sql.sql("insert into jobs (id, user_id, preset, plan, status, total_items, expires_at)"
                        + " values (gen_random_uuid()::text, :u, 'interior', 'free', :status, 1, now())")
                .bind("u", user)
                .bind("status", status)
                .then()
                .block();
    }
}
