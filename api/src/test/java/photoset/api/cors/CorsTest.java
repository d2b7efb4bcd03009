package photoset.api.cors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestConstructor;
import photoset.api.Api;
import photoset.api.ApiTest;
import photoset.api.RestEdge;

@SpringBootTest(
        classes = RestEdge.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.config.name=api",
            "management.server.port=0",
            "photoset.roles=web",
            "photoset.auth.secret=" + ApiTest.SECRET,
            "photoset.store.endpoint=http://127.0.0.1:9",
            "photoset.store.access-key=tester",
            "photoset.store.secret-key=tester-secret",
            "photoset.cors.allowed-origins=https://app.example.org,http://localhost:3000"
        })
@ContextConfiguration(initializers = ApiTest.FreshDatabase.class)
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class CorsTest {
    private static final String APP = "https://app.example.org";

    private final Api api;

    CorsTest(@LocalServerPort int port) {
        this.api = Api.at(port);
    }

    @Test
    void aListedPageMayAskAndRead() {
        var preflight = preflight(APP, "POST", "authorization,content-type,idempotency-key");
        assertThat(preflight.status()).isEqualTo(200);
        assertThat(preflight.headers().getAccessControlAllowOrigin()).isEqualTo(APP);
        assertThat(preflight.headers().getAccessControlAllowMethods()).contains(HttpMethod.POST);
        assertThat(preflight.headers().getAccessControlAllowHeaders())
                .contains("authorization", "content-type", "idempotency-key");
        assertThat(preflight.headers().getAccessControlAllowCredentials()).isFalse();
        var answer = api.get("/presets", "Origin", APP);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers().getAccessControlAllowOrigin()).isEqualTo(APP);
        assertThat(answer.headers().getAccessControlExposeHeaders()).contains("ETag", "Retry-After");
    }

    @Test
    void refusalsCanBeReadToo() {
        var refused = api.get("/me", "Origin", APP);
        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.headers().getAccessControlAllowOrigin()).isEqualTo(APP);
    }

    @Test
    void aStrangersPageGetsNoPermission() {
        for (var stranger : List.of("https://evil.example.org", "https://app.example.org.evil.org", "null")) {
            assertThat(preflight(stranger, "GET", "authorization").headers().getAccessControlAllowOrigin())
                    .as(stranger)
                    .isNull();
            // Not refused: behind a proxy the studio's own origin looks like this.
            var answer = api.get("/presets", "Origin", stranger);
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.headers().getAccessControlAllowOrigin()).isNull();
        }
    }

    private Api.Answer preflight(String origin, String method, String headers) {
        return api.send(
                HttpMethod.OPTIONS,
                "/jobs",
                null,
                "Origin",
                origin,
                "Access-Control-Request-Method",
                method,
                "Access-Control-Request-Headers",
                headers);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*",
                "null",
                "https://*.example.org",
                "https://app.example.org/",
                "https://app.example.org/studio",
                "HTTPS://APP.example.org",
                "app.example.org",
                "ftp://app.example.org",
                "https://",
                "https://user@app.example.org"
            })
    void onlyExactOriginsAreTaken(String wrong) {
        var origins = List.of(wrong);
        assertThatThrownBy(() -> new CorsSettings(origins)).hasMessageContaining("lists exact origins");
    }
}
