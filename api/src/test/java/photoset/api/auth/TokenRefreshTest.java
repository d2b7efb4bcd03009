package photoset.api.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import photoset.api.Api;
import photoset.api.ApiTest;
import photoset.workflows.UserId;

@ApiTest
class TokenRefreshTest {
    private static final AuthSettings SETTINGS =
            new AuthSettings(ApiTest.SECRET, null, "photoset", "photoset-api", Duration.ofDays(30));
    private static final String NEXT_SECRET = "the next secret of the tests, 32 bytes or more";

    private final Api api;
    private final Api operator;
    private final DatabaseClient sql;
    private final EndedTokens ended;

    TokenRefreshTest(@LocalServerPort int port, DatabaseClient sql, EndedTokens ended) {
        this.api = Api.at(port);
        this.sql = sql;
        this.ended = ended;
        this.operator =
                api.with(OfflineTokens.run("token", "--admin", "ops", "--photoset.auth.secret=" + ApiTest.SECRET));
    }

    @Test
    void aNewTokenTakesTheOldOnesPlaceAndTheAccountStays() {
        var old = api.signedUp();
        sql("update users set plan = 'pro' where id = '" + id(old) + "'");
        var before = old.get("/me").at("$.data");

        var answer = old.post("/auth/refresh", null);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.text("$.data.plan")).isEqualTo("pro");
        assertThat(answer.headers().getFirst("RateLimit-Limit")).isEqualTo("10");

