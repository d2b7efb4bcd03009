package photoset.api.roles;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestConstructor;
import photoset.api.Api;
import photoset.api.ApiTest;
import photoset.api.RestEdge;

/** A process without the role web answers operators only, and needs no secret for tokens. */
@SpringBootTest(
        classes = RestEdge.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"spring.config.name=api", "management.server.port=0", "photoset.roles=jobs"})
@ContextConfiguration(initializers = ApiTest.FreshDatabase.class)
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class JobsRoleTest {
    private final Api api;
    private final Api operations;

    JobsRoleTest(@LocalServerPort int port, @LocalManagementPort int managementPort) {
        this.api = Api.at(port);
        this.operations = Api.at(managementPort);
    }

    @Test
    void itIsHealthyAndSaysNothingElse() {
        assertThat(operations.get("/actuator/health/readiness").status()).isEqualTo(200);
        for (String path : new String[] {"/", "/me", "/health", "/presets", "/v3/api-docs"}) {
            var answer = api.get(path);
            assertThat(answer.status()).as(path).isEqualTo(404);
            assertThat(answer.code()).isEqualTo("NOT_FOUND");
        }
        assertThat(api.post("/auth/anon", null).status()).isEqualTo(404);
    }
}
