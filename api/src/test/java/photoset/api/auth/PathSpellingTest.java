package photoset.api.auth;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import photoset.api.Api;
import photoset.api.ApiTest;

/** An address that is spelt with escapes is treated in every place as the one that it stands for. */
@ApiTest
class PathSpellingTest {
    private static final String RULE =
            "{\"name\":\"n\",\"preset_id\":\"interior\",\"concepts\":{\"Wall\":{\"action\":\"recolor\",\"value\":\"oak_a\"}}}";

    private final Api api;

    PathSpellingTest(@LocalServerPort int port) {
        this.api = Api.at(port);
    }

    @Test
    void aSignUpIsOpenAndCounted() {
        var answer = api.post("/%61uth/an%6Fn", null);
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.headers().getFirst("RateLimit-Limit")).isEqualTo("1000");
        assertThat(answer.headers().getFirst("RateLimit-Remaining")).isNotEqualTo("1000");
    }

    @Test
    void whatIsOpenIsOpen() {
        assertThat(api.get("/%70resets/inter%69or").status()).isEqualTo(200);
        assertThat(api.get("/h%65alth").status()).isEqualTo(200);
        // The callback belongs to the jobs; here it is enough that no 401 stops it.
        assertThat(api.post("/jobs/x/c%61llback", "{}").status()).isEqualTo(404);
    }

    @Test
    void whatNeedsATokenNeedsOne() {
        assertThat(api.get("/%6de").code()).isEqualTo("AUTH_REQUIRED");
        assertThat(api.signedUp().get("/%6de").headers().getFirst("RateLimit-Limit"))
                .isEqualTo("1200");
    }

    @Test
    void whatIsForOperatorsIsForOperators() {
        var user = api.signedUp();
        for (String path : new String[] {"/admin/users/x", "/%61dmin/users/x", "/admin/%75sers/x"}) {
            var answer = user.send(HttpMethod.PATCH, path, "{\"plan\":\"pro\"}");
            assertThat(answer.code()).as(path).isEqualTo("FORBIDDEN");
        }
    }

    @Test
    void aRepeatedCallIsTheSameCall() {
        var user = api.signedUp();
        var first = user.post("/rules", RULE, "Idempotency-Key", "k");
        var again = user.post("/rul%65s", RULE, "Idempotency-Key", "k");
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.headers().getFirst("Idempotency-Replayed")).isEqualTo("true");
        assertThat(again.text("$.data.rule.id")).isEqualTo(first.text("$.data.rule.id"));
        var other = user.put("/rules/" + first.text("$.data.rule.id"), "{}", "Idempotency-Key", "k");
        assertThat(other.code()).isEqualTo("IDEMPOTENCY_CONFLICT");
    }

    @Test
    void spellingsThatAreNoneAreRefused() {
        for (String path :
                new String[] {"/auth%2Fanon", "/auth//anon", "/auth/%2e%2e/me", "/auth;v=1/anon", "/%2561uth/anon"}) {
            assertThat(api.post(path, null).status()).as(path).isEqualTo(400);
        }
        assertThat(api.post("/AUTH/anon", null).code()).isEqualTo("AUTH_REQUIRED");
    }

    @Test
    void aGroupIsFoundInTheDocumentsPathsToo() {
        assertThat(RouteGroup.CALLBACK.has(HttpMethod.POST, PathContainer.parsePath("/jobs/{id}/callback")))
                .isTrue();
        assertThat(RouteGroup.CALLBACK.has(HttpMethod.GET, PathContainer.parsePath("/jobs/{id}/callback")))
                .isFalse();
        assertThat(RouteGroup.isOpen(HttpMethod.GET, PathContainer.parsePath("/rules")))
                .isFalse();
    }
}
