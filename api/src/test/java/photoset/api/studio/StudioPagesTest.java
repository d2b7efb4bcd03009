package photoset.api.studio;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import photoset.api.Api;
import photoset.api.ApiTest;

/** The studio itself is tested in a browser; whether this build has it depends on the machine. */
@ApiTest
class StudioPagesTest {
    private final Api api;

    StudioPagesTest(@LocalServerPort int port) {
        this.api = Api.at(port);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/studio", "/studio/history", "/studio/jobs/job_1/results"})
    void everyAddressOfTheStudioIsItsPage(String address) {
        var page = api.get(address, "Accept", "text/html,application/xhtml+xml");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.headers().getFirst("Content-Type")).startsWith("text/html");
        assertThat(page.headers().getFirst("Cache-Control")).isEqualTo("no-cache");
        assertThat(page.headers().getFirst("Content-Security-Policy"))
                .contains("default-src 'none'", "script-src 'self'", "style-src 'self';")
                .doesNotContain("unsafe");
        assertThat(page.body()).contains("<title>Photoset</title>");
    }

    @Test
    void anAddressOfTheApiStaysOne() {
        assertThat(api.get("/jobs/job_1", "Accept", "text/html").status()).isEqualTo(401);
    }

    @Test
    void theServiceWorkerTakesNoToken() {
        // Builds without the studio have none.
        assertThat(api.get("/sw.js").status()).isIn(200, 404);
    }

    @Test
    void photosThatAreSharedWithoutAServiceWorkerLeadToTheStart() {
        var shared = api.post("/studio/share", null);

        assertThat(shared.status()).isEqualTo(303);
        assertThat(shared.headers().getFirst("Location")).isEqualTo("/?shared=missed");
    }

    @Test
    void aFileIsServedAndAMissingOneIsNotKept() {
        var icon = api.get("/favicon.svg");
        assertThat(icon.status()).isEqualTo(200);
        assertThat(icon.headers().getFirst("Cache-Control")).isEqualTo("no-cache");

        var missing = api.get("/assets/of-an-older-build.js");
        assertThat(missing.status()).isEqualTo(404);
        assertThat(missing.headers().getFirst("Cache-Control")).contains("no-store");
    }
}