        var renewed = api.with(answer.text("$.data.token"));
        assertThat(renewed.get("/me").at("$.data")).isEqualTo(before);
        assertThat(answer.text("$.data.user_id")).isEqualTo(id(renewed));
        assertThat(old.get("/me").code()).isEqualTo("TOKEN_INVALID");
        assertThat(old.post("/rules", "{}").status()).isEqualTo(401);
    }

    @Test
    void aLostAnswerLocksNobodyOut() {
        var old = api.signedUp();
        var lost = old.post("/auth/refresh", null, "Idempotency-Key", "k");
        var again = old.post("/auth/refresh", null, "Idempotency-Key", "k");
        assertThat(again.text("$.data.token")).isEqualTo(lost.text("$.data.token"));
        assertThat(
                        sql(
                                "select count(*)::text from idempotency_keys where body is not null and convert_from(body, 'UTF8') like '%token%'"))
                .containsExactly("0");

        assertThat(api.with(again.text("$.data.token")).get("/rules").status()).isEqualTo(200);
        assertThat(old.post("/auth/refresh", null).code()).isEqualTo("TOKEN_INVALID");
    }

    @Test
    void aTokenThatIsRenewedHasArrived() {
        var old = api.signedUp();
        var second = api.with(old.post("/auth/refresh", null).text("$.data.token"));
        second.post("/auth/refresh", null);
        assertThat(old.post("/auth/refresh", null).code()).isEqualTo("TOKEN_INVALID");
    }

    @Test
    void twoAtOnceGetTheSame() throws InterruptedException, ExecutionException {
        var old = api.signedUp();
        Callable<String> refresh = () -> old.post("/auth/refresh", null).text("$.data.token");
        try (var threads = Executors.newFixedThreadPool(2)) {
            var both = threads.invokeAll(List.of(refresh, refresh));
            assertThat(both.getFirst().get())
                    .startsWith("ey")
                    .isEqualTo(both.getLast().get());
        }
    }

    @Test
    void anExpiredTokenIsRenewedForThirtyDaysAndGoodForNothingElse() {
        var user = new UserId(id(api.signedUp()));
        var late = api.with(issued(user, Duration.ofDays(59)));
        assertThat(late.get("/me").code()).isEqualTo("TOKEN_EXPIRED");
        assertThat(late.post("/auth/revoke", null).code()).isEqualTo("TOKEN_EXPIRED");
        var answer = late.post("/auth/refresh", null);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(api.with(answer.text("$.data.token")).get("/me").status()).isEqualTo(200);

        var tooLate = api.with(issued(user, Duration.ofDays(61)));
        assertThat(tooLate.post("/auth/refresh", null).code()).isEqualTo("TOKEN_EXPIRED");
    }

    @Test
    void nobodyElseIsServed() {
        assertThat(api.post("/auth/refresh", null).code()).isEqualTo("AUTH_REQUIRED");
        assertThat(api.with("garbage").post("/auth/refresh", null).code()).isEqualTo("TOKEN_INVALID");
        assertThat(operator.post("/auth/refresh", null).code()).isEqualTo("FORBIDDEN");
        var nobody = api.with(issued(new UserId("nobody"), Duration.ZERO));
        assertThat(nobody.post("/auth/refresh", null).code()).isEqualTo("TOKEN_INVALID");
    }

    @Test
    void tokensAreNotMadeWithoutEnd() {
        var user = api.signedUp();
        for (int i = 0; i < 10; i++) {
            assertThat(user.post("/auth/refresh", null).status()).isEqualTo(200);
        }
        var refused = user.post("/%61uth/refresh", null);
        assertThat(refused.code()).isEqualTo("RATE_LIMITED");
        assertThat(Integer.parseInt(String.valueOf(refused.headers().getFirst("Retry-After"))))
                .isBetween(300, 360);
    }

    @Test
    void aDeviceSignsOut() {
        var user = api.signedUp();
        assertThat(user.get("/me").status()).isEqualTo(200);
        assertThat(user.post("/auth/revoke", null).at("$.data.revoked")).isEqualTo(true);
        assertThat(user.get("/me").code()).isEqualTo("TOKEN_INVALID");
        assertThat(user.post("/auth/refresh", null).code()).isEqualTo("TOKEN_INVALID");
    }

    @Test
    void anOperatorEndsAllTokensOfAUser() {
        var first = api.signedUp();
        var user = new UserId(id(first));
        var second = api.with(issued(user, Duration.ofDays(1)));
        var unused = first.post("/auth/refresh", null).text("$.data.token");
        assertThat(second.get("/me").status()).isEqualTo(200);
        assertThat(operator.post("/admin/users/" + user + "/revoke-tokens", "{}")
                        .details())
                .containsKey("reason");
        assertThat(second.post("/admin/users/" + user + "/revoke-tokens", "{}").code())
                .isEqualTo("FORBIDDEN");
        assertThat(operator.post("/admin/users/nobody/revoke-tokens", "{\"reason\":\"r\"}")
                        .code())
                .isEqualTo("NOT_FOUND");

        assertThat(operator.post("/admin/users/" + user + "/revoke-tokens", "{\"reason\":\"leak-3\"}")
                        .status())
                .isEqualTo(200);

        for (var token : List.of(first, second, api.with(unused))) {
            assertThat(token.get("/me").code()).isEqualTo("TOKEN_INVALID");
            assertThat(token.post("/auth/refresh", null).code()).isEqualTo("TOKEN_INVALID");
        }
        assertThat(sql(
                        "select operator || ' ' || granted || ' ' || tokens_revoked || ' ' || reason from account_changes where user_id = '"
                                + user + "'"))
                .containsExactly("ops 0 true leak-3");
        var handedOut = api.with(issued(user, Duration.ofSeconds(-2)));
        assertThat(handedOut.get("/me").at("$.data.credits")).isEqualTo(10);
    }

    @Test
    void anotherProcessKnowsWhatEndedHere() {
        var token = issued(new UserId(id(api.signedUp())), Duration.ZERO);
        var read = read(SETTINGS, token);
        var other = new EndedTokens(sql);
        assertThat(other.has(read).block()).isFalse();
        ended.revoke(read).block();
        assertThat(new EndedTokens(sql).has(read).block()).isTrue();
    }

    @Test
    void whatCouldNotBeRenewedAnyMoreIsForgotten() {
        sql("insert into ended_tokens (id, user_id, forgotten_at) values ('past', 'u', now() - interval '1 second'),"
                + " ('present', 'u', now() + interval '1 day')");
        ended.sweep().block();
        assertThat(sql("select id from ended_tokens where user_id = 'u'")).containsExactly("present");
    }

    @Test
    void theKeyBeforeIsAcceptedAndSignsNothing() {
        var user = new UserId("ann");
        var changed = new AuthSettings(NEXT_SECRET, ApiTest.SECRET, "photoset", "photoset-api", Duration.ofDays(30));
        var old = issued(user, Duration.ZERO);
        var fresh = new TokenIssuer(changed, Clock.systemUTC()).issue(user);

        assertThat(read(changed, old).getSubject()).isEqualTo("ann");
        assertThat(read(changed, fresh).getSubject()).isEqualTo("ann");
        assertThat(read(changed, fresh).getHeaders().get("kid"))
                .isNotEqualTo(read(changed, old).getHeaders().get("kid"));
        assertThatThrownBy(() -> read(SETTINGS, fresh)).isInstanceOf(BadJwtException.class);
        var done = new AuthSettings(NEXT_SECRET, null, "photoset", "photoset-api", Duration.ofDays(30));
        assertThatThrownBy(() -> read(done, old)).isInstanceOf(BadJwtException.class);
    }

    private static Jwt read(AuthSettings settings, String token) {
        return Objects.requireNonNull(TokenDecoder.ofRenewable(settings, Clock.systemUTC())
                .decode(token)
                .block());
    }

    /** A token that was made so long ago. */
    private static String issued(UserId user, Duration ago) {
        return new TokenIssuer(SETTINGS, Clock.fixed(Instant.now().minus(ago), ZoneOffset.UTC)).issue(user);
    }

    private static String id(Api user) {
        return user.get("/me").text("$.data.user_id");
    }

    /** The first column of every row, in words. */
    private List<String> sql(String statement) {
        return Objects.requireNonNull(sql.sql(statement)
                .map(row -> String.valueOf(row.get(0, String.class)))
                .all()
                .collectList()
                .block());
    }
}
